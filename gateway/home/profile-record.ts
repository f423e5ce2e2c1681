/**
 * One auth profile as OpenClaw keeps it, in the shape that all versions share.
 *
 * @source docs/openclaw-auth-contract.md 1.3
 */

import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { idOfProfile, storedUnder } from '../../generators/providers/catalog.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import { type Place, profileIdOf } from '../../generators/secrets/place.ts';
import { secretField } from './secret-reference.ts';

export type ProfileFields = Readonly<Record<string, unknown>>;

/** Milliseconds since the epoch, or what is no time at all. */
const EXPIRES: Record<AuthProfile['expires'], number | undefined> = {
  never: undefined,
  later: Date.UTC(2100, 0),
  past: Date.UTC(2020, 0),
  malformed: -1,
};

export function profileId(setup: Pick<ProviderSetup, 'id'>, { name }: Pick<AuthProfile, 'name'>): string {
  return idOfProfile(setup.id, name);
}

export function profileRecord(
  setup: ProviderSetup,
  profile: AuthProfile,
  canaries: readonly Canary[],
): ProfileFields {
  const { type } = profile;
  const base = { type, provider: storedUnder(setup.id) };
  const expires = EXPIRES[profile.expires];
  const textOf = textIn(setup, profile, canaries);
  if (type === 'oauth') {
    // An oauth record always has a time; a token may have none.
    const time = { expires: expires ?? EXPIRES.later };
    return { ...base, access: textOf('profile') ?? '', refresh: textOf('refresh token') ?? '', ...time };
  }
  const { source } = profile.secret;
  const own = { name: profile.name, type };
  const field = secretField({ holder: 'profile', provider: setup.id, profile: own, source }, canaries);
  const name = type === 'token' ? 'token' : 'key';
  const beside = textOf('plain beside');
  return {
    ...base,
    ...(beside === undefined ? {} : { [name]: beside }),
    ...(field === undefined ? {} : { [typeof field === 'string' ? name : `${name}Ref`]: field }),
    ...(type === 'token' && expires !== undefined ? { expires } : {}),
  };
}

/** The record with the key that the profile had before an update. */
export function olderRecord(
  setup: ProviderSetup,
  profile: AuthProfile,
  canaries: readonly Canary[],
): ProfileFields {
  const { type } = profile;
  const base = { type, provider: storedUnder(setup.id) };
  const text = textIn(setup, profile, canaries)('older profile');
  if (type === 'oauth') return { ...base, access: text, refresh: '', expires: EXPIRES.later };
  return { ...base, [type === 'token' ? 'token' : 'key']: text };
}

function textIn(setup: ProviderSetup, profile: AuthProfile, canaries: readonly Canary[]) {
  return (holder: Place['holder']) =>
    canaries.find(({ place }) => place.holder === holder && profileIdOf(place) === profileId(setup, profile))
      ?.written;
}
