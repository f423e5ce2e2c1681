/**
 * Shrinks a case to the smallest one that still shows the same fingerprint.
 *
 * Why not `fc.check`: it stops at the first failure and shrinks that alone, one candidate after another, and what fails it
 * is any failure. A run meets many fingerprints at once and shrinks each; a candidate that shows another one is another
 * finding and not taken (slippage). A candidate costs seconds, so large steps come first, several run side by side with the
 * same result as one by one, and after a success the search goes on with the axis it was at. fast-check still proposes the
 * smaller values, context-free, so that a hand-written case shrinks as well as a generated one.
 */
import type { Arbitrary } from 'fast-check';
import { type Case, caseText } from '../../generators/case.ts';
import { unshrinkableFields } from './unshrinkable.ts';

export interface Shrunk {
  readonly value: Case;
  /** How many candidates were run, but for those that were run beside one that shows it before them. */
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
  /** How many candidates may be run. */
  readonly tries?: number;
  /** Larger steps than fast-check's, tried before them. */
  readonly steps?: readonly ((value: Case) => Case)[];
  /** How many candidates are run side by side. The result is the same for any number. */
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

/**
 * @param shows whether a candidate shows the fingerprint; asked once for each distinct candidate. `index` tells those that
 *   run side by side apart
 */
export async function shrink(
  start: Case,
  arbitrary: Arbitrary<Case>,
  shows: (candidate: Case, index: number) => Promise<boolean>,
  {
    deadline = Number.POSITIVE_INFINITY,
    tries = Number.POSITIVE_INFINITY,
    steps = [],
    ahead = 1,
    signal,
    better = () => {},
  }: ShrinkBudget = {},
): Promise<Shrunk> {
  const seen = new Set([caseText(start)]);
  let value = start;
  let tried = 0;
  for (let place = 0; place < steps.length; ) {
    const next = await firstThatShows(stepsFrom(place));
    if (!next) break;
    if (next === 'out of time') return outOfTime();
    [value, place] = [next.value, next.index + 1];
    better(value);
  }
  // After a success the search goes on with the axis it was at: those before it were just found to matter.
  let position = 0;
  for (;;) {
    const next = await firstThatShows(smallerFrom(position));
    if (next === 'out of time') return outOfTime();
    if (next) {
      [value, position] = [next.value, next.index];
      better(value);
    } else if (position === 0) return ended();
    else position = 0;
  }

  function outOfTime(): Shrunk {
    return { value, tried, complete: false, unshrinkable: [] };
  }

  /** Where fast-check knows nothing of a case, it proposes nothing: that is not the same as nothing smaller. */
  function ended(): Shrunk {
    const unshrinkable = unshrinkableFields(value, arbitrary);
    return { value, tried, complete: unshrinkable.length === 0, unshrinkable };
  }

  function isOver(): boolean {
    return Date.now() > deadline || tried >= tries || Boolean(signal?.aborted);
  }

  function stepsFrom(place: number): Candidate[] {
    return steps.slice(place).map((step, index) => ({ value: step(value), index: place + index }));
  }

  function* smallerFrom(place: number): Generator<Candidate> {
    let index = -1;
    for (const candidate of arbitrary.shrink(value, undefined)) {
      index += 1;
      if (index >= place) yield { value: candidate.value, index };
    }
  }

  async function firstThatShows(candidates: Iterable<Candidate>) {
    const batch = new Map<string, Candidate>();
    for (const candidate of candidates) {
      const text = caseText(candidate.value);
      if (!seen.has(text) && !batch.has(text)) batch.set(text, candidate);
      if (batch.size < ahead) continue;
      const found = await firstOf([...batch.values()]);
      if (found) return found;
      batch.clear();
    }
    return batch.size > 0 ? firstOf([...batch.values()]) : null;
  }

  /** Those behind the first that shows it are as if they had not been run: the order alone decides. */
  async function firstOf(candidates: readonly Candidate[]) {
    if (isOver()) return 'out of time' as const;
    const batch = candidates.slice(0, tries - tried);
    const shown = await Promise.all(batch.map((each, index) => shows(each.value, index))).catch(
      (error: unknown) => {
        if (signal?.aborted) return null;
        throw error;
      },
    );
    if (!shown) return 'out of time' as const;
    const first = shown.indexOf(true);
    tried += first < 0 ? batch.length : first + 1;
    for (const each of first < 0 ? batch : batch.slice(0, first + 1)) seen.add(caseText(each.value));
    if (first < 0 && batch.length < candidates.length) return 'out of time' as const;
    return batch[first] ?? null;
  }
}
