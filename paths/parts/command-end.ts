/** What there is to read the end of a path from. */
import type { ProbeResult, Status } from '../../observation/status.ts';

/** How a command ended. */
export interface CommandEnd {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The error that left the subject's function, as text; null where none did. */
  readonly thrown: string | null;
}

/** What a host answered a request of the path: it says more than the text that the path made of it. */
export interface ProviderAnswer {
  readonly purpose: 'model' | 'fallback' | 'provider' | 'other';
  /** 0 where the connection was reset. */
  readonly status: number;
}

/** What `models status --probe` says of credentials; null where its output cannot be read. */
export interface CredentialReport {
  readonly probe: ProbeResult[] | null;
  readonly status: Status | null;
}
