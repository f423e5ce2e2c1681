/**
 * Chooses the random cases of a run: first those that reach what nothing before them reached, then the rest in the
 * order they were drawn.
 *
 * Cases are cheap to draw and dear to run, so a run of a hundred reaches what plain chance would need a thousand for.
 * The choice depends on the seed alone.
 */
import fc from 'fast-check';
import type { Case } from '../generators/case.ts';

/** How many cases are drawn at least: the first of a short run are those of a longer one with the same seed. */
const DRAWN = 6000;

/**
 * @param stages what a case would reach: each is exhausted before the next, but where there are several, the last has
 *   half of the cases that are left, so that chance keeps the other half
 */
export function chooseCases(
  arbitrary: fc.Arbitrary<Case>,
  seed: number,
  count: number,
  ...stages: readonly ((value: Case) => ReadonlySet<string>)[]
): Case[] {
  const numRuns = Math.max(count, DRAWN);
  const drawn = fc.sample(arbitrary, { seed, numRuns });
  const chosen = new Set<Case>();
  for (const [stage, reaches] of stages.entries()) {
    const isLast = stage > 0 && stage === stages.length - 1;
    const most = isLast ? Math.ceil((chosen.size + count) / 2) : count;
    const open = drawn.map((value) => ({ value, goals: reaches(value) }));
    const reached = new Set(open.flatMap(({ value, goals }) => (chosen.has(value) ? [...goals] : [])));
    while (chosen.size < most) {
      let best: (typeof open)[number] | null = null;
      let gain = 0;
      for (const candidate of open) {
        if (chosen.has(candidate.value)) continue;
        const fresh = [...candidate.goals].filter((goal) => !reached.has(goal)).length;
        if (fresh > gain) [best, gain] = [candidate, fresh];
      }
      if (!best) break;
      chosen.add(best.value);
      for (const goal of best.goals) reached.add(goal);
    }
  }
  for (const value of drawn) {
    if (chosen.size >= count) break;
    chosen.add(value);
  }
  return [...chosen];
}
