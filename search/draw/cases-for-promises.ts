/** Cases for the promises that a run did not exercise: what they are about may be rarer than the run is long. */
import fc from 'fast-check';
import type { Case } from '../../generators/case.ts';
import { concerns } from '../../invariants/promises/concerns.ts';
import type { DocumentedPromise } from '../../invariants/promises/documented-promise.ts';
import type { PromiseId } from '../../invariants/promises/promises.ts';
import { drawnFrom } from './random-cases.ts';
import type { Space } from './space.ts';

/** Some promises need two things of which each is in one case of fifty. */
const DRAWN = 20_000;
/** Cases for one promise: what else is in a case may leave its law nothing to judge. */
const TRIES = 2;

/** The same promises and seed give the same cases; none for a promise that nothing drawn is about. */
export function casesForPromises(
  promises: readonly DocumentedPromise<PromiseId>[],
  seed: number,
  space: Space,
): Case[] {
  const left = new Map(promises.map((promise) => [promise, TRIES]));
  return fc.sample(drawnFrom(space), { seed, numRuns: left.size > 0 ? DRAWN : 1 }).flatMap((value) => {
    const about = [...left.keys()].filter((promise) => concerns(promise, value));
    for (const promise of about) {
      const tries = left.get(promise)! - 1;
      if (tries > 0) left.set(promise, tries);
      else left.delete(promise);
    }
    return about.length > 0 ? [value] : [];
  });
}
