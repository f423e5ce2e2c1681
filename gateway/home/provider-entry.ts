/** `models.providers.<id>` of a setup, as its user writes it. */
import { regionAt } from '../../generators/axes/aws-setup.ts';
import { allowsPrivate } from '../../generators/axes/base-url.ts';
import type { EntrySecret } from '../../generators/axes/secret.ts';
import { gatewayPath, type ProviderSetup, usersServers } from '../../generators/provider-setup.ts';
import { type Provider, providerOf } from '../../generators/providers/catalog.ts';
import { regionalHost } from '../../generators/providers/hosts.ts';
import type { ApiStyle } from '../../generators/providers/provider.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { VersionTraits } from '../versions/traits.ts';
import { inputsOf, modelRecord } from './older-models-file.ts';
import { ownHeaders, REQUEST_HEADER } from './own-headers.ts';
import { secretField } from './secret-reference.ts';

/**
 * The entry with its id; none where the setup has none, and needs none to be known or to list a model.
 *
 * @param used the models of the provider that the case asks
 */
export function entryOf(
  setup: ProviderSetup,
  used: readonly string[],
  canaries: readonly Canary[],
  traits: VersionTraits,
): [string, object][] {
  const provider = providerOf(setup.id);
  const { entry: own, modelId } = setup;
  if (!own && !provider.needsEntry && modelId === 'known') return [];
  const field = (holder: 'entry' | 'header', secret: EntrySecret | null | undefined) =>
    secret ? secretField({ holder, provider: setup.id, source: secret.source }, canaries) : undefined;
  const [apiKey, header] = [field('entry', own?.apiKey), field('header', own?.header)];
  const isRefused = typeof header === 'object' && !traits.headersTakeReferences;
  const headers = {
    ...(header === undefined || isRefused ? {} : { [KEY_HEADERS[provider.api]]: header }),
    ...ownHeaders(setup, canaries),
  };
  const request = requestOf(setup, provider, canaries, traits);
  const states = statedFields(setup, provider, traits);
  const entry = {
    ...(states.address ? { baseUrl: addressOf(provider, setup) } : {}),
    ...(states.api ? { api: provider.api } : {}),
    ...(own?.auth ? { auth: own.auth } : {}),
    ...(own?.authHeader ? { authHeader: true } : {}),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(request ? { request } : {}),
    ...modelsOf(used, provider, states),
    ...provider.entrySettings,
  };
  return [[setup.id, entry]];
}

/** `request` of the entry, in the builds that read one; none where it would be empty. */
function requestOf(
  setup: ProviderSetup,
  provider: Provider,
  canaries: readonly Canary[],
  traits: VersionTraits,
): object | null {
  const { entry } = setup;
  const isAllowed = entry !== null && allowsPrivate(entry.baseUrl) && traits.allowsPrivateNetwork;
  const own = overridesOf(setup, provider, canaries, traits);
  return isAllowed ? { ...own, allowPrivateNetwork: true } : own;
}

/** The header or the auth that `request` sets. */
function overridesOf(
  { entry, entryRequest }: ProviderSetup,
  { id, api }: Provider,
  canaries: readonly Canary[],
  { readsRequest }: VersionTraits,
): object | null {
  if (!entry || !entryRequest || !readsRequest) return null;
  const { part, secret } = entryRequest;
  const value = secretField({ holder: 'request', provider: id, source: secret.source }, canaries);
  if (value === undefined) return null;
  switch (part) {
    case 'headers':
      return { headers: { [REQUEST_HEADER]: value } };
    case 'bearer':
      return { auth: { mode: 'authorization-bearer', token: value } };
    case 'header':
      return { auth: { mode: 'header', headerName: KEY_HEADERS[api], value } };
  }
}

interface StatedFields {
  readonly address: boolean;
  readonly api: boolean;
  readonly models: 'whole' | 'names' | 'empty' | 'none';
}

/** Older builds refuse an entry without an address or models: what it leaves out, it then states, or has none of. */
function statedFields(
  { entry, entryFields, modelId }: ProviderSetup,
  { needsEntry }: Provider,
  { entriesNeedAddress }: VersionTraits,
): StatedFields {
  const fields = !entry && !needsEntry ? 'models-alone' : entryFields;
  const isAlone = fields === 'models-alone';
  const isAbsent = isAlone || entry?.baseUrl === 'absent';
  const needsAddress = entriesNeedAddress || needsEntry;
  // A model that nobody else knows is listed whatever else is left out.
  const hasModels = fields !== 'no-models' || modelId !== 'known';
  return {
    address: !isAbsent || needsAddress,
    api: fields !== 'no-api' && (!isAlone || entriesNeedAddress),
    models: hasModels ? (isAlone ? 'names' : 'whole') : entriesNeedAddress ? 'empty' : 'none',
  };
}

function modelsOf(used: readonly string[], provider: Provider, { models }: StatedFields): object {
  if (models === 'none') return {};
  if (models === 'empty') return { models: [] };
  const named = (id: string) => ({ id, name: id, input: inputsOf(provider) });
  return { models: used.map((id) => (models === 'whole' ? modelRecord(id, provider) : named(id))) };
}

/** The header that an API reads a key from, where it reads one from a header of its own. */
const KEY_HEADERS: Record<ApiStyle, string> = {
  'google-generative-ai': 'x-goog-api-key',
  'google-vertex': 'x-goog-api-key',
  'anthropic-messages': 'x-api-key',
  'openai-responses': 'api-key',
  'openai-completions': 'api-key',
  'openai-codex-responses': 'api-key',
  ollama: 'api-key',
  'bedrock-converse-stream': 'x-api-key',
};

function addressOf(provider: Provider, { entry, aws }: ProviderSetup): string {
  const region = aws && regionAt(aws, 'address');
  const path = new URL(provider.baseUrl).pathname.replace(/\/$/, '');
  switch (entry?.baseUrl ?? 'default') {
    case 'default':
    case 'absent':
    case 'private-dns':
      return region ? provider.baseUrl.replace('us-east-1', region) : provider.baseUrl;
    case 'trailing-slash':
      return `${provider.baseUrl}/`;
    case 'blank':
      // An empty text is refused by the schema of every build.
      return '  ';
    case 'regional':
    case 'own-path':
      return `https://${regionalHost(provider.id)}${gatewayPath(entry)}${path}`;
    case 'loopback':
    case 'lan':
    case 'trusted-lan':
      return `http://${usersServers(entry)[0]}${path}`;
  }
}
