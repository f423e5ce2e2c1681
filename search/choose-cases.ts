/**
 * Chooses the random cases of a run: first those that reach pairs which nothing before them reached, then the rest
 * in the order they were drawn.
 *
 * Cases are cheap to draw and dear to run, so a run of a hundred reaches what plain chance would need a thousand for.
 * The choice depends on the seed alone.
 */
import fc from 'fast-check';
import type { Case } from '../generators/case.ts';
import type { Pair } from './coverage.ts';

/** How many cases are drawn for one that is run. */
const DRAWN = 40;

/** @param reaches the pairs that a case would reach */
export function chooseCases(
  arbitrary: fc.Arbitrary<Case>,
  seed: number,
  count: number,
  reaches: (value: Case) => ReadonlySet<Pair>,
): Case[] {
  const drawn = fc.sample(arbitrary, { seed, numRuns: count * DRAWN });
  const chosen = new Set<Case>();
  const reached = new Set<Pair>();
  const open = drawn.map((value) => ({ value, pairs: reaches(value) }));
  while (chosen.size < count) {
    let best: (typeof open)[number] | null = null;
    let gain = 0;
    for (const candidate of open) {
      if (chosen.has(candidate.value)) continue;
      const fresh = [...candidate.pairs].filter((pair) => !reached.has(pair)).length;
      if (fresh > gain) [best, gain] = [candidate, fresh];
    }
    if (!best) break;
    chosen.add(best.value);
    for (const pair of best.pairs) reached.add(pair);
  }
  for (const value of drawn) {
    if (chosen.size >= count) break;
    chosen.add(value);
  }
  return [...chosen];
}
