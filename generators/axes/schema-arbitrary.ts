/** Any value that a zod schema allows: what a case may hold, as opposed to what is likely. */
import fc from 'fast-check';
import { z } from 'zod';
import { shrunkBy } from './shrunk-by.ts';

/**
 * Shrinks every value of the schema without context: to null, false, an empty list, the first value of an enum. So the
 * first value of an enum is the usual one.
 *
 * @throws Error for a kind of schema that cases do not use yet
 */
export function schemaArbitrary<T>(schema: z.ZodType<T>): fc.Arbitrary<T> {
  return arbitraryOf(schema) as fc.Arbitrary<T>;
}

function arbitraryOf(schema: unknown): fc.Arbitrary<unknown> {
  if (!(schema instanceof z.ZodType)) throw new Error(`${String(schema)} is no zod schema.`);
  // Refinements are the schema's own to judge.
  return partsOf(schema).filter((value) => schema.safeParse(value).success);
}

function partsOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodNullable) return fc.option(arbitraryOf(schema.unwrap()), { freq: 2 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodArray) return listOf(schema);
  if (schema instanceof z.ZodDiscriminatedUnion) return fc.oneof(...schema.options.map(arbitraryOf));
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape);
    const fields = shape.map(([name, field]) => [name, arbitraryOf(presentOf(field))] as const);
    const isOptional = ([, field]: (typeof shape)[number]) => field instanceof z.ZodOptional;
    const requiredKeys = shape.filter((each) => !isOptional(each)).map(([name]) => name);
    return fc.record(Object.fromEntries(fields), { requiredKeys });
  }
  if (schema instanceof z.ZodString) return textOf(schema);
  throw new Error(
    `generators/axes/schema-arbitrary.ts has no arbitrary for a ${schema.type}. Add one there.`,
  );
}

/** The schema of a field where it is there. */
function presentOf(field: unknown): unknown {
  return field instanceof z.ZodOptional ? field.unwrap() : field;
}

function listOf(schema: z.ZodArray): fc.Arbitrary<unknown[]> {
  const { minItems = 0, maxItems } = z.toJSONSchema(schema);
  return fc.array(arbitraryOf(schema.element), {
    minLength: minItems,
    ...(maxItems === undefined ? {} : { maxLength: maxItems }),
  });
}

/** Text that a pattern allows. No text is simpler than another. */
function textOf(schema: z.ZodString): fc.Arbitrary<string> {
  const { pattern } = z.toJSONSchema(schema);
  return shrunkBy(fc.stringMatching(new RegExp(pattern ?? '')), new Irreducible());
}

class Irreducible extends fc.Arbitrary<string> {
  override generate(): fc.Value<string> {
    return new fc.Value('', undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is string {
    return typeof value === 'string';
  }

  override shrink(): fc.Stream<fc.Value<string>> {
    return fc.Stream.nil();
  }
}
