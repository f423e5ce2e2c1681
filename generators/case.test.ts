import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyShapeSchema } from './axes/key-shape.ts';
import { type Case, caseArbitrary, caseSchema, caseSize, caseText } from './case.ts';
import { CASE_AXES } from './case-axes.ts';
import { focusedCaseArbitrary } from './focused-case.ts';
import { PLAIN, PLAIN_SETUP, plainCase } from './plain-case.ts';
import { isAlone, usableSetup } from './provider-setup.ts';
import { ALL_PROVIDERS } from './providers/catalog.ts';
import { canariesOf } from './secrets/canaries.ts';

const providers = ALL_PROVIDERS.map(({ id }) => id);
const cases = caseArbitrary(providers);

/** A case as a person would write it from a bug report, with much that does not matter. */
const handWritten: Case = caseSchema.parse({
  schemaVersion: 1,
  provider: {
    id: 'google',
    environment: 'stale',
    profiles: [
      { name: 'b', type: 'token', secret: { source: 'exec', holds: 'stale' } },
      { name: 'a', type: 'api_key', secret: { source: 'file', holds: 'live' } },
    ],
    order: { where: 'store', names: ['b', 'a'] },
    entry: { auth: 'api-key', apiKey: { source: 'template', holds: 'live' } },
  },
  media: 'other-provider',
  otherProvider: { id: 'anthropic', environment: 'live', profiles: [], order: null, entry: null },
});

/** Walks one random way down the shrink tree, without context. */
function shrinkPath(start: Case, choose: (count: number) => number): Case[] {
  const path = [start];
  for (;;) {
    const smaller = [...cases.shrink(path.at(-1)!, undefined)];
    if (smaller.length === 0) return path;
    path.push(smaller[choose(smaller.length)]!.value);
  }
}

describe('the case arbitrary', () => {
  it('gives the same cases for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [first, second] = [0, 1].map(() => fc.sample(cases, { seed, numRuns: 5 }).map(caseText));
        expect(first).toEqual(second);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('gives only cases that the schema accepts, along shrink paths too', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), (value, numbers) => {
        const choose = (count: number) => numbers.next().value % count;
        for (const step of shrinkPath(value, choose)) expect(caseSchema.parse(step)).toEqual(step);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('shrinks every case without context, in the end to one with nothing but its provider', () => {
    fc.assert(
      fc.property(cases, (value) => {
        const smallest = shrinkPath(value, () => 0).at(-1)!;
        expect(smallest).toMatchObject(PLAIN);
        // Bedrock is known by its entry, and takes its keys from the sources of AWS.
        const { entry: _, aws: __, ...usual } = PLAIN_SETUP;
        expect(smallest.provider).toMatchObject(value.provider.id === 'amazon-bedrock' ? usual : PLAIN_SETUP);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('shrinks a hand-written case, across sources of a secret', () => {
    const texts = [...cases.shrink(handWritten, undefined)].map(({ value }) => value);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.some((value) => value.provider.profiles[0]?.secret.source === 'inline')).toBe(true);
    const path = shrinkPath(handWritten, () => 0);
    expect(caseSize(path.at(-1)!)).toBeLessThan(caseSize(handWritten));
  });

  it('gives every axis an unusual value, in a focused case more often', () => {
    const unusual = (arbitrary: fc.Arbitrary<Case>, isSeldom: boolean) => {
      const drawn = fc.sample(arbitrary, { seed: 1, numRuns: isSeldom ? 6000 : 600 });
      const axes = Object.entries(PLAIN).filter(([axis]) => isSeldomDrawn(axis) === isSeldom);
      return axes.map(
        ([axis, usual]) => drawn.filter((value) => value[axis as keyof typeof PLAIN] !== usual).length,
      );
    };
    const focused = focusedCaseArbitrary(providers);
    expect(Math.min(...unusual(cases, false))).toBeGreaterThan(20);
    expect(Math.min(...unusual(focused, false))).toBeGreaterThan(80);
    // Some cost more than others, or say something of few cases.
    for (const arbitrary of [cases, focused])
      expect(Math.min(...unusual(arbitrary, true))).toBeGreaterThan(0);
  });

  it('makes focused cases with one credential, often a usable one, and some with a usable one beside a broken one', () => {
    const drawn = fc.sample(focusedCaseArbitrary(providers), { seed: 1, numRuns: 400 });
    for (const value of drawn) expect(caseSchema.parse(value)).toEqual(value);
    const [alone, two] = [true, false].map((isOne) =>
      drawn.filter(({ provider }) => isAlone(provider) === isOne),
    ) as [Case[], Case[]];
    const isUsable = ({ provider }: Case) => isDeepStrictEqual(provider, usableSetup(provider));
    expect(alone.filter(isUsable).length).toBeGreaterThan(130);
    expect(two.length).toBeGreaterThan(20);
    expect(two.filter(isUsable)).toEqual([]);
  });

  it('has each odd shape of a key in focused cases whose only credential it is', () => {
    const drawn = fc.sample(focusedCaseArbitrary(providers), { seed: 1, numRuns: 400 });
    const alone = drawn.filter(({ provider }) => isAlone(provider)).map(({ provider }) => provider);
    for (const shape of keyShapeSchema.options)
      expect(alone.some((provider) => isDeepStrictEqual(provider, usableSetup(provider, shape)))).toBe(true);
  });

  it('refuses an empty list of providers', () => {
    expect(() => caseArbitrary([])).toThrow('at least one provider');
  });
});

describe('canaries', () => {
  it('are different for every place of a case and for every salt', () => {
    fc.assert(
      fc.property(cases, (value) => {
        const texts = ['one run', 'another'].flatMap((salt) =>
          canariesOf(value, salt).map(({ text }) => text),
        );
        expect(new Set(texts).size).toBe(texts.length);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('are made for a key of speech where the provider speaks', () => {
    const speechKey = { source: 'file', holds: 'live', shape: 'plain' } as const;
    const held = (id: 'google' | 'anthropic') =>
      canariesOf(plainCase({ id }, { speechKey }), '').map(({ place }) => place.holder);
    expect([held('google'), held('anthropic')]).toEqual([['speech'], []]);
  });

  it('are not made for a secret that is not there', () => {
    const empty = structuredClone(handWritten);
    empty.provider.profiles[0]!.secret.holds = 'nothing';
    expect(canariesOf(handWritten, '')).toHaveLength(canariesOf(empty, '').length + 1);
  });
});

describe('an older case', () => {
  it('means the same in the newest schema', () => {
    const setup = {
      ...handWritten.provider,
      profiles: handWritten.provider.profiles.map((profile) => ({ ...profile, cooldown: true })),
    };
    const { answeredRequests: _, addressVariable: __, ...older } = setup;
    const { speechKey: ___, ...rest } = handWritten;
    const read = caseSchema.parse({ ...rest, schemaVersion: 4, provider: older, otherProvider: null });
    expect(read.speechKey).toBeNull();
    expect(read.provider).toMatchObject({ answeredRequests: 'every', addressVariable: null });
    expect(read.provider.profiles.map(({ cooldown }) => cooldown)).toEqual(['active', 'active']);
  });
});

function isSeldomDrawn(name: string): boolean {
  const [, axis] = Object.entries(CASE_AXES).find(([each]) => each === name) ?? [];
  return axis?.oneIn !== undefined;
}
