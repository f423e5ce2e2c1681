/** The addresses that a home names, and the hosts that may see the secrets of each of its providers. */
import {
  ALL_PROVIDERS,
  type Provider,
  providerNamed,
  providerOfHost,
} from '../generators/providers/catalog.ts';
import { SERVICES, serviceNamed, serviceOfHost } from '../generators/providers/services.ts';
import { at, record, text } from '../support/json-path.ts';
import { isJsonRecord, type JsonRecord } from '../support/json-record.ts';
import {
  chatFallbacks,
  chatModel,
  configurationOf,
  generationModel,
  modelSetting,
  searchModel,
  speechProvider,
  webSearchProvider,
} from './configuration.ts';
import type { HomeCase } from './home-case.ts';
import { mediaEntry } from './media-entries.ts';
import { withWords } from './secrets.ts';

/** An address of the user's own. */
export interface Address {
  readonly url: URL;
  /** The provider whose address it is; null: it is nobody's alone. */
  readonly provider: string | null;
}

/** Every address that the configuration, the agents' models and the variables name. */
export function addressesOf(value: HomeCase): Address[] {
  const variables = variablesOf(value);
  const named = ALL_PROVIDERS.flatMap(({ id, addressVariable }): Address[] => {
    const url = addressVariable && urlIn(variables[addressVariable.name]);
    return url ? [{ url, provider: id }] : [];
  });
  const models = value.files.flatMap((file) =>
    file.as === 'json' && file.path.endsWith('/models.json') ? [withWords(file.content, value)] : [],
  );
  const written = [configurationOf(value), ...models].map((each) => resolved(each, variables));
  const found = [...written.flatMap((each) => addressesIn(each, [], null)), ...named];
  const unsaid = localServersOf(value).filter((id) => !found.some(({ provider }) => provider === id));
  return [...found, ...unsaid.map((id) => ({ url: new URL(LOCAL_SERVERS[id]!), provider: id }))];
}

/** Addresses at which builds look for a server of a kind that is said to be nowhere else. */
const LOCAL_SERVERS: Readonly<Record<string, string>> = {
  ollama: 'http://127.0.0.1:11434',
  lmstudio: 'http://localhost:1234/v1',
  vllm: 'http://127.0.0.1:8000/v1',
  sglang: 'http://127.0.0.1:30000/v1',
  litellm: 'http://localhost:4000',
};

/** The kinds of local servers that a home names as providers. */
function localServersOf(value: HomeCase): string[] {
  const named = [
    ...[chatModel(value), ...chatFallbacks(value), searchModel(value)].map((each) => each?.provider),
    ...(['imageModel', 'pdfModel'] as const).map((setting) => modelSetting(value, setting)?.provider),
    ...(['image', 'video'] as const).map((kind) => generationModel(value, kind)?.provider),
    ...(['image', 'audio', 'video'] as const).map((medium) => mediaEntry(value, medium)?.provider),
    ...Object.keys(entriesOf(value)),
  ];
  return [...new Set(named)].filter((id) => id !== undefined && id in LOCAL_SERVERS) as string[];
}

/** The local ports that a build may connect to: the home's own, and those at which it would look for a server of an API. */
export function localPortsOf(value: HomeCase): string[] {
  const own = addressesOf(value).flatMap(({ url }) => (isLocal(url) ? [url.port || '80'] : []));
  const apis = Object.values(entriesOf(value)).map((entry) => text(record(entry).api));
  const usual = Object.entries(LOCAL_SERVERS).flatMap(([id, url]) =>
    apis.includes(id) ? [new URL(url).port] : [],
  );
  return [...new Set([...own, ...usual])];
}

function isLocal({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
}

/** The variables of every layer that a build reads, by name. */
export function variablesOf(value: HomeCase): Readonly<Record<string, string>> {
  const { vars, ...short } = record(at(configurationOf(value), 'env'));
  const texts = Object.entries({ ...short, ...record(vars) }).filter(([, each]) => typeof each === 'string');
  const files = value.files.flatMap((file) =>
    file.as === 'variables' && file.path.startsWith('.openclaw/') ? [file.variables] : [],
  );
  return Object.assign({}, Object.fromEntries(texts), ...files, value.service, value.environment);
}

/** With the variables that texts name in place of their names, where the home has them. */
function resolved(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string')
    return value.replace(/\$\{(\w+)\}/g, (whole, name: string) => variables[name] ?? whole);
  if (Array.isArray(value)) return value.map((each) => resolved(each, variables));
  if (!isJsonRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, variables)]));
}

function addressesIn(value: unknown, path: readonly string[], owner: string | null): Address[] {
  if (typeof value === 'string') {
    const url = /(url|uri|endpoint|host)$/i.test(path.at(-1) ?? '') ? urlIn(value) : null;
    return url ? [{ url, provider: owner }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each) => addressesIn(each, path, owner));
  if (!isJsonRecord(value)) return [];
  const own = text(value.provider) ?? (path.at(-2) === 'providers' ? (path.at(-1) ?? null) : owner);
  return Object.entries(value).flatMap(([key, child]) => addressesIn(child, [...path, key], own));
}

function urlIn(value: string | undefined): URL | null {
  if (!value || !/^(https?|wss?):\/\//i.test(value) || !URL.canParse(value)) return null;
  return new URL(value);
}

/** Every provider that a home names: by a model, an entry, a secret or a variable. */
export function providersOf(value: HomeCase): string[] {
  const variables = variablesOf(value);
  return [
    ...new Set([
      ...[chatModel(value), ...chatFallbacks(value)].flatMap((each) => each?.provider ?? []),
      ...Object.keys(entriesOf(value)),
      ...Object.values(value.secrets).flatMap(({ provider }) => provider ?? []),
      ...[...ALL_PROVIDERS, ...SERVICES].flatMap(({ id, environmentVariables }) =>
        environmentVariables.some((name) => name in variables) ? [id] : [],
      ),
      ...[webSearchProvider(value), speechProvider(value), searchModel(value)?.provider].flatMap(
        (each) => each ?? [],
      ),
    ]),
  ];
}

/** `models.providers`. */
export function entriesOf(value: HomeCase): JsonRecord {
  return record(at(configurationOf(value), 'models.providers'));
}

/** The custom providers of the catalog by their API, where it is not OpenAI's. */
const CUSTOM_BY_API: Readonly<Record<string, string>> = {
  'anthropic-messages': 'custom-anthropic',
  ollama: 'custom-ollama',
};

/** The provider of the catalog that a provider of the home is like: itself, or the custom one of its API. */
export function likeInCatalog(value: HomeCase, id: string): Provider {
  const api = text(record(entriesOf(value)[id]).api);
  return providerNamed(id) ?? providerNamed(CUSTOM_BY_API[api ?? ''] ?? 'custom-openai')!;
}

/** The hosts that may see the secrets of a provider: those of its address where it has one, else its own. */
export function hostsOf(value: HomeCase, id: string): string[] {
  const addresses = addressesOf(value);
  const own = addresses.filter(({ provider }) => provider === id);
  const nobodys = addresses.filter(({ provider }) => provider === null);
  const baseUrl = resolved(record(entriesOf(value)[id]).baseUrl, variablesOf(value));
  const isMoved = typeof baseUrl === 'string' && urlIn(baseUrl) !== null;
  const provider = providerNamed(id);
  const kin = provider && ALL_PROVIDERS.filter((each) => isKin(provider, each));
  const usual = (kin ?? []).flatMap(({ hosts, serviceHosts = [], subscription }) => [
    ...hosts,
    ...serviceHosts,
    ...(subscription?.hosts ?? []),
  ]);
  const always = isMoved ? [] : [...usual, ...(serviceNamed(id)?.hosts ?? [])];
  return [...[...own, ...nobodys].map(({ url }) => url.hostname), ...always];
}

/**
 * The providers of a home whose hosts neither the home nor the catalog says: builds know more providers than the catalog. A host of
 * nobody is theirs.
 */
export function ofUnknownHosts(value: HomeCase): string[] {
  return providersOf(value).filter((id) => !providerNamed(id) && hostsOf(value, id).length === 0);
}

/** Whether a host is none that the home, the catalog or a service has. */
export function isNobodys(value: HomeCase, hostname: string): boolean {
  const isNamed = addressesOf(value).some(({ url }) => url.hostname === hostname);
  return !isNamed && !providerOfHost(hostname) && !serviceOfHost(hostname);
}

/** Providers that sell one account: OpenAI's keys and its subscription, the two of MiniMax. */
function isKin(left: Provider, right: Provider): boolean {
  if (left.id === right.id) return true;
  const isShared = ['compatible', 'self-hosted', 'custom'].includes(left.family);
  return (!isShared && left.family === right.family) || left.hosts.some((host) => right.hosts.includes(host));
}
