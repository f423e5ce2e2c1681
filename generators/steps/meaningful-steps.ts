/** A model of a case over its steps: what a step needs, and what it changes for the steps after it. */
import type { AuthProfile, ProfileName } from '../axes/auth-profile.ts';
import type { Case } from '../case.ts';
import { awaitedKeepers } from './first-key.ts';
import { keepersOf } from './keeper.ts';
import { canMoveMemory } from './moved-memory.ts';
import { isTaken, type Keeper, type LoginTurn, type ProviderTurn, type Step } from './step.ts';

interface Model {
  /** Those that keep keys by now. */
  readonly keepers: readonly Keeper[];
  /** Those that will keep keys once a step has written them. */
  readonly awaited: readonly Keeper[];
  readonly profiles: readonly ProfileName[];
  readonly turn: ProviderTurn;
  /** The behaviour of the endpoint that renews logins; null where no profile is renewed. */
  readonly loginTurn: LoginTurn | null;
  /** Whether memory search can still be given to the other provider. */
  readonly canMoveMemory: boolean;
}

function modelOf(value: Case): Model {
  const awaited = awaitedKeepers(value);
  const names = value.provider.profiles.map(({ name }) => name);
  return {
    keepers: keepersOf(value).filter((keeper) => !awaited.some((each) => each === keeper)),
    awaited,
    profiles: awaited.includes('profiles') ? [] : names,
    turn: 'recovers',
    loginTurn: value.provider.profiles.some(isRenewed) ? 'recovers' : null,
    canMoveMemory: canMoveMemory(value),
  };
}

/** Whether a profile is a login that has to be renewed, and can be. */
export function isRenewed({ type, expires, refresh }: AuthProfile): boolean {
  return type === 'oauth' && expires === 'past' && refresh === 'works';
}

/** Whether a step can be done, and would change or show something. */
function isPossible(
  { keepers, awaited, profiles, turn, loginTurn, canMoveMemory }: Model,
  step: Step,
): boolean {
  switch (step.do) {
    case 'first-key':
      return awaited.includes(step.keeper) && (step.by === undefined || step.keeper === 'config');
    case 'rotate':
      return keepers.includes(step.keeper) && (step.by === undefined || step.keeper === 'config');
    case 'provider':
      return (step.turn === 'recovers') !== (turn === 'recovers') && isOfAny(step, profiles);
    case 'logins':
      return loginTurn !== null && (step.turn === 'recovers') !== (loginTurn === 'recovers');
    case 'withdraw':
      return keepers.includes(step.keeper);
    case 'order-profiles':
      return profiles.length > 1 && profiles.includes(step.first);
    case 'remove-profile':
      return profiles.includes(step.name);
    case 'move-memory':
      return canMoveMemory;
    case 'choose-in-session':
      return step.profile === null || profiles.includes(step.profile);
    default:
      return true;
  }
}

const OF_EVERYBODY: readonly ProviderTurn[] = ['recovers', 'fails', 'misreads', 'cuts'];

/** Whether trouble of one profile alone can be met: an outage is everybody's. */
function isOfAny({ turn, of }: Extract<Step, { do: 'provider' }>, profiles: readonly ProfileName[]): boolean {
  return of === undefined || (!OF_EVERYBODY.includes(turn) && profiles.includes(of));
}

function after(model: Model, step: Step): Model {
  switch (step.do) {
    case 'first-key': {
      const awaited = model.awaited.filter((keeper) => keeper !== step.keeper);
      // The command names the profile by itself: no later step knows it by the case's name.
      const keepers = step.keeper === 'profiles' ? model.keepers : [...model.keepers, step.keeper];
      return { ...model, awaited, keepers };
    }
    case 'provider':
      return { ...model, turn: step.turn };
    case 'logins':
      return { ...model, loginTurn: step.turn };
    case 'withdraw':
      return { ...model, keepers: model.keepers.filter((keeper) => keeper !== step.keeper) };
    case 'move-memory':
      return { ...model, canMoveMemory: false };
    case 'remove-profile':
      return { ...model, profiles: model.profiles.filter((name) => name !== step.name) };
    default:
      return model;
  }
}

/**
 * The steps whose preconditions the case and the steps before them meet, up to the last that is observed; null where
 * none is left.
 */
export function meaningfulSteps(value: Case, steps: readonly Step[]): Step[] | null {
  let model = modelOf(value);
  const possible = steps.filter((step) => {
    if (!isPossible(model, step)) return false;
    model = after(model, step);
    return true;
  });
  const seen = possible.slice(0, possible.findLastIndex(isTaken) + 1);
  return seen.length > 0 ? seen : null;
}
