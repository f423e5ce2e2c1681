/** The sources from which the end of a path is read. */
import type { Check, Health, ProbeResult, Status, UnusableProfile } from '../../observation/status.ts';

/** The end of a command. */
export interface CommandEnd {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The error that left the subject's function, as text; null where none did. */
  readonly thrown: string | null;
}

/** The answer of a host to a request of the path: it says more than the text that the path made of it. */
export interface HostAnswer {
  readonly purpose: 'model' | 'fallback' | 'provider' | 'other';
  /** 0 where the connection was reset. */
  readonly status: number;
  /** Whether it refuses the credential by a status of another meaning; absent: it does not. */
  readonly refusesKey?: true | undefined;
}

/** The report of `models status --probe` on credentials; null if its output cannot be read. */
export interface CredentialReport {
  readonly probe: ProbeResult[] | null;
  readonly status: Status | null;
  /** Absent: it was not told to check. */
  readonly check?: Check | null;
  /** Absent: it has no words for the health of profiles. */
  readonly health?: Health;
  /** Absent: it says of none that it is left alone. */
  readonly unusable?: UnusableProfile[];
}
