import { usualOf } from './axes/axis-list.ts';
import { type Case, caseSchema } from './case.ts';
import { CASE_AXES } from './case-axes.ts';
import { CASE_SCHEMA_VERSION } from './case-migrations.ts';
import type { ProviderSetup } from './provider-setup.ts';
import { SETUP_AXES } from './setup-axes.ts';

/** Every field of a case but its provider, at its simplest value. */
export const PLAIN: Omit<Case, 'schemaVersion' | 'provider'> = { ...usualOf(CASE_AXES), otherProvider: null };

/** Every axis of a provider's setup at its simplest value: no credential at all. */
export const PLAIN_SETUP: Omit<ProviderSetup, 'id'> = usualOf(SETUP_AXES);

/** A case of one provider that has nothing but what is said of it, and of the case. */
export function plainCase(
  setup: Pick<ProviderSetup, 'id'> & Partial<ProviderSetup>,
  changes: Partial<Case> = {},
): Case {
  return caseSchema.parse({
    schemaVersion: CASE_SCHEMA_VERSION,
    ...PLAIN,
    provider: { ...PLAIN_SETUP, ...setup },
    ...changes,
  });
}

/** An entry of `models.providers` that says nothing of credentials. */
export const PLAIN_ENTRY = {
  auth: null,
  apiKey: null,
  header: null,
  authHeader: false,
  baseUrl: 'default',
} as const;

/** A profile with a live key. */
export const PLAIN_PROFILE = {
  name: 'a',
  type: 'api_key',
  secret: { source: 'inline', holds: 'live', shape: 'plain' },
  expires: 'never',
  refresh: 'none',
  cooldown: 'none',
} as const;

/** A profile of a subscription whose token is live, and can be refreshed. */
export const PLAIN_SUBSCRIPTION = {
  ...PLAIN_PROFILE,
  type: 'oauth',
  expires: 'later',
  refresh: 'works',
} as const;
