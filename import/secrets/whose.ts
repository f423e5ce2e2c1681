/** Tells the owner of a secret by its place in a home: its provider, and the kind of the place. */
import { ALL_PROVIDERS, providerNamed } from '../../generators/providers/catalog.ts';
import { SERVICES, searcherNamed, serviceNamed } from '../../generators/providers/services.ts';
import { embedderNamed, knownAs, speakerNamed } from '../../home-case/provider-name.ts';
import { text } from '../../support/json-path.ts';
import { isJsonRecord } from '../../support/json-record.ts';
import type { Whose } from './vault.ts';
import { variableNamed } from './words.ts';

/** The providers that refer to a name: of a variable, a value in a secrets file, or an id. */
export type Referrers = ReadonlyMap<string, ReadonlySet<string>>;

/** Every `${NAME}`, name of a variable and SecretRef in JSON, with the provider that it stands at. */
export function referrersIn(values: readonly unknown[]): Referrers {
  const found = new Map<string, Set<string>>();
  const add = (name: string, provider: string | null) => {
    if (provider) found.set(name, (found.get(name) ?? new Set()).add(provider));
  };
  const look = (value: unknown, path: readonly string[], owner: string | null): void => {
    if (typeof value === 'string') {
      const variable = variableNamed(value);
      if (variable) add(variable, owner);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const own = ownerIn(value, path) ?? owner;
    if (isJsonRecord(value) && typeof value.source === 'string' && typeof value.id === 'string') {
      add(value.id, own);
      if (typeof value.provider === 'string') add(nameOfReference(value.provider, value.id), own);
      return;
    }
    for (const [key, child] of Object.entries(value)) look(child, [...path, key], own);
  };
  for (const value of values) look(value, [], null);
  return found;
}

/** A value of one source: several have a value of one id, as `value`. */
export function nameOfReference(source: string, id: string): string {
  return `${source}\n${id}`;
}

/** The provider that what stands below an object is of: the one it names, or the one it is listed as. */
export function ownerIn(value: object, path: readonly string[]): string | null {
  const named = isJsonRecord(value) ? text(value.provider) : null;
  const isReference = isJsonRecord(value) && 'source' in value;
  if (named && !isReference) return namedIn(named, path);
  const [section, name = ''] = [path.at(-2), path.at(-1)];
  if (section === 'providers' && path.at(-3) !== 'secrets') return name;
  // The settings of a plugin, and those that search and speech have of each who does it.
  const isOfOne = section === 'entries' || section === 'search' || section === 'tts' || section === 'talk';
  const owner = section === 'search' ? searcherNamed(name) : name;
  return isOfOne && (serviceNamed(owner) || providerNamed(owner)) ? owner : null;
}

/** The provider of a name in the settings of one kind of work, which have names of their own. */
export function namedIn(name: string, path: readonly string[]): string {
  if (path.includes('memorySearch') || (path[0] === 'memory' && path[1] === 'search'))
    return embedderNamed(name);
  if (path.includes('search')) return searcherNamed(name);
  return path.includes('tts') ? speakerNamed(name) : knownAs(name);
}

/**
 * The one provider that refers to a name, or that the catalog has it of; null where there are several or none.
 *
 * @param named the providers that the home names: one of them stands before others with the same variable
 */
export function providerOfName(
  name: string,
  referrers: Referrers,
  named: ReadonlySet<string> = new Set(),
): string | null {
  const own = [...(referrers.get(name) ?? [])];
  if (own.length > 0) return own.length === 1 ? own[0]! : null;
  const known = [...ALL_PROVIDERS, ...SERVICES].flatMap(({ id, environmentVariables }) =>
    environmentVariables.includes(name) ? [id] : [],
  );
  const guessed = name
    .replace(/_(API_KEY|API_TOKEN|TOKEN|KEY)$/, '')
    .toLowerCase()
    .replaceAll('_', '-');
  const [first, ...others] = known.filter((id) => named.has(id));
  if (first !== undefined) return others.length === 0 ? first : null;
  if (named.has(guessed)) return guessed;
  if (known.length > 0) return known.length === 1 ? known[0]! : null;
  return providerNamed(guessed)?.id ?? null;
}

/** The kind of a place in the configuration. */
export function kindInConfig(path: readonly string[], owner: string | null): Whose['kind'] {
  if (path.includes('headers')) return 'header';
  if (path.includes('tts') || path.includes('talk')) return 'speech';
  // A part of an address is no key that a path could find.
  return owner && path[0] === 'models' && !/url$/i.test(path.at(-1) ?? '') ? 'entry' : 'setting';
}
