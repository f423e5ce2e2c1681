/**
 * `auth-profiles.json` and `auth-state.json`: the stores of builds before 2026.6.5, and what an update leaves of them.
 *
 * @source docs/openclaw-auth-contract.md 1.3 (state is written apart from the profiles, and what the loader takes); before 2026.4.7 no
 *   build reads `auth-state.json`
 */
import type { ProfileRecord } from '../../generators/axes/profile-record.ts';
import type { AuthStore } from './auth-store.ts';
import type { ProfileFields } from './profile-record.ts';

export interface ProfileFiles {
  readonly profiles: object;
  /** Null where nothing was learned and no order is set. */
  readonly state: object | null;
}

export function profileFilesOf(
  { version, profiles, order, usageStats }: AuthStore,
  form: ProfileRecord,
  keepsStateApart: boolean,
): ProfileFiles {
  const written = Object.fromEntries(
    Object.entries(profiles).map(([id, fields]) => [id, IN_FORM[form](fields)]),
  );
  const hasState = Object.keys(order).length + Object.keys(usageStats).length > 0;
  const within = hasState && !keepsStateApart ? { order, usageStats } : {};
  return {
    profiles: form === 'flat' ? written : { version, profiles: written, ...within },
    state: hasState && keepsStateApart ? { version, order, usageStats } : null,
  };
}

const IN_FORM: Readonly<Record<ProfileRecord, (fields: ProfileFields) => ProfileFields>> = {
  usual: (fields) => fields,
  aliased: (fields) => renamed(fields, { type: 'mode', key: 'apiKey' }),
  flat: (fields) => renamed(fields, { key: 'apiKey' }),
  misnamed: (fields) => renamed(fields, { key: 'api_key' }),
};

function renamed(fields: ProfileFields, names: Readonly<Record<string, string>>): ProfileFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [names[name] ?? name, value]));
}
