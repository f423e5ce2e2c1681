/** The parts of a home that the vocabulary of the generators has words for, whatever files they stand in. */
import type { ParsedIniData } from '@smithy/core/config';
import type { JsonRecord } from '../support/json-record.ts';

export interface OpenClawHome {
  readonly config: JsonRecord;
  /** Variables by the layer that sets them. */
  readonly variables: Readonly<Record<'process' | 'state' | 'workspace', Readonly<Record<string, string>>>>;
  readonly store: JsonRecord;
  /** The form of the store that held the profiles: in a database, in the file of older builds, or in both. */
  readonly storedIn: { readonly database: boolean; readonly file: 'none' | 'usual' | 'flat' };
  readonly state: JsonRecord;
  /** Providers in the agent's generated models.json. */
  readonly modelsFile: JsonRecord;
  /** The text of `~/.aws/config` and `~/.aws/credentials`; empty where there is none. */
  readonly aws: Readonly<Record<'config' | 'credentials', string>>;
  /** The profiles of the two files, by name, as the AWS SDK reads them. */
  readonly awsProfiles: ParsedIniData;
  /** Whether Codex, another program, is logged in. */
  readonly hasProgramLogin: boolean;
  /** The build that wrote the configuration last; null where it does not say. */
  readonly version: string | null;
}
