/** Which parts of a smallest case matter as they are, and which may hold another value as well. */
import type { Case } from '../../generators/case.ts';
import { caseSchema } from '../../generators/case.ts';

export interface Part {
  /** Where in the case: `provider.profiles.0.secret.source`. */
  readonly path: string;
  readonly value: string;
  /** Other values that show the same. */
  readonly alternatives: readonly string[];
}

/** Values to try in place of another, by the name of the field. */
const ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  source: ['inline', 'env', 'file', 'exec'],
  holds: ['live', 'stale', 'nothing'],
  layer: ['process', 'state', 'config'],
  type: ['api_key', 'token'],
  shape: ['plain', 'spaces'],
  auth: ['api-key', 'token'],
  baseUrl: ['default', 'regional'],
  where: ['config', 'store'],
};

/** @param shows whether a case shows the violation */
export async function explain(value: Case, shows: (value: Case) => Promise<boolean>): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { path, text } of fields(value, [])) {
    const alternatives: string[] = [];
    for (const other of ALTERNATIVES[path.at(-1) ?? ''] ?? []) {
      const parsed = caseSchema.safeParse(replaced(value, path, other));
      if (other !== text && parsed.success && (await shows(parsed.data))) alternatives.push(other);
    }
    parts.push({ path: path.join('.'), value: text, alternatives });
  }
  return parts;
}

interface Field {
  readonly path: readonly string[];
  readonly text: string;
}

/** The text fields that have alternatives. */
function fields(value: unknown, path: readonly string[]): Field[] {
  if (typeof value === 'string') return ALTERNATIVES[path.at(-1) ?? ''] ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => fields(child, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? replaced(each, rest, text) : each));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaced(record[key], rest, text) };
}
