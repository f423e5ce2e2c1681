import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../result/result.ts';
import { bisect } from './bisect.ts';

const versions = Array.from({ length: 20 }, (_, index) => `2026.1.${index + 1}`);

describe('a bisection', () => {
  it('finds the version where the verdict changes, whatever cannot be tested', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 19 }),
        fc.boolean(),
        fc.uniqueArray(fc.integer({ min: 0, max: 19 })),
        async (change, startsBad, untestable) => {
          const test = async (version: string): Promise<Verdict> => {
            const index = versions.indexOf(version);
            if (untestable.includes(index)) return 'not testable';
            return index < change === startsBad ? 'violates' : 'conforms';
          };
          const testable = [...versions.keys()].filter((index) => !untestable.includes(index));
          const isSplit =
            testable.some((index) => index < change) && testable.some((index) => index >= change);
          const found = await bisect(versions, test);
          expect(found !== null).toBe(isSplit);
          if (!found) return;
          const [before, after] = [found.before, found.after].map((each) => versions.indexOf(each)) as [
            number,
            number,
          ];
          expect(before).toBeLessThan(change);
          expect(after).toBeGreaterThanOrEqual(change);
          expect(found.untested).toHaveLength(after - before - 1);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it('says nothing where both ends have one verdict, or nothing can be tested', async () => {
    expect(await bisect(versions, async () => 'violates')).toBeNull();
    expect(await bisect(versions, async () => 'not testable')).toBeNull();
    expect(
      await bisect(versions, async (each) => (each === '2026.1.1' ? 'not testable' : 'conforms')),
    ).toBeNull();
  });
});
