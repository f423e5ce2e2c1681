/** The addresses that a home names, and the hosts that may see the secrets of each of its providers. */
import { ALL_PROVIDERS, type Provider, providerNamed } from '../generators/providers/catalog.ts';
import { at, record, text } from '../support/json-path.ts';
import { isJsonRecord, type JsonRecord } from '../support/json-record.ts';
import { chatFallbacks, chatModel, configurationOf } from './configuration.ts';
import type { HomeCase } from './home-case.ts';
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
  return [...written.flatMap((each) => addressesIn(each, [], null)), ...named];
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
      ...ALL_PROVIDERS.filter(({ environmentVariables }) =>
        environmentVariables.some((name) => name in variables),
      ).map(({ id }) => id),
    ]),
  ];
}

/** `models.providers`. */
export function entriesOf(value: HomeCase): JsonRecord {
  return record(at(configurationOf(value), 'models.providers'));
}

/** The provider of the catalog that a provider of the home is like: itself, or the custom one of its API. */
export function likeInCatalog(value: HomeCase, id: string): Provider {
  const api = text(record(entriesOf(value)[id]).api);
  return (
    providerNamed(id) ?? providerNamed(api === 'anthropic-messages' ? 'custom-anthropic' : 'custom-openai')!
  );
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
  const always = isMoved ? [] : usual;
  return [...[...own, ...nobodys].map(({ url }) => url.hostname), ...always];
}

/** Providers that sell one account: OpenAI's keys and its subscription, the two of MiniMax. */
function isKin(left: Provider, right: Provider): boolean {
  if (left.id === right.id) return true;
  const isShared = ['compatible', 'self-hosted', 'custom'].includes(left.family);
  return (!isShared && left.family === right.family) || left.hosts.some((host) => right.hosts.includes(host));
}
