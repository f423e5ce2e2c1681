import { outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { changeNothing, type Taken, takenIn, takesTurns } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** Two calls at once are two sessions: neither waits for the other's, nor needs what it holds. */
export const atOnce: Law = {
  id: 'at-once',
  sentence: 'two calls at the same time end as one does alone',
  source:
    'openclaw@2026.9.6:docs/gateway/openai-http-api.md (each call without `user` is a session of its own); openclaw@2026.9.6:docs/concepts/queue.md (sessions run side by side)',
  over: 'steps',
  judges: (judged) => pairsIn(judged).length > 0,
  check: (judged) => violationsOf('at-once', familyOf(judged), pairsIn(judged).flatMap(deviationsOf)),
};

interface Pair {
  readonly alone: Taken;
  /** Each of the calls at once. */
  readonly calls: readonly Taken[];
}

/** Calls at once, with the last one before them that was alone, and had the same to go by. */
function pairsIn(judged: Judged): Pair[] {
  if (takesTurns(judged)) return [];
  const byStep = [...Map.groupBy(takenIn(judged), ({ index }) => index).values()];
  return byStep.flatMap((calls, place): Pair[] => {
    const [first] = calls;
    if (!first || calls.length < 2 || !changeNothing(judged, first.before, first.observation)) return [];
    const alone = byStep
      .slice(0, place)
      .flatMap((each) => (each.length === 1 ? each : []))
      .filter(({ before, observation }) => changeNothing(judged, before, observation))
      .findLast(({ observation }) => observation.path === first.observation.path);
    return alone ? [{ alone, calls }] : [];
  });
}

function deviationsOf({ alone, calls }: Pair): Deviation[] {
  const usual = outcomeText(alone.observation);
  const other = calls.map(({ observation }) => outcomeText(observation)).find((each) => each !== usual);
  if (other === undefined) return [];
  const { path } = alone.observation;
  return [
    {
      path,
      reference: null,
      behaviour: `alone ${usual}, at once ${other}`,
      detail: `${path}: ${usual} alone in step ${alone.index + 1}; ${calls.map(({ observation }) => outcomeText(observation)).join(' and ')} at once in step ${calls[0]!.index + 1}`,
    },
  ];
}
