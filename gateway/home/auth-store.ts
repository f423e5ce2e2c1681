/**
 * An auth profile store, in the shape that all versions share.
 *
 * @source docs/openclaw-auth-contract.md 1.3
 */

import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { storedUnder } from '../../generators/providers/catalog.ts';
import { type ProfileFields, profileId } from './profile-record.ts';

export interface AuthStore {
  readonly version: 1;
  readonly profiles: Readonly<Record<string, ProfileFields>>;
  /** The order that `openclaw models auth order set` writes, by provider. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  /** State left by earlier failures, by profile id. */
  readonly usageStats: Readonly<Record<string, ProfileFields>>;
}

export type RecordOf = (setup: ProviderSetup, profile: AuthProfile) => ProfileFields;

/** The store of some setups; null where they have neither profiles nor a stored order. */
export function storeOf(setups: readonly ProviderSetup[], recordOf: RecordOf): AuthStore | null {
  const profiles = setups.flatMap((setup) =>
    setup.profiles.map((profile) => [profileId(setup, profile), recordOf(setup, profile)]),
  );
  const order = setups.flatMap((setup) => (setup.order?.where === 'store' ? [orderOf(setup)] : []));
  const usageStats = setups.flatMap((setup) =>
    setup.profiles
      .filter(({ cooldown }) => cooldown !== 'none')
      .map((profile) => [profileId(setup, profile), failures(Date.now(), profile.cooldown)]),
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
  return [storedUnder(setup.id), (setup.order?.names ?? []).map((name) => profileId(setup, { name }))];
}

const HOUR = 60 * 60 * 1000;

/** A profile that was rate limited and is to be left alone for an hour: from a moment ago, or from two hours ago. */
function failures(present: number, cooldown: AuthProfile['cooldown']): ProfileFields {
  const now = cooldown === 'over' ? present - 2 * HOUR : present;
  return {
    errorCount: 3,
    cooldownUntil: now + HOUR,
    cooldownReason: 'rate_limit',
    failureCounts: { rate_limit: 3 },
    lastFailureAt: now,
  };
}
