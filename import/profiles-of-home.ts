/** The auth profiles of a real home, their order, and the store that they are in, as a case has them. */
import { traitsOf } from '../gateway/versions/traits.ts';
import { type AuthProfile, type ProfileName, profileNameSchema } from '../generators/axes/auth-profile.ts';
import type { ListedProfiles } from '../generators/axes/listed-profiles.ts';
import type { ProfileRecord } from '../generators/axes/profile-record.ts';
import type { ProfileStore } from '../generators/axes/profile-store.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import { at, record, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import type { OpenClawHome } from './openclaw-home.ts';
import { secretOfHome } from './secret-of-home.ts';

export function profileOfHome(home: OpenClawHome, id: string, name: ProfileName): AuthProfile {
  const profile = record(record(home.store.profiles)[id]);
  const type = text(profile.type) ?? text(profile.mode);
  const until = Number(record(record(home.state.usageStats)[id]).cooldownUntil ?? 0);
  return {
    name,
    type: type === 'oauth' || type === 'token' ? type : 'api_key',
    secret: profileSecret(home, profile, type),
    expires: expiresOf(profile.expires),
    refresh: type === 'oauth' && text(profile.refresh) ? 'works' : 'none',
    cooldown: until > Date.now() ? 'active' : until > 0 ? 'over' : 'none',
  };
}

function profileSecret(home: OpenClawHome, profile: JsonRecord, type: string | null): AuthProfile['secret'] {
  if (type === 'oauth')
    return { source: 'inline', holds: text(profile.access) ? 'live' : 'nothing', shape: 'plain' };
  const secret = secretOfHome(
    home,
    profile.keyRef ?? profile.tokenRef ?? profile.key ?? profile.token ?? profile.apiKey ?? profile.api_key,
    [],
  );
  if (!secret) return { source: 'inline', holds: 'nothing', shape: 'plain' };
  const { source } = secret;
  // A profile takes these words as they stand.
  if (
    source === 'marker' ||
    source === 'foreign-name' ||
    source === 'template' ||
    source === 'short-template'
  )
    return { source: 'inline', holds: 'live', shape: 'plain' };
  return { ...secret, source };
}

function expiresOf(value: unknown): AuthProfile['expires'] {
  if (value === undefined || value === null) return 'never';
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return 'malformed';
  return value < Date.now() ? 'past' : 'later';
}

export function orderOfHome(
  { config, state }: OpenClawHome,
  provider: string,
  names: ReadonlyMap<string, ProfileName>,
): ProviderSetup['order'] {
  const stored = record(state.order)[provider];
  const order = stored ?? record(at(config, 'auth.order'))[provider];
  if (!Array.isArray(order)) return null;
  // An id without a profile stays in the order, under a name that no profile has.
  const unused = profileNameSchema.options.filter((name) => ![...names.values()].includes(name));
  const short = order
    .map((id: unknown) => names.get(String(id)) ?? unused[0])
    .filter((name) => name !== undefined);
  return short.length > 0 ? { where: stored ? 'store' : 'config', names: [...new Set(short)] } : null;
}

/** The profiles of a provider that the configuration declares; some of them that are not the first cannot be said. */
export function declaredOfHome(
  { config }: OpenClawHome,
  names: ReadonlyMap<string, ProfileName>,
  leftOut: string[],
): ListedProfiles {
  const ids = [...names.keys()];
  const declared = ids.filter((id) => Object.hasOwn(record(at(config, 'auth.profiles')), id));
  if (declared.length === 0) return 'none';
  if (declared.length === ids.length) return 'all';
  if (declared.length > 1 || declared[0] !== ids[0])
    leftOut.push(
      `auth.profiles of ${declared.join(', ')} alone: a case declares all, or the first of the store`,
    );
  return 'first';
}

/** A file in which a build with a database found itself waits for its migration; another is the store of its build. */
export function profileStoreOfHome({ storedIn, version }: OpenClawHome): ProfileStore {
  if (storedIn.file === 'none') return 'own';
  if (storedIn.database) return 'older-beside';
  return version !== null && traitsOf(version).authStore === 'sqlite' ? 'older-file' : 'own';
}

/** The form of the records in a file of profiles; the first odd one decides. */
export function profileRecordOfHome({ store, storedIn }: OpenClawHome): ProfileRecord {
  const records = Object.values(record(store.profiles)).map(record);
  if (storedIn.database || records.length === 0) return 'usual';
  if (storedIn.file === 'flat') return 'flat';
  if (records.some((each) => each.api_key !== undefined && each.key === undefined)) return 'misnamed';
  return records.some(({ apiKey, mode }) => apiKey !== undefined || mode !== undefined) ? 'aliased' : 'usual';
}
