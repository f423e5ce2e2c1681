import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { caseText } from '../../generators/case.ts';
import { ALL_LAWS } from '../../invariants/laws.ts';
import { searchPlan } from '../search-plan.ts';
import { plannedRuns } from './planned-runs.ts';
import { spaceOf } from './space.ts';

const options = { target: DEFAULT_TARGET, cases: 40, steps: 8, seed: 5 };
const space = spaceOf({ version: DEFAULT_TARGET }, searchPlan(options).paths, ['google']);
const planned = (shard: { index: number; count: number } | null = null) =>
  plannedRuns(searchPlan({ ...options, shard }), [], space, ALL_LAWS);
const whole = planned();
const hasSteps = whole.runs.map(({ value }) => value.steps !== null);

describe('the runs that a search begins with', () => {
  it('have the cases with steps among the random ones, at equal distances', () => {
    expect(whole.total).toBe(48);
    const places = [...hasSteps.keys()].filter((index) => hasSteps[index]);
    expect(places).toHaveLength(8);
    const distances = places.slice(1).map((place, index) => place - places[index]!);
    expect(Math.max(...distances) - Math.min(...distances)).toBeLessThanOrEqual(1);
    expect(places[0]).toBeGreaterThan(0);
  });

  it('are each in one shard, and every shard has its part of the cases with steps', () => {
    const shards = [1, 2, 3, 4].map((index) => planned({ index, count: 4 }));
    const texts = (all: typeof whole.runs) => all.map(({ value }) => caseText(value)).toSorted();
    expect(texts(shards.flatMap(({ runs }) => runs))).toEqual(texts(whole.runs));
    for (const { runs, total } of shards) {
      expect(total).toBe(48);
      expect(runs.filter(({ value }) => value.steps !== null)).toHaveLength(2);
    }
  });
});
