/**
 * Shrinks a case to the smallest one that still shows the same fingerprint.
 *
 * `fc.check` will not do: it stops at the first failure and shrinks that alone, one candidate after another, and any
 * failure counts. A run meets many fingerprints at once and shrinks each; a candidate that shows another one is another
 * finding and not taken (slippage). A candidate costs seconds, so large steps come first, several run side by side with the
 * same result as one by one, and after a success the search goes on with the axis it was at. fast-check still proposes the
 * smaller values, context-free, so that a hand-written case shrinks as well as a generated one.
 */
import type { Arbitrary } from 'fast-check';
import { type Case, caseText } from '../../generators/case.ts';
import { unshrinkableFields } from './unshrinkable.ts';

export interface Shrunk {
  readonly value: Case;
  /** The number of candidates that were run, but for those that were run beside one that shows it before them. */
  readonly tried: number;
  /** Whether nothing smaller shows it; false when the budget ended first, or smaller cases are not known. */
  readonly complete: boolean;
  /** The fields, as `provider.entry`, that kept `value` from being shrunk; empty where all was tried, or time was up. */
  readonly unshrinkable: readonly string[];
}

/** More than a shrink of a generated case needs; it ends one that does not settle. */
export const SHRINK_TRIES = 400;

export interface ShrinkBudget {
  /** Milliseconds since the epoch after which no further candidate is run. */
  readonly deadline?: number;
  /** The most candidates that may be run. */
  readonly tries?: number;
  /** Larger steps than fast-check's, tried before them. */
  readonly steps?: readonly ((value: Case) => Case)[];
  /** The number of candidates that are run side by side. The result is the same for any number. */
  readonly ahead?: number;
  /** Ends it with the best so far. */
  readonly signal?: AbortSignal;
  /** Told of each smaller case that shows it. */
  readonly better?: (value: Case) => void;
}

interface Candidate {
  readonly value: Case;
  /** Its place among the steps, or among what fast-check proposes. */
  readonly index: number;
}

type Shows = (candidate: Case, index: number) => Promise<boolean>;

/**
 * @param shows whether a candidate shows the fingerprint; asked once for each distinct candidate. `index` tells those that
 *   run side by side apart
 */
export function shrink(
  start: Case,
  arbitrary: Arbitrary<Case>,
  shows: Shows,
  budget: ShrinkBudget = {},
): Promise<Shrunk> {
  return new Shrinker(start, arbitrary, shows, budget).shrunk();
}

/** The smallest case so far, and what was run to find it. */
class Shrinker {
  #value: Case;
  #tried = 0;
  /** The texts of all cases that were run. */
  readonly #seen: Set<string>;
  readonly #arbitrary: Arbitrary<Case>;
  readonly #shows: Shows;
  readonly #deadline: number;
  readonly #tries: number;
  readonly #budget: ShrinkBudget;

  constructor(start: Case, arbitrary: Arbitrary<Case>, shows: Shows, budget: ShrinkBudget) {
    this.#value = start;
    this.#seen = new Set([caseText(start)]);
    this.#arbitrary = arbitrary;
    this.#shows = shows;
    this.#budget = budget;
    this.#deadline = budget.deadline ?? Number.POSITIVE_INFINITY;
    this.#tries = budget.tries ?? Number.POSITIVE_INFINITY;
  }

  async shrunk(): Promise<Shrunk> {
    return (await this.#takeSteps()) && (await this.#takeSmaller()) ? this.#ended() : this.#outOfBudget();
  }

  /** Takes each step once, in order. @returns whether the budget lasted */
  async #takeSteps(): Promise<boolean> {
    const { steps = [] } = this.#budget;
    for (let place = 0; place < steps.length; ) {
      const next = await this.#firstThatShows(this.#stepsFrom(steps, place));
      if (next === 'over') return false;
      if (!next) return true;
      this.#take(next);
      place = next.index + 1;
    }
    return true;
  }

  /** Takes smaller values until there is none. @returns whether the budget lasted */
  async #takeSmaller(): Promise<boolean> {
    // After a success the search goes on with the axis it was at: those before it were just found to matter.
    let position = 0;
    for (;;) {
      const next = await this.#firstThatShows(this.#smallerFrom(position));
      if (next === 'over') return false;
      if (!next && position === 0) return true;
      if (next) this.#take(next);
      position = next ? next.index : 0;
    }
  }

  #take({ value }: Candidate): void {
    this.#value = value;
    this.#budget.better?.(value);
  }

  #outOfBudget(): Shrunk {
    return { value: this.#value, tried: this.#tried, complete: false, unshrinkable: [] };
  }

  /** Fast-check proposes nothing of a case that it knows nothing of: that is not the same as nothing smaller. */
  #ended(): Shrunk {
    const unshrinkable = unshrinkableFields(this.#value, this.#arbitrary);
    const complete = unshrinkable.length === 0;
    return { value: this.#value, tried: this.#tried, complete, unshrinkable };
  }

  get #isOver(): boolean {
    const isStopped = Boolean(this.#budget.signal?.aborted);
    return Date.now() > this.#deadline || this.#tried >= this.#tries || isStopped;
  }

  #stepsFrom(steps: NonNullable<ShrinkBudget['steps']>, place: number): Candidate[] {
    return steps.slice(place).map((step, index) => ({ value: step(this.#value), index: place + index }));
  }

  *#smallerFrom(place: number): Generator<Candidate> {
    let index = -1;
    for (const candidate of this.#arbitrary.shrink(this.#value, undefined)) {
      index += 1;
      if (index >= place) yield { value: candidate.value, index };
    }
  }

  /** @returns null where none shows it */
  async #firstThatShows(candidates: Iterable<Candidate>): Promise<Candidate | 'over' | null> {
    const { ahead = 1 } = this.#budget;
    const batch = new Map<string, Candidate>();
    for (const candidate of candidates) {
      const text = caseText(candidate.value);
      if (!this.#seen.has(text) && !batch.has(text)) batch.set(text, candidate);
      if (batch.size < ahead) continue;
      const found = await this.#firstOf([...batch.values()]);
      if (found) return found;
      batch.clear();
    }
    return batch.size > 0 ? this.#firstOf([...batch.values()]) : null;
  }

  /** Those behind the first that shows it are as if they had not been run: the order alone decides. */
  async #firstOf(candidates: readonly Candidate[]): Promise<Candidate | 'over' | null> {
    if (this.#isOver) return 'over';
    const batch = candidates.slice(0, this.#tries - this.#tried);
    const shown = await Promise.all(batch.map((each, index) => this.#shows(each.value, index))).catch(
      (error: unknown) => {
        if (this.#budget.signal?.aborted) return null;
        throw error;
      },
    );
    if (!shown) return 'over';
    const first = shown.indexOf(true);
    const counted = first < 0 ? batch : batch.slice(0, first + 1);
    this.#tried += counted.length;
    for (const each of counted) this.#seen.add(caseText(each.value));
    if (first < 0 && batch.length < candidates.length) return 'over';
    return batch[first] ?? null;
  }
}
