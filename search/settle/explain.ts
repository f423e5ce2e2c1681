/** Tells the parts of a smallest case that matter from those that could hold another value as well. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AxisList } from '../../generators/axes/axis-list.ts';
import { type Case, caseSchema } from '../../generators/case.ts';
import { CASE_AXES } from '../../generators/case-axes.ts';
import { SETUP_AXES } from '../../generators/setup-axes.ts';

export interface Part {
  /** The place in the case: `provider.profiles.0.secret.source`. */
  readonly path: string;
  readonly value: string;
  /** Other values that show the same; null where time was up before all were tried. */
  readonly alternatives: readonly string[] | null;
}

/**
 * @param shows whether a case shows the violation
 * @param deadline milliseconds since the epoch after which no further value is tried
 */
export async function explain(
  value: Case,
  shows: (value: Case) => Promise<boolean>,
  deadline = Number.POSITIVE_INFINITY,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { path, text, options } of fieldsOf(value)) {
    let alternatives: string[] | null = [];
    for (const other of options) {
      if (Date.now() > deadline) {
        alternatives = null;
        break;
      }
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
  /** Every value that the schema allows there. */
  readonly options: readonly string[];
}

/** The fields of the axes that are not as usual. */
function fieldsOf(value: Case): Field[] {
  const { provider, otherProvider, ...axes } = value;
  return [
    ...unusualFields(SETUP_AXES, provider, ['provider']),
    ...(otherProvider ? unusualFields(SETUP_AXES, otherProvider, ['otherProvider']) : []),
    ...unusualFields(CASE_AXES, axes, []),
  ];
}

function unusualFields(
  axes: AxisList,
  values: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Field[] {
  return Object.entries(axes).flatMap(([name, { schema, usual }]) =>
    isDeepStrictEqual(values[name], usual) ? [] : enumFields(schema, values[name], [...path, name]),
  );
}

/** The fields below a value that are one of several words. A profile's name only tells it from others. */
function enumFields(schema: unknown, value: unknown, path: readonly string[]): Field[] {
  if (schema instanceof z.ZodNullable) return enumFields(schema.unwrap(), value, path);
  if (schema instanceof z.ZodEnum && typeof value === 'string' && path.at(-1) !== 'name')
    return [{ path, text: value, options: schema.options.map(String) }];
  if (schema instanceof z.ZodArray && Array.isArray(value) && path.at(-1) !== 'names')
    return value.flatMap((each, index) => enumFields(schema.element, each, [...path, String(index)]));
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const option = schema.options.find((each) => z.safeParse(each, value).success);
    return enumFields(option, value, path);
  }
  if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) =>
      enumFields(schema.shape[name], each, [...path, name]),
    );
  return [];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? replaced(each, rest, text) : each));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaced(record[key], rest, text) };
}
