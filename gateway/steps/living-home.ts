/** A home over its steps: what it holds by now, and what the provider makes of its keys. */
import type { ProfileName } from '../../generators/axes/auth-profile.ts';
import type { ProviderAnswer } from '../../generators/axes/provider-answer.ts';
import type { Case } from '../../generators/case.ts';
import type { CaseCanary } from '../../generators/secrets/canaries.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { awaitedKeepers } from '../../generators/steps/first-key.ts';
import { keeperOf } from '../../generators/steps/keeper.ts';
import type { FirstKeeper, LoginTurn, ProviderTurn, Step } from '../../generators/steps/step.ts';
import { type Home, withStoresWritten } from '../home/home.ts';
import { type RotatingLogins, rotatingLogins } from '../observe/logins.ts';

type ProviderStep = Extract<Step, { do: 'provider' }>;

export interface LivingHome {
  /** With the variables that the next process is started with. */
  readonly home: Home;
  /** The case as it was set up. */
  readonly value: Case;
  /** The keys of all generations, the newest first. */
  readonly canaries: readonly CaseCanary[];
  /** The number of rotations that there were. */
  readonly generation: number;
  /** Those that keep no key yet. */
  readonly awaited: readonly FirstKeeper[];
  readonly turn: ProviderTurn;
  /** The behaviour of the endpoint that renews logins. */
  readonly loginTurn: LoginTurn;
  /** The texts of the keys that the provider has turned against; a newer key is none of them. */
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
    awaited: awaitedKeepers(value),
    turn: 'recovers',
    loginTurn: 'recovers',
    refused: new Set(),
    profiles: value.provider.profiles.map(({ name }) => name),
    hasSecondModel: false,
    hasMovedMemory: false,
    tokens: rotatingLogins(value),
  };
}

/** The provider behaves in another way from now on. It refuses the keys that are in use then, and no newer ones. */
export function withTurn(living: LivingHome, { turn, of }: Pick<ProviderStep, 'turn' | 'of'>): LivingHome {
  const isThere = ({ place }: CaseCanary) => !living.awaited.some((keeper) => keeper === keeperOf(place));
  const isMeant = (canary: CaseCanary) =>
    canary.place.provider === living.value.provider.id &&
    isThere(canary) &&
    (of === undefined || profileOf(canary.place)?.name === of);
  const texts = living.canaries.filter(isMeant).map(({ text }) => text);
  const meetsAll = turn === 'recovers' || (of === undefined && turn in ANSWERS);
  return { ...living, turn, refused: new Set(meetsAll ? [] : texts) };
}

/** The answer that everybody gets, whatever key is sent. */
const ANSWERS: Partial<Record<ProviderTurn, ProviderAnswer>> = {
  limits: 'rate-limited',
  fails: 'server-error',
  misreads: 'bad-request',
  cuts: 'broken-off',
};

/** The case as the provider answers it now. */
export function valueNow({ value, turn, refused }: LivingHome): Case {
  const answer = ANSWERS[turn];
  if (!answer || refused.size > 0) return value;
  return { ...value, provider: { ...value.provider, answer, answeredRequests: 'every' } };
}

/** The standing of the keys in use that the provider has turned against. */
const REFUSED: Partial<Record<ProviderTurn, Pick<CaseCanary, 'validity' | 'refusedFor'>>> = {
  refuses: { validity: 'stale' },
  limits: { validity: 'limited' },
  'wants-credit': { validity: 'stale', refusedFor: 'no-credit' },
  revokes: { validity: 'stale', refusedFor: 'revoked' },
};

/** The keys as the provider takes them now. */
export function canariesNow({ canaries, turn, refused }: LivingHome): CaseCanary[] {
  return canaries.map((each) => (refused.has(each.text) ? { ...each, ...REFUSED[turn] } : each));
}
