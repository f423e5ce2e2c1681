/**
 * The auth profile store of a case, in the shape all versions share.
 *
 * @source docs/openclaw-auth-contract.md 1.3 (records), 1.6 (where each version keeps them)
 */
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import { type Place, profileIdOf } from '../../generators/secrets/place.ts';
import { secretField } from './secret-reference.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface AuthStore {
  readonly version: 1;
  readonly profiles: Readonly<Record<string, Fields>>;
  /** The order that `openclaw models auth order set` writes, by provider. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  /** State left by earlier failures, by profile id. */
  readonly usageStats: Readonly<Record<string, Fields>>;
}

const HOUR = 60 * 60 * 1000;
/** Milliseconds since the epoch, or what is no time at all. */
const EXPIRES: Record<AuthProfile['expires'], number | undefined> = {
  never: undefined,
  later: Date.UTC(2100, 0),
  past: Date.UTC(2020, 0),
  malformed: -1,
};

/** The store of a case, or null where the case has neither profiles nor a stored order. */
export function authStoreOf(value: Case, canaries: readonly Canary[]): AuthStore | null {
  const setups = setupsOf(value);
  const profiles = setups.flatMap((setup) =>
    setup.profiles.map((profile) => [idOf(setup, profile), record(setup, profile, canaries)]),
  );
  const order = setups.flatMap((setup) => (setup.order?.where === 'store' ? [orderOf(setup)] : []));
  const usageStats = setups.flatMap((setup) =>
    setup.profiles
      .filter(({ cooldown }) => cooldown !== 'none')
      .map((profile) => [idOf(setup, profile), failures(Date.now(), profile.cooldown)]),
  );
  if (profiles.length === 0 && order.length === 0) return null;
  return {
    version: 1,
    profiles: Object.fromEntries(profiles),
    order: Object.fromEntries(order),
    usageStats: Object.fromEntries(usageStats),
  };
}

/** `auth.order` of a setup as [provider, profile ids]; call only where there is an order. */
export function orderOf(setup: ProviderSetup): [string, string[]] {
  return [setup.id, (setup.order?.names ?? []).map((name) => idOf(setup, { name }))];
}

function idOf(setup: ProviderSetup, { name }: Pick<AuthProfile, 'name'>): string {
  return `${setup.id}:${name}`;
}

function record(setup: ProviderSetup, profile: AuthProfile, canaries: readonly Canary[]): Fields {
  const { type } = profile;
  const base = { type, provider: setup.id };
  const expires = EXPIRES[profile.expires];
  if (type === 'oauth') {
    const textOf = (holder: Place['holder']) =>
      canaries.find(({ place }) => place.holder === holder && profileIdOf(place) === idOf(setup, profile))
        ?.written;
    // An oauth record always has a time; a token may have none.
    const time = { expires: expires ?? EXPIRES.later };
    return { ...base, access: textOf('profile') ?? '', refresh: textOf('refresh token') ?? '', ...time };
  }
  const { source } = profile.secret;
  const own = { name: profile.name, type };
  const field = secretField({ holder: 'profile', provider: setup.id, profile: own, source }, canaries);
  const name = type === 'token' ? 'token' : 'key';
  return {
    ...base,
    ...(field === undefined ? {} : { [typeof field === 'string' ? name : `${name}Ref`]: field }),
    ...(type === 'token' && expires !== undefined ? { expires } : {}),
  };
}

/** A profile that was rate limited and is to be left alone for an hour: from a moment ago, or from two hours ago. */
function failures(present: number, cooldown: AuthProfile['cooldown']): Fields {
  const now = cooldown === 'over' ? present - 2 * HOUR : present;
  return {
    errorCount: 3,
    cooldownUntil: now + HOUR,
    cooldownReason: 'rate_limit',
    failureCounts: { rate_limit: 3 },
    lastFailureAt: now,
  };
}
