/** The repairs of how credentials are kept: the same ones, held more plainly. */
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import type { EnvironmentVariable } from '../../generators/axes/environment.ts';
import type { ProviderEntry } from '../../generators/axes/provider-entry.ts';
import type { SpareKey } from '../../generators/axes/spare-keys.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { mapCaseSecrets } from '../../generators/secrets/map-case-secrets.ts';
import type { Secret } from '../../generators/secrets/map-secrets.ts';
import { mapSetups } from './axis-repairs.ts';
import { type Repair, repair } from './repair.ts';

export const SECRET_REPAIRS: readonly Repair[] = [
  repair('references-resolve', 'every reference resolves', (value) =>
    mapCaseSecrets(value, (secret) => (leadsNowhere(secret) ? { ...secret, holds: 'live' } : secret)),
  ),
  repair('templates.braces', 'templates have braces', (value) =>
    mapCaseSecrets(value, (secret) =>
      secret.source === 'short-template' ? { ...secret, source: 'template' } : secret,
    ),
  ),
  ofEntry(
    'entry.apiKey.text',
    "the apiKey of the provider's entry is plain text",
    ({ apiKey, ...entry }) => ({
      ...entry,
      apiKey: apiKey && asText(apiKey),
    }),
  ),
  ofEntry('entry.header.text', "the key in headers of the provider's entry is plain text", (entry) => ({
    ...entry,
    header: entry.header && asText(entry.header),
  })),
  ofProfiles('profiles.text', "the profiles' secrets are plain text", (profile) => ({
    ...profile,
    secret: asText(profile.secret),
  })),
  repair('speechKey.text', 'the key of speech is plain text', (value) => ({
    ...value,
    speechKey: value.speechKey && asText(value.speechKey),
  })),
  repair('searchKey.text', 'the key of web search is plain text', (value) => ({
    ...value,
    searchKey: value.searchKey && asText(value.searchKey),
  })),
  repair('memoryEndpoint.text', 'the key of memory search is plain text', (value) => ({
    ...value,
    memoryEndpoint: value.memoryEndpoint && {
      ...value.memoryEndpoint,
      apiKey: asText(value.memoryEndpoint.apiKey),
    },
  })),
  ofSetups('entryRequest.text', "the secret in request of the provider's entry is plain text", (setup) => ({
    ...setup,
    entryRequest: setup.entryRequest && {
      ...setup.entryRequest,
      secret: asText(setup.entryRequest.secret),
    },
  })),
  ofVariables('environment.process', 'variables are set in the process', (variable) => ({
    ...variable,
    layer: 'process',
  })),
  repair('live', 'every key is live', (value) =>
    ofEverySecret(value, (secret) =>
      secret.holds === 'stale' || secret.holds === 'limited' ? { ...secret, holds: 'live' } : secret,
    ),
  ),
  repair('plain', 'no key is oddly written', (value) =>
    ofEverySecret(value, (secret) => ({ ...secret, shape: 'plain' })),
  ),
  ofProfiles('profiles.expires', 'no profile expires', (profile) => ({ ...profile, expires: 'never' })),
  ofProfiles('profiles.refresh', 'every refresh works', (profile) => ({
    ...profile,
    refresh: profile.refresh === 'fails' ? 'works' : profile.refresh,
  })),
  ofProfiles('profiles.cooldown', 'no profile was set aside', (profile) => ({
    ...profile,
    cooldown: 'none',
  })),
  ofProfiles('profiles.type', 'the profiles hold keys', (profile) => ({
    ...profile,
    type: 'api_key',
    expires: 'never',
    refresh: 'none',
  })),
  ofSetups(
    'profiles.one',
    'there is one profile',
    (setup) => ({ ...setup, profiles: setup.profiles.slice(0, 1) }),
    { keepsCredentials: false },
  ),
  ofSetups(
    'environment.one',
    'one environment variable is set',
    (setup) => ({ ...setup, environment: setup.environment.slice(0, 1) }),
    { keepsCredentials: false },
  ),
  repair('otherProvider', 'there is no second provider', (value) => ({ ...value, otherProvider: null }), {
    keepsCredentials: false,
  }),
];

/** A bare name of a variable, which is text as much as it is a reference. */
function isName({ source }: Secret): boolean {
  return source === 'marker' || source === 'foreign-name';
}

function leadsNowhere(secret: Secret): boolean {
  return secret.holds === 'nothing' && secret.source !== 'inline' && !isName(secret);
}

/** A reference that leads to something, or the name of a variable, as the text of a key. */
function asText<T extends Secret>(secret: T): T {
  // The text is a key, whatever the variable holds.
  if (isName(secret)) return { ...secret, source: 'inline', holds: 'live' };
  return secret.holds === 'nothing' ? secret : { ...secret, source: 'inline' };
}

function ofSetups(
  id: string,
  words: string,
  change: (setup: ProviderSetup) => ProviderSetup,
  options: { readonly keepsCredentials?: boolean } = {},
): Repair {
  return repair(id, words, (value) => mapSetups(value, change), options);
}

function ofEntry(id: string, words: string, change: (entry: ProviderEntry) => ProviderEntry): Repair {
  return ofSetups(id, words, (setup) => ({ ...setup, entry: setup.entry && change(setup.entry) }));
}

function ofProfiles(id: string, words: string, change: (profile: AuthProfile) => AuthProfile): Repair {
  return ofSetups(id, words, (setup) => ({ ...setup, profiles: setup.profiles.map(change) }));
}

/** A variable that another layer sets, too, is left: one layer sets it once. */
function ofVariables(
  id: string,
  words: string,
  change: (variable: EnvironmentVariable) => EnvironmentVariable,
): Repair {
  return ofSetups(id, words, (setup) => ({
    ...setup,
    environment: setup.environment.map((variable, _, all) =>
      all.filter(({ name }) => name === variable.name).length === 1 ? change(variable) : variable,
    ),
  }));
}

/** Of variables, too, which are no secret fields: they have no source. */
function ofEverySecret(
  value: Case,
  change: <T extends { readonly holds: Secret['holds']; readonly shape: Secret['shape'] }>(secret: T) => T,
): Case {
  return mapSetups(mapCaseSecrets(value, change), (setup) => ({
    ...setup,
    environment: setup.environment.map(change),
    spareKeys: setup.spareKeys.map((key) => withHolds(key, change)),
  }));
}

/** A spare key is plain text in a variable. */
function withHolds(
  key: SpareKey,
  change: <T extends { readonly holds: Secret['holds']; readonly shape: Secret['shape'] }>(secret: T) => T,
): SpareKey {
  return { ...key, holds: change({ holds: key.holds, shape: 'plain' as const }).holds };
}
