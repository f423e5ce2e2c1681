import { familyOf, type Judged, type Law } from '../law.ts';
import { againIn, deviationOf, type Taken, takesTurns } from '../over-steps.ts';
import { violationsOf } from '../violation.ts';

/**
 * A turn of one's own choice among several profiles is no promise: the one that was used least recently comes first. What restarts
 * do is restart-keeps' business.
 */
export const sameAgain: Law = {
  id: 'same-again',
  sentence: 'a path that is taken again does what it did before',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md (rotation order; a success clears what failures left); openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md',
  over: 'steps',
  judges: (judged) => pairsIn(judged).length > 0,
  check: (judged) =>
    violationsOf(
      'same-again',
      familyOf(judged),
      pairsIn(judged).flatMap(([first, again]) => deviationOf(first, again, 'again')),
    ),
};

/** Each path with the time before it was taken. */
function pairsIn(judged: Judged): [Taken, Taken][] {
  if (takesTurns(judged)) return [];
  return againIn(judged, (between) => !between.some(({ do: what }) => what === 'restart'));
}
