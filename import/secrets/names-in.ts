/** The names that a home gives to models and providers. */
import { knownAs } from '../../home-case/provider-name.ts';
import { text } from '../../support/json-path.ts';
import { isJsonRecord } from '../../support/json-record.ts';
import { namedIn } from './whose.ts';

/** The ids of the models that entries list, anywhere in JSON. */
export function modelsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(modelsIn);
  if (!isJsonRecord(value)) return [];
  const listed: unknown[] = Array.isArray(value.models) ? value.models : [];
  const own = listed.flatMap((each) => (isJsonRecord(each) ? (text(each.id) ?? []) : []));
  return [...own, ...Object.values(value).flatMap(modelsIn)];
}

/** The providers that JSON names: by themselves, by an entry, or before a model. */
export function providersIn(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return path[0] === 'agents' ? before(value) : [];
  if (Array.isArray(value)) return value.flatMap((each) => providersIn(each, path));
  if (!isJsonRecord(value)) return [];
  const isReference = 'source' in value;
  const named = isReference ? null : text(value.provider);
  const own = named === null ? [] : [namedIn(named, path)];
  const keys = Object.keys(value);
  const listed = path.at(-1) === 'providers' && path[0] !== 'secrets' ? keys : [];
  const models = path.at(-1) === 'models' ? keys.flatMap(before) : [];
  const below = Object.entries(value).flatMap(([key, each]) => providersIn(each, [...path, key]));
  return [own, listed, models, below].flat().map(knownAs);
}

function before(reference: string): string[] {
  const [, provider] = /^([\w.-]+)\/\S+$/.exec(reference) ?? [];
  return provider ? [provider] : [];
}
