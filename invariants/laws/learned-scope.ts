import type { Place } from '../../generators/secrets/place.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { keeperOf } from '../../generators/steps/keeper.ts';
import type { Keeper, ProviderTurn } from '../../generators/steps/step.ts';
import { modelRequests } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { isReadAgain, stepsSince, type Taken, takenIn, wasRefused } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/**
 * After a refusal the key is replaced; after a limit, which builds keep by model, the model is. No document says whether a profile
 * keeps its cooldown when its own key is replaced, so a refusal is judged for other holders alone.
 */
export const learnedScope: Law = {
  id: 'learned-scope',
  sentence: 'what was learned of one credential or model is not held against another',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md (a failure is of one credential; "A sibling model on the same provider can still be tried")',
  over: 'steps',
  judges: (judged) => othersIn(judged).length > 0,
  check: (judged) => violationsOf('learned-scope', familyOf(judged), othersIn(judged).flatMap(heldAgainst)),
};

interface Other {
  readonly taken: Taken;
  readonly what: 'key' | 'model';
}

/** Paths that were taken with a new key after the old one was refused, or with a new model after a limit on the old one. */
function othersIn(judged: Judged): Other[] {
  const all = takenIn(judged);
  return all.flatMap((taken, place): Other[] => {
    const failed = all.slice(0, place).filter(({ observation }) => wasRefused(observation));
    if (failed.some((each) => hasNewKey(judged, each, taken))) return [{ taken, what: 'key' }];
    return failed.some((each) => hasNewModel(each, taken)) ? [{ taken, what: 'model' }] : [];
  });
}

/** The turns that keys meet, and new ones do not. */
const OF_KEYS: readonly ProviderTurn[] = ['recovers', 'refuses', 'wants-credit', 'revokes'];

/** Whether a key that was refused was replaced since, and the new one must be read. */
function hasNewKey({ version }: Judged, failed: Taken, { before, observation }: Taken): boolean {
  if (!OF_KEYS.includes(turnOf(before))) return false;
  return refusedIn(failed).some(({ place, isReplaced }) => {
    const keeper = keeperOf(place);
    if (keeper === null || profileOf(place) || isWithdrawn(keeper, before)) return false;
    const isNew =
      isReplaced || before.slice(failed.index).some((step) => step.do === 'rotate' && step.keeper === keeper);
    return isNew && isReadAgain(place, stepsSince(before, keeper), { ...observation, version });
  });
}

function isWithdrawn(keeper: Keeper, before: Taken['before']): boolean {
  return before.some((step) => step.do === 'withdraw' && step.keeper === keeper);
}

/** Some providers say by 429 that an account has no credit. */
function refusedIn({ before, observation }: Taken): { place: Place; isReplaced: boolean }[] {
  const isLimit = (status: number) => status === 429 && turnOf(before) !== 'wants-credit';
  return modelRequests(observation)
    .filter(({ status }) => status >= 400 && status < 500 && !isLimit(status))
    .flatMap(({ credentials }) => credentials)
    .flatMap((each) =>
      each.kind === 'secret' ? [{ place: each.place, isReplaced: each.isReplaced ?? false }] : [],
    );
}

/** Whether chat met a limit that is over, and has another model by now. */
function hasNewModel(failed: Taken, { before, observation }: Taken): boolean {
  const since = before.slice(failed.index);
  const isLimited = modelRequests(failed.observation).some(({ status }) => status === 429);
  const switches = since.filter((step) => step.do === 'switch-model').length;
  const isChat = failed.observation.path === 'chat' && observation.path === 'chat';
  return isChat && isLimited && switches % 2 === 1 && turnOf(before) === 'recovers';
}

function turnOf(before: Taken['before']): ProviderTurn {
  const last = before.findLast((step) => step.do === 'provider');
  return last?.do === 'provider' ? last.turn : 'recovers';
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
