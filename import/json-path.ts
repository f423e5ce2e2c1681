/** Looks into JSON of unknown form. */
type Json = Readonly<Record<string, unknown>>;

/** The value at a dotted path; undefined where there is none. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((each, key) => record(each)[key], value);
}

/** The value as a record; empty where it is none. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as text; null where it is none. */
export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
