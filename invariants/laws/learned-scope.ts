import type { Step } from '../../generators/steps/step.ts';
import { isTaken } from '../../generators/steps/step.ts';
import { modelRequests } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { type Taken, takenIn, usesProfiles } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/**
 * After a refusal the key is replaced; after a limit, which builds keep by model, the model is. Whether a profile keeps its cooldown
 * when its own key is replaced no document says, so that a refusal is judged of other holders alone.
 */
export const learnedScope: Law = {
  id: 'learned-scope',
  sentence: 'what was learned of one credential or model is not held against another',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md (a cooldown is of one profile; "A sibling model on the same provider can still be tried")',
  isOverSteps: true,
  judges: (judged) => otherIn(judged).length > 0,
  check: (judged) => violationsOf('learned-scope', familyOf(judged), otherIn(judged).flatMap(heldAgainst)),
};

interface Other {
  readonly taken: Taken;
  readonly what: 'key' | 'model';
}

/** Paths that were taken with a new key after the old one was refused, or with a new model after a limit on the old one. */
function otherIn(judged: Judged): Other[] {
  return takenIn(judged).flatMap((taken): Other[] => {
    const { before, observation } = taken;
    const turned = before.findLastIndex((step) => step.do === 'provider');
    const trouble = before.slice(0, turned + 1).findLast(isTrouble);
    if (!trouble) return [];
    const from = before.lastIndexOf(trouble);
    const since = before.slice(from + 1);
    // It must have been met before something else takes its place.
    const changed = since.findIndex(({ do: what }) => what === 'rotate' || what === 'switch-model');
    if (changed < 0 || !since.slice(0, changed).some(isTaken)) return [];
    const isRotated = since.some(({ do: what }) => what === 'rotate');
    const isSwitched = since.some(({ do: what }) => what === 'switch-model');
    if (trouble.turn === 'refuses' && isRotated && !usesProfiles(judged) && observation.lane !== 'gateway')
      return [{ taken, what: 'key' }];
    const isOver = before.slice(from + 1).some((step) => step.do === 'provider' && step.turn === 'recovers');
    const isChat = observation.path === 'chat';
    return trouble.turn === 'limits' && isSwitched && isOver && isChat ? [{ taken, what: 'model' }] : [];
  });
}

/** Nothing was sent at all: the new one was not even tried. */
function heldAgainst({ taken, what }: Other): Deviation[] {
  const { observation, index } = taken;
  const { path, outcome } = observation;
  if (outcome.kind === 'answer' || modelRequests(observation).length > 0) return [];
  return [
    {
      path,
      reference: null,
      behaviour: `another ${what} is not tried`,
      detail: `${path}, step ${index + 1}, sends nothing, though another ${what} has taken the place of the one that failed`,
    },
  ];
}

function isTrouble(step: Step): step is Extract<Step, { do: 'provider' }> {
  return step.do === 'provider' && step.turn !== 'recovers';
}
