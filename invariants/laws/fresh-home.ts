import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { changeNothing, deviationOf, type Taken, takenIn, takesTurns } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** The first time that a path is taken after another one; what it does when it is taken again is same-again's business. */
export const freshHome: Law = {
  id: 'fresh-home',
  sentence: 'a path does in a home that was used what it does in a fresh one',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md (what a home keeps of earlier runs: cooldowns of profiles that failed, and when each was used)',
  over: 'steps',
  variant: (value) => ({ ...value, steps: null }),
  judges: (judged) => firstAfterOthers(judged).length > 0,
  check: (judged) =>
    violationsOf(
      'fresh-home',
      familyOf(judged),
      firstAfterOthers(judged).flatMap((each) => against(judged, each)),
    ),
};

function firstAfterOthers(judged: Judged): Taken[] {
  if (takesTurns(judged)) return [];
  const taken = takenIn(judged);
  return taken.filter((each, place) => {
    const earlier = taken.slice(0, place).map(({ observation }) => observation.path);
    const isFirst = earlier.length > 0 && !earlier.includes(each.observation.path);
    return isFirst && changeNothing(judged, each.before, each.observation);
  });
}

function against(judged: Judged, taken: Taken): Deviation[] {
  const observations = judged.variants['fresh-home'] ?? [];
  const fresh = observed({ ...judged, observations }, taken.observation.path);
  // A chat of another lane may end in another way by itself.
  if (!fresh || fresh.lane !== taken.observation.lane) return [];
  return deviationOf({ observation: fresh, index: -1, before: [] }, taken, 'in a home that was used');
}
