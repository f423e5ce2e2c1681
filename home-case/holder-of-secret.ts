/** The record of a home that has a secret: a profile, an entry. */
import { isJsonRecord, type JsonRecord } from '../support/json-record.ts';
import type { HomeCase } from './home-case.ts';

export interface Holder {
  /** The keys that lead to it in its file. */
  readonly path: readonly string[];
  readonly record: JsonRecord;
}

/** Every record of the home's files with the secret in a field of its own. */
export function holdersOf({ files }: Pick<HomeCase, 'files'>, name: string): Holder[] {
  const text = `{{${name}}}`;
  const below = (value: unknown, path: readonly string[]): Holder[] => {
    if (Array.isArray(value)) return value.flatMap((each, at) => below(each, [...path, String(at)]));
    if (!isJsonRecord(value)) return [];
    const own = Object.values(value).includes(text) ? [{ path, record: value }] : [];
    return [...own, ...Object.entries(value).flatMap(([key, each]) => below(each, [...path, key]))];
  };
  return files.flatMap((file) =>
    file.as === 'json' ? below(file.content, []) : file.as === 'store' ? below(file.profiles, []) : [],
  );
}
