/** The laws of every axis, and of the whole case: what fast-check's own tests hold each of its arbitraries to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { caseArbitrary, caseSchema } from '../case.ts';
import { CASE_AXES } from '../case-axes.ts';
import { PLAIN, PLAIN_SETUP } from '../plain-case.ts';
import { ownerOf } from '../provider-setup.ts';
import { ALL_PROVIDERS, providerOf } from '../providers/catalog.ts';
import { SETUP_AXES } from '../setup-axes.ts';
import { NO_AWS_SOURCES } from './aws-setup.ts';
import { schemaArbitrary } from './schema-arbitrary.ts';

interface Subject<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly arbitrary: fc.Arbitrary<T>;
  /** The values at which shrinking may end. */
  readonly simplest: (value: T) => readonly unknown[];
}

const ids = ALL_PROVIDERS.map(({ id }) => id);

/** Bedrock is known by its entry, and its sources are those of AWS. */
const AWS_SIMPLEST: Readonly<Record<string, unknown>> = {
  entry: { auth: 'aws-sdk', apiKey: null, header: null, authHeader: false, baseUrl: 'default' },
  aws: { ...NO_AWS_SOURCES, regions: [] },
};

const caseAxes = Object.entries(CASE_AXES).map(
  ([name, { schema, arbitrary, usual }]): Subject<unknown> => ({
    name,
    schema: schema as z.ZodType<unknown>,
    arbitrary: arbitrary as fc.Arbitrary<unknown>,
    simplest: () => [usual],
  }),
);

const setupAxes = (
  ['google', 'openai', 'openai-codex', 'custom-openai', 'amazon-bedrock', 'google-vertex'] as const
).flatMap((id) =>
  Object.entries(SETUP_AXES).map(
    ([name, { schema, arbitrary, usual }]): Subject<unknown> => ({
      name: `${name} of ${id}`,
      schema: schema as z.ZodType<unknown>,
      arbitrary: arbitrary(ownerOf(providerOf(id), true)) as fc.Arbitrary<unknown>,
      simplest: () => [usual, ...(id === 'amazon-bedrock' ? [AWS_SIMPLEST[name] ?? usual] : [])],
    }),
  ),
);

/** Walks one way down the shrink tree, without context. */
function shrinkPath<T>(arbitrary: fc.Arbitrary<T>, start: T, choose: (count: number) => number): T[] {
  const path = [start];
  for (;;) {
    const smaller = [...arbitrary.shrink(path.at(-1)!, undefined)];
    if (smaller.length === 0) return path;
    path.push(smaller[choose(smaller.length)]!.value);
  }
}

describe.each([...caseAxes, ...setupAxes])('the axis $name', ({ schema, arbitrary, simplest }) => {
  const allowed = schemaArbitrary(schema);

  it('gives the same values for the same seed', () => {
    const draw = () => fc.sample(arbitrary, { seed: 1, numRuns: 50 });
    expect(draw()).toEqual(draw());
  });

  it('draws only values that its schema allows', () => {
    for (const value of fc.sample(arbitrary, { seed: 1, numRuns: 200 }))
      expect(schema.parse(value)).toEqual(value);
  });

  it('shrinks every value that its schema allows without context, through allowed ones, to the usual one', () => {
    fc.assert(
      fc.property(fc.oneof(arbitrary, allowed), fc.infiniteStream(fc.nat()), (value, numbers) => {
        expect(arbitrary.canShrinkWithoutContext(value)).toBe(true);
        const path = shrinkPath(arbitrary, value, (count) => numbers.next().value % count);
        for (const step of path) expect(schema.parse(step)).toEqual(step);
        expect(simplest(value)).toContainEqual(path.at(-1));
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('a case', () => {
  const cases = caseArbitrary(ids);
  const allowed = schemaArbitrary(caseSchema.out);

  it('that its schema allows shrinks without context to one with nothing but its provider', () => {
    fc.assert(
      fc.property(allowed, (value) => {
        expect(cases.canShrinkWithoutContext(value)).toBe(true);
        const smallest = shrinkPath(cases, value, () => 0).at(-1)!;
        expect(smallest).toMatchObject(PLAIN);
        const { id, ...setup } = smallest.provider;
        expect(id).toBe(value.provider.id);
        for (const [name, part] of Object.entries(setup))
          expect([PLAIN_SETUP[name as keyof typeof setup], AWS_SIMPLEST[name]]).toContainEqual(part);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
