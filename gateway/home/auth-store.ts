/**
 * The auth profile store of a case, in the shape all versions share.
 *
 * @source shared/auth-contract.md 1.3 (records), 1.6 (where each version keeps them)
 */
import type { Canary } from '../../generators/canaries.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { secretField } from './secret-reference.ts';

export interface AuthStore {
  readonly version: 1;
  readonly profiles: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The order that `openclaw models auth order set` writes, by provider. */
  readonly order: Readonly<Record<string, readonly string[]>>;
}

/** The store of a case, or null where the case has neither profiles nor a stored order. */
export function authStoreOf(value: Case, canaries: readonly Canary[]): AuthStore | null {
  const setups = [value.provider, ...(value.otherProvider ? [value.otherProvider] : [])];
  const profiles = setups.flatMap((setup) => profilesOf(setup, canaries));
  const order = setups.flatMap((setup) => (setup.order?.where === 'store' ? [orderOf(setup)] : []));
  if (profiles.length === 0 && order.length === 0) return null;
  return { version: 1, profiles: Object.fromEntries(profiles), order: Object.fromEntries(order) };
}

/** `auth.order` of a setup as [provider, profile ids]; call only where there is an order. */
export function orderOf(setup: ProviderSetup): [string, string[]] {
  return [setup.id, (setup.order?.names ?? []).map((name) => `${setup.id}:${name}`)];
}

function profilesOf(setup: ProviderSetup, canaries: readonly Canary[]): [string, Record<string, unknown>][] {
  return setup.profiles.map((profile) => {
    const holder = { provider: setup.id, holder: 'profile' as const, profile };
    const field = secretField(profile.secret, holder, canaries);
    const name = profile.type === 'token' ? 'token' : 'key';
    const secret = field === undefined ? {} : { [typeof field === 'string' ? name : `${name}Ref`]: field };
    return [`${setup.id}:${profile.name}`, { type: profile.type, provider: setup.id, ...secret }];
  });
}
