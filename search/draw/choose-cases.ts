/**
 * Chooses the random cases of a run: a greedy set cover of what the drawn cases reach, then the rest in the order
 * they were drawn. The greedy choice is lazy: what a case adds only shrinks as others are chosen, so what it added
 * when last counted is an upper bound, and most cases need not be counted again.
 *
 * Cases are cheap to draw and dear to run, so a run of a hundred reaches what plain chance would need a thousand for.
 * The choice depends on the seed alone.
 */
import fc from 'fast-check';
import type { Case } from '../../generators/case.ts';

/** At least as many are drawn for a short run as for a longer one, so that the one begins with the cases of the other. */
const DRAWN = 24_000;

/** The part of the cases left before the last stage that is left after it. */
const LEFT_TO_CHANCE = 1 / 4;

/** The goals of a run, stage by stage. */
export interface Goals {
  /**
   * The goals that a case would reach: each stage is exhausted before the next, but where there are several, the last leaves some of the
   * cases to chance.
   */
  readonly stages: readonly ((value: Case) => ReadonlySet<string>)[];
  /** The worth of a case: in the last stage, of cases that reach as much the one that tells most is chosen. */
  readonly tells?: (value: Case) => number;
}

export function chooseCases(
  arbitrary: fc.Arbitrary<Case>,
  seed: number,
  count: number,
  { stages, tells = () => 0 }: Goals,
): Case[] {
  const numRuns = Math.max(count, DRAWN);
  const drawn = fc.sample(arbitrary, { seed, numRuns });
  const chosen = new Set<Case>();
  for (const [stage, reaches] of stages.entries()) {
    const isLast = stage > 0 && stage === stages.length - 1;
    const most = isLast ? count - Math.floor((count - chosen.size) * LEFT_TO_CHANCE) : count;
    const reached = new Set([...chosen].flatMap((value) => [...reaches(value)]));
    const open = (isLast ? drawn.toSorted((a, b) => tells(b) - tells(a)) : drawn).map((value) => ({
      value,
      goals: reaches(value),
      bound: Number.POSITIVE_INFINITY,
    }));
    while (chosen.size < most) {
      let best: (typeof open)[number] | null = null;
      for (const candidate of open) {
        if (candidate.bound <= (best?.bound ?? 0) || chosen.has(candidate.value)) continue;
        candidate.bound = [...candidate.goals].filter((goal) => !reached.has(goal)).length;
        if (candidate.bound > (best?.bound ?? 0)) best = candidate;
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
