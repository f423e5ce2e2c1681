/** Looks into JSON of unknown form. */
import { isJsonRecord, type JsonRecord } from './json-record.ts';

/** The value at a dotted path; undefined where there is none. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((each, key) => record(each)[key], value);
}

/** The value as a record; empty where it is none. */
export function record(value: unknown): JsonRecord {
  return isJsonRecord(value) ? value : {};
}

/** The records of a list; none where the value is no list. */
export function records(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isJsonRecord) : [];
}

/** The value as text; null where it is none. */
export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
