/** The search of the benchmark, on a stand-in. */
import { describe, expect, it } from 'vitest';
import { ALL_LAWS } from '../invariants/laws.ts';
import { Stopped } from '../search/evaluate/stopped.ts';
import { searchPlan } from '../search/search-plan.ts';
import { type Fault, manyFaults, standIn, standInOnDrivers } from '../test-support/stand-in.ts';
import { searchedUntil } from './first-counterexample.ts';

const CASES = 40;
const input = {
  plan: searchPlan({
    ...{ target: 'stand-in', seed: 1, cases: CASES, paths: ['chat', 'image', 'probe'], steps: 0 },
    ...{ allowGaps: true, survey: true },
  }),
  providers: ['google'] as const,
  laws: ALL_LAWS.filter(({ id }) => id === 'no-egress' || id === 'same-failure'),
  ...{ promoted: [], leftOut: [], known: [] },
};
const IMAGE = /^same-failure \| google \| .*\| image: no-credential/;

describe('the search for a first counterexample', () => {
  it('ends at the first case that shows the bug, and shrinks that', async () => {
    const first = await searchedUntil(() => standInOnDrivers(manyFaults), input, IMAGE);
    expect(first).toMatchObject({ seed: 1, met: expect.any(Number), shrunk: expect.any(Number) });
    expect(first.cases).toBeLessThan(CASES);
    const [met, smallest] = first.sizes!;
    expect(smallest).toBeLessThanOrEqual(met);
  });

  it('runs a case on the paths alone that a search chooses for it', async () => {
    const probed = new Set<string>();
    const fault: Fault = (value, path) => {
      if (path === 'probe') probed.add(JSON.stringify(value));
      return null;
    };
    const { cases } = await searchedUntil(async () => standIn(fault), input, IMAGE);
    expect(cases).toBe(CASES);
    expect(probed.size).toBeGreaterThan(0);
    expect(probed.size).toBeLessThan(CASES);
  });

  it('tells of a bug that no case shows', async () => {
    const first = await searchedUntil(async () => standIn(() => null), input, IMAGE);
    expect(first).toEqual({ seed: 1, cases: CASES, met: null, shrunk: null, processor: null, sizes: null });
  });

  it('ends with the reason of the signal that stops it', async () => {
    const controller = new AbortController();
    let runs = 0;
    const stop = () => {
      runs += 1;
      if (runs === 5) controller.abort(new Stopped('stopped by SIGTERM'));
    };
    const start = () => standInOnDrivers(() => null, { signal: controller.signal }, stop);
    await expect(searchedUntil(start, input, IMAGE)).rejects.toThrow('stopped by SIGTERM');
  });
});
