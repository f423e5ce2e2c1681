import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { caseArbitrary, caseText } from '../../generators/case.ts';
import { focusedCaseArbitrary } from '../../generators/focused-case.ts';
import { chooseCases } from './choose-cases.ts';
import { cornersOf } from './corners.ts';
import { declaredPairs, reachablePairs } from './coverage.ts';
import { spaceOf } from './space.ts';

const space = spaceOf({ version: DEFAULT_TARGET });
const { providers } = space;
const arbitrary = fc.oneof(caseArbitrary(providers), focusedCaseArbitrary(providers));
const pairs = (value: Parameters<typeof cornersOf>[0]) => reachablePairs(value, space);

describe('the random cases of a run', () => {
  // Some 110 cases reach the pairs, and most corners that are left take one each.
  const chosen = chooseCases(arbitrary, 1, 300, { stages: [pairs, cornersOf, () => new Set()] });

  it('reach every declared pair', () => {
    const reached = new Set(chosen.flatMap((value) => [...pairs(value)]));
    expect([...declaredPairs(space)].filter((pair) => !reached.has(pair))).toEqual([]);
  });

  it('hold each kind of credential alone: every layer, shape, source and expiry', () => {
    const reached = new Set(chosen.flatMap((value) => [...cornersOf(value)]));
    const drawn = fc.sample(arbitrary, { seed: 2, numRuns: 1000 });
    // An event that chance makes more than once in two hundred times.
    const count = new Map<string, number>();
    for (const corner of drawn.flatMap((value) => [...cornersOf(value)]))
      count.set(corner, (count.get(corner) ?? 0) + 1);
    const usual = [...count].filter(([, times]) => times > 5).map(([corner]) => corner);
    expect(usual.length).toBeGreaterThan(30);
    expect(usual.filter((corner) => !reached.has(corner))).toEqual([]);
  });

  it('are the same for the same seed, and others for another', () => {
    const text = (seed: number) =>
      chooseCases(arbitrary, seed, 20, { stages: [pairs, cornersOf] }).map(caseText);
    expect(text(3)).toEqual(text(3));
    expect(text(3)).not.toEqual(text(4));
  });

  it('begin with those of a shorter run', () => {
    const texts = (count: number) =>
      chooseCases(arbitrary, 3, count, { stages: [pairs, cornersOf] }).map(caseText);
    expect(texts(40).slice(0, 20)).toEqual(texts(20));
  });
});
