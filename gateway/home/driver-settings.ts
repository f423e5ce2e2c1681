import type { AnyPath } from '../../paths/paths.ts';
import type { JsonRecord } from '../../support/json-record.ts';

/** Settings that depend on how the subject is driven, not on the case. */
export interface DriverSettings {
  /** A folder for compiled code that outlives the home. */
  readonly compileCache: string;
  /** The log of the subject: one path, since a warm process keeps the first it was given. */
  readonly logFile: string;
  /** The paths that are run in it: some need settings that would cost the others time. */
  readonly paths: readonly AnyPath[];
  /** Sections of openclaw.json that a gateway needs; absent where none runs in it. */
  readonly sections?: JsonRecord;
}
