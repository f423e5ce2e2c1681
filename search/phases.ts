import { stopReason } from './evaluate/stopped.ts';
import type { Result } from './result/result.ts';

/** Runs the phases of a search one after the other, keeps their times, and begins none after one that was stopped. */
export class Phases {
  /** Seconds of each. */
  readonly times: Result['phases'] = { searching: 0, settling: 0, replaying: 0 };
  /** The reason why the search ended before its work was done; null where it did not. */
  stopped: string | null = null;
  readonly #started = Date.now();
  readonly #seconds: number | null;

  /** @param seconds after which no further case is begun; null: no limit */
  constructor(seconds: number | null) {
    this.#seconds = seconds;
  }

  /** Milliseconds since the epoch. */
  get deadline(): number {
    return this.#seconds === null ? Number.POSITIVE_INFINITY : this.#started + this.#seconds * 1000;
  }

  /** Settling and replaying may take as long again as the search did. */
  get settleDeadline(): number {
    return this.#seconds === null ? Number.POSITIVE_INFINITY : this.#started + 2 * this.#seconds * 1000;
  }

  get seconds(): number {
    return Math.round((Date.now() - this.#started) / 1000);
  }

  async run(phase: keyof Result['phases'], work: () => Promise<void>): Promise<void> {
    if (this.stopped !== null) return;
    const started = Date.now();
    try {
      await work();
    } catch (error) {
      this.stopped = stopReason(error);
    }
    this.times[phase] = Math.round((Date.now() - started) / 1000);
  }
}
