/** The caller of a search: where it reports to, what it keeps, and what stops it. */
import type { KeptObservations } from './evaluate/kept-observations.ts';
import type { Finding } from './result/result.ts';

export type Phase = 'searching' | 'shrinking' | 'confirming' | 'repairing' | 'replaying';

export interface SearchProgress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
  /** Distinct violations so far. */
  readonly findings: number;
}

export interface SearchHost {
  readonly log: (line: string) => void;
  readonly progress: (state: SearchProgress) => void;
  /** Ends the search in an orderly way; its reason is a `Stopped`. */
  readonly signal?: AbortSignal;
  /** Observations of a build in earlier sittings, to which this one adds; absent: nothing outlives the process. */
  readonly kept?: (target: string) => KeptObservations;
  /**
   * Told of a new violation when it is met, and again of each smaller case that shows it. A `Stopped` that it throws ends the search once
   * the cases that run beside it have ended; the workers can then be used further.
   */
  readonly found?: (finding: Finding, version: string) => void;
}
