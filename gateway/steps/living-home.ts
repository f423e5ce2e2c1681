/** A home over its steps: what it holds by now, and what the provider makes of its keys. */
import type { ProfileName } from '../../generators/axes/auth-profile.ts';
import type { Case } from '../../generators/case.ts';
import type { CaseCanary } from '../../generators/secrets/canaries.ts';
import type { ProviderTurn } from '../../generators/steps/step.ts';
import { type Home, withStoresWritten } from '../home/home.ts';
import { type RotatingLogins, rotatingLogins } from '../observe/logins.ts';

export interface LivingHome {
  /** With the variables that the next process is started with. */
  readonly home: Home;
  /** The case as it was set up. */
  readonly value: Case;
  /** The keys of all generations, the newest first. */
  readonly canaries: readonly CaseCanary[];
  /** The number of rotations that there were. */
  readonly generation: number;
  readonly turn: ProviderTurn;
  /** The texts of the keys that the provider refuses since its turn. */
  readonly refused: ReadonlySet<string>;
  /** The profiles of the case's provider that are still there. */
  readonly profiles: readonly ProfileName[];
  /** Whether chat's model is the second one of its provider. */
  readonly hasSecondModel: boolean;
  /** Whether memory search is the other provider's by now. */
  readonly hasMovedMemory: boolean;
  /** With the refresh tokens that were used. */
  readonly tokens: RotatingLogins;
}

/** @param home whose stores are written */
export function livingHome(home: Home, value: Case, canaries: readonly CaseCanary[]): LivingHome {
  return {
    home: withStoresWritten(home),
    value,
    canaries,
    generation: 0,
    turn: 'recovers',
    refused: new Set(),
    profiles: value.provider.profiles.map(({ name }) => name),
    hasSecondModel: false,
    hasMovedMemory: false,
    tokens: rotatingLogins(value),
  };
}

/** The provider behaves in another way from now on. It refuses the keys that are in use then, and no newer ones. */
export function withTurn(living: LivingHome, turn: ProviderTurn): LivingHome {
  const texts = living.canaries.map(({ text }) => text);
  return { ...living, turn, refused: new Set(turn === 'refuses' ? texts : []) };
}

/** The case as the provider answers it now. */
export function valueNow({ value, turn }: LivingHome): Case {
  const answers = { limits: 'rate-limited', fails: 'server-error' } as const;
  if (turn !== 'limits' && turn !== 'fails') return value;
  return {
    ...value,
    provider: { ...value.provider, answer: answers[turn], answeredRequests: 'every' },
  };
}

/** The keys as the provider takes them now. */
export function canariesNow({ value, canaries, refused }: LivingHome): CaseCanary[] {
  return canaries.map((each) =>
    refused.has(each.text) && each.place.provider === value.provider.id
      ? { ...each, validity: 'stale' }
      : each,
  );
}
