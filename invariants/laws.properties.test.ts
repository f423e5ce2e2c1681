/** Properties of the laws and of fingerprints, for any case and any behaviour of its paths. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { canariesOf, secretsOf, setupsOf } from '../generators/secrets/canaries.ts';
import { profileIdOf } from '../generators/secrets/place.ts';
import { ALL_PATHS } from '../observation/path-name.ts';
import {
  alike,
  anyBehaviour,
  anyBehaviourOverSteps,
  anyCase,
  SALT,
} from '../test-support/arbitrary-behaviour.ts';
import { judged } from '../test-support/conforming.ts';
import { Fingerprint, isCovered, partsOf } from './fingerprint.ts';
import type { Judged } from './law.ts';
import { lawIdSchema } from './law-id.ts';
import { ALL_LAWS, judge } from './laws.ts';

const RUNS = { seed: 1, numRuns: 200 };

const behaviour = fc.constantFrom('answer', 'sends profile', 'entry, documented: profile (explicit order)');
const anyFingerprint = fc
  .record({
    law: fc.constantFrom(...lawIdSchema.options),
    family: fc.constantFrom('google', 'any'),
    reference: fc.option(fc.record({ path: fc.constantFrom(...ALL_PATHS), behaviour })),
    paths: fc.subarray([...ALL_PATHS], { minLength: 1 }),
    behaviour,
  })
  .map((parts) => Fingerprint.of(parts));

describe('a judgement', () => {
  const summary = (each: Judged) =>
    judge(each)
      .map(({ law, paths, fingerprint }) => `${law} ${paths} ${fingerprint}`)
      .sort();

  it('finds each law broken by some behaviour', () => {
    const left = new Set(ALL_LAWS.map(({ id }) => id));
    // Lot by lot, since a sample is drawn whole. Laws over steps are the rarest to find broken.
    for (let seed = 1; seed <= 16 && left.size > 0; seed++) {
      const lot = fc.sample(fc.oneof(anyBehaviour, { arbitrary: anyBehaviourOverSteps, weight: 2 }), {
        seed,
        numRuns: 5000,
      });
      for (const each of lot) for (const { law } of judge(each)) left.delete(law);
    }
    expect([...left]).toEqual([]);
    // Half a minute on an idle core.
  }, 180_000);

  it('does not depend on the order of observations', () => {
    fc.assert(
      fc.property(anyBehaviour, fc.infiniteStream(fc.nat()), (each, order) => {
        const shuffled = each.observations
          .map((observation) => ({ observation, rank: order.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ observation }) => observation);
        expect(summary({ ...each, observations: shuffled })).toEqual(summary(each));
      }),
      RUNS,
    );
  });

  it('holds no secret, profile or variable of the case in a fingerprint', () => {
    fc.assert(
      fc.property(anyBehaviour, (each) => {
        const canaries = canariesOf(each.value, SALT);
        const words = [
          ...canaries.flatMap((canary) => [...secretsOf(canary), canary.reference]),
          ...canaries.map(({ place }) => profileIdOf(place)),
          ...setupsOf(each.value).flatMap(({ environment }) => environment.map(({ name }) => name)),
        ].filter((word) => word !== null);
        for (const { fingerprint } of judge(each)) {
          expect(words.filter((word) => String(fingerprint).includes(word!))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('breaks no law that compares where all paths are treated alike', () => {
    const comparing = [
      'same-credential',
      'same-failure',
      'isolation',
      'irrelevant-change',
      'model-alias',
      'bare-model',
      'job-model',
      'session-model',
      'helper-model',
      'cooldown',
    ];
    fc.assert(
      fc.property(anyCase, (value) => {
        const variants = Object.fromEntries(
          ALL_LAWS.flatMap(({ id, variant }) => (variant ? [[id, alike(variant(value), ALL_PATHS)]] : [])),
        );
        const all = judged(alike(value, ALL_PATHS), { value, variants });
        expect(judge(all).filter(({ law }) => comparing.includes(law))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('finds the same violations however a place is worded', async () => {
    const behaviours = fc.sample(anyBehaviour, RUNS);
    vi.resetModules();
    vi.doMock('../generators/secrets/place.ts', async (original) => {
      const place = await original<typeof import('../generators/secrets/place.ts')>();
      const backwards: typeof place.describePlace = (each) =>
        [...place.describePlace(each)].reverse().join('');
      return { ...place, describePlace: backwards };
    });
    const reworded = await import('./laws.ts');
    vi.doUnmock('../generators/secrets/place.ts');
    const told = (laws: { judge(each: Judged): { fingerprint: unknown; detail: string }[] }) =>
      behaviours.map((each) => laws.judge(each));
    const [before, after] = [told({ judge }), told(reworded as never)];
    const fingerprints = (all: typeof before) =>
      all.map((each) => each.map(({ fingerprint }) => `${fingerprint}`));
    expect(fingerprints(after)).toEqual(fingerprints(before));
    // Only what is said to people differs.
    const details = (all: typeof before) => all.map((each) => each.map(({ detail }) => detail));
    expect(details(after)).not.toEqual(details(before));
  });
});

describe('a fingerprint', () => {
  it('reads as the one that was written', () => {
    fc.assert(
      fc.property(anyFingerprint, (each) => {
        expect(Fingerprint.parse(String(each))).toBe(each);
      }),
    );
  });

  it('has parts that have no further parts', () => {
    fc.assert(
      fc.property(anyFingerprint, (each) => {
        const parts = partsOf(each);
        expect(parts.flatMap(partsOf)).toEqual(parts);
      }),
    );
  });

  it('covers itself, and is covered by all the more where more is known', () => {
    fc.assert(
      fc.property(anyFingerprint, fc.array(anyFingerprint), fc.array(anyFingerprint), (each, some, more) => {
        expect(isCovered(each, [each])).toBe(true);
        if (isCovered(each, some)) expect(isCovered(each, [...some, ...more])).toBe(true);
        expect(isCovered(each, partsOf(each))).toBe(true);
        expect(isCovered(each, partsOf(each).slice(1))).toBe(false);
      }),
    );
  });
});
