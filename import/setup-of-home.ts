/** One provider of a real home as the setup of a case. */

import type { AddressVariable } from '../generators/axes/address-variable.ts';
import { type ProfileName, profileNameSchema } from '../generators/axes/auth-profile.ts';
import type { EntryHeader } from '../generators/axes/entry-headers.ts';
import { type EnvironmentVariable, layerSchema } from '../generators/axes/environment.ts';
import type { SpeechSecret } from '../generators/axes/secret.ts';
import { PLAIN_SETUP } from '../generators/plain-case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import {
  type Provider,
  type ProviderId,
  providerNamed,
  providerOf,
} from '../generators/providers/catalog.ts';
import { knownAs } from '../home-case/provider-name.ts';
import { BadInput } from '../support/bad-input.ts';
import { at, record, text } from '../support/json-path.ts';
import { awsOfHome } from './aws-of-home.ts';
import { profileOfEntryIn } from './entry-profile-of-home.ts';
import type { OpenClawHome } from './openclaw-home.ts';
import { declaredOfHome, orderOfHome, profileOfHome, profileStoreOfHome } from './profiles-of-home.ts';
import { secretOfHome } from './secret-of-home.ts';
import { shapeOfKey } from './shape-of-key.ts';

/** The most profiles, and variables, that a case can hold. */
const MOST = 3;

/**
 * @param name the provider's id in the home
 * @param id the provider of the catalog that stands for it
 * @param leftOut is told what a case cannot say
 */
export function setupOfHome(
  home: OpenClawHome,
  name: string,
  id: ProviderId,
  leftOut: string[],
): ProviderSetup {
  const provider = providerOf(id);
  const all = profilesOf(home, name);
  if (all.length > MOST) leftOut.push(`${all.length - MOST} more profiles of ${name}`);
  const names = profileNamesOf(home, name);
  const address = text(record(record(at(home.config, 'models.providers'))[name]).baseUrl);
  const entry = entryOfHome(home, name, provider);
  if (address && entry?.baseUrl === 'default' && address !== provider.baseUrl)
    leftOut.push(`models.providers.${name}.baseUrl: the entry of a case has the address of a stub`);
  return {
    ...PLAIN_SETUP,
    id,
    environment: environmentOfHome(home, provider, leftOut),
    profiles: [...names].map(([profileId, short]) => profileOfHome(home, profileId, short)),
    order: orderOfHome(home, accountOf(name), names),
    listedProfiles: declaredOfHome(home, names, leftOut),
    entry,
    ...entryFormOfHome(home, name, provider),
    addressVariable: addressVariableOfHome(home, provider),
    aws: provider.credentials === 'aws' ? awsOfHome(home) : null,
    profileStore: profileStoreOfHome(home),
  };
}

/** The ids of a provider's profiles in a home, with the names that a case gives them. */
export function profileNamesOf(home: OpenClawHome, provider: string): ReadonlyMap<string, ProfileName> {
  const named = profilesOf(home, provider).slice(0, MOST);
  return new Map(named.map((id, index) => [id, profileNameSchema.options[index]!]));
}

function profilesOf({ store }: OpenClawHome, provider: string): string[] {
  const profiles = Object.entries(record(store.profiles));
  const account = accountOf(provider);
  return profiles.filter(([, profile]) => isOf(text(record(profile).provider), account)).map(([id]) => id);
}

/** The provider under whose name a home stores the credentials of another. */
export function accountOf(provider: string): string {
  return providerNamed(provider)?.storedUnder ?? provider;
}

function isOf(named: string | null, provider: string): boolean {
  return named !== null && (named === provider || knownAs(named) === provider);
}

function addressVariableOfHome(
  { variables }: OpenClawHome,
  { addressVariable }: Provider,
): AddressVariable | null {
  const name = addressVariable?.name;
  const layer = (['process', 'workspace'] as const).find((each) => name && name in variables[each]);
  return layer ? { layer } : null;
}

function environmentOfHome(
  { config, variables }: OpenClawHome,
  { id, environmentVariables }: Provider,
  leftOut: string[],
): EnvironmentVariable[] {
  const { vars, shellEnv: _, ...short } = record(at(config, 'env'));
  const layers = { ...variables, config: record(vars), 'config-short': short };
  const all = layerSchema.options.flatMap((layer) =>
    environmentVariables.flatMap((name): EnvironmentVariable[] => {
      const value = text(layers[layer][name]);
      return value === null ? [] : [{ name, layer, holds: 'live', shape: shapeOfKey(value) }];
    }),
  );
  if (all.length > MOST) leftOut.push(`${all.length - MOST} more variables of ${id}`);
  return all.slice(0, MOST);
}

function entryOfHome(home: OpenClawHome, name: string, provider: Provider): ProviderSetup['entry'] {
  const entry = record(at(home.config, 'models.providers'))[name];
  if (!entry) return null;
  const { apiKey, auth, authHeader, baseUrl, headers, request } = record(entry);
  const modes = ['api-key', 'token', 'oauth', 'aws-sdk'] as const;
  const header = Object.entries(record(headers)).find(([each]) => isKeyHeader(each))?.[1];
  return {
    auth: modes.find((mode) => mode === auth) ?? null,
    apiKey: profileOfEntryIn(home, name) ? null : secretOfHome(home, apiKey, provider.environmentVariables),
    header: secretOfHome(home, header, provider.environmentVariables),
    authHeader: authHeader === true,
    baseUrl: addressOfHome(text(baseUrl), provider, record(request).allowPrivateNetwork === true),
  };
}

/** Fields that the entry leaves out, lists and adds besides credentials. */
function entryFormOfHome(
  { config }: OpenClawHome,
  name: string,
  { needsEntry, models: known }: Provider,
): Pick<ProviderSetup, 'entryFields' | 'modelId' | 'entryHeaders'> {
  const { entryFields, modelId, entryHeaders } = PLAIN_SETUP;
  const entry = record(at(config, 'models.providers'))[name];
  if (!entry) return { entryFields, modelId, entryHeaders };
  const { api, baseUrl, models, headers } = record(entry);
  const listed = (Array.isArray(models) ? models : []).map((model: unknown) => text(record(model).id));
  const isBare = api === undefined && baseUrl === undefined && listed.length > 0;
  const own = Object.keys(record(headers)).filter((header) => !isKeyHeader(header));
  return {
    entryFields: needsEntry
      ? api === undefined
        ? 'no-api'
        : 'all'
      : isBare
        ? 'models-alone'
        : api === undefined
          ? 'no-api'
          : listed.length === 0
            ? 'no-models'
            : 'all',
    modelId: needsEntry || listed.every((id) => id === null || known.includes(id)) ? 'known' : 'listed',
    entryHeaders: [...new Set(own.map(kindOfHeader))],
  };
}

/** The headers that providers read keys from. */
function isKeyHeader(header: string): boolean {
  return /^(authorization|x-api-key|api-key|x-goog-api-key|xi-api-key|proxy-authorization)$/i.test(header);
}

function kindOfHeader(header: string): EntryHeader {
  if (/^user-agent$/i.test(header)) return 'user-agent';
  return /token|auth|secret/i.test(header) ? 'gateway-token' : 'tenant';
}

/** The key of a provider for speech alone, in the form of any version; words that name a variable are text there. */
export function speechKeyOfHome(home: OpenClawHome, name: string): SpeechSecret | null {
  const key = ['tts', 'messages.tts'].map(
    (section) => record(record(at(home.config, `${section}.providers`))[name]).apiKey,
  );
  const secret = secretOfHome(home, key[0] ?? key[1], []);
  if (!secret) return null;
  const { source } = secret;
  const isText = source === 'marker' || source === 'foreign-name';
  return isText ? { source: 'inline', holds: 'live', shape: 'plain' } : { ...secret, source };
}

function addressOfHome(
  baseUrl: string | null,
  provider: Provider,
  isAllowed: boolean,
): NonNullable<ProviderSetup['entry']>['baseUrl'] {
  // A private address that is allowed beside the address of the provider itself: the network of this user gives one for it.
  if (isAllowed && (baseUrl === null || baseUrl === provider.baseUrl)) return 'private-dns';
  if (baseUrl === null) return provider.needsEntry ? 'default' : 'absent';
  const address = URL.parse(baseUrl, 'https://unknown.invalid');
  if (!address)
    throw new BadInput(`The baseUrl of ${provider.id} in openclaw.json is no address. Correct it first.`);
  const { hostname, pathname } = address;
  if (/^(127\.|localhost$)/.test(hostname)) return 'loopback';
  if (/^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(hostname)) return isAllowed ? 'trusted-lan' : 'lan';
  if (provider.needsEntry || baseUrl === provider.baseUrl) return 'default';
  if (baseUrl.trim() === '') return 'blank';
  if (baseUrl === `${provider.baseUrl}/`) return 'trailing-slash';
  return pathname.replace(/\/$/, '') === new URL(provider.baseUrl).pathname.replace(/\/$/, '')
    ? 'regional'
    : 'own-path';
}
