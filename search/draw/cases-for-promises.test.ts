import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { concerns } from '../../invariants/promises/concerns.ts';
import { promisesFor } from '../../invariants/promises/promises.ts';
import { casesForPromises } from './cases-for-promises.ts';
import { spaceOf } from './space.ts';

const space = spaceOf({ version: DEFAULT_TARGET });
const named = (...ids: string[]) => promisesFor(DEFAULT_TARGET).filter(({ id }) => ids.includes(id));

describe('cases for promises', () => {
  it('are about each of them, two for each at most, and the same for the same seed', () => {
    const promises = named('model-failover/next-after-billing', 'oauth/expired-is-refreshed');
    const cases = casesForPromises(promises, 3, space);
    for (const promise of promises) {
      const about = cases.filter((value) => concerns(promise, value));
      expect(about.length, promise.id).toBeGreaterThan(0);
    }
    expect(cases.length).toBeLessThanOrEqual(4);
    expect(casesForPromises(promises, 3, space)).toEqual(cases);
  });

  it('are none where every promise was exercised', () => {
    expect(casesForPromises([], 3, space)).toEqual([]);
  });
});
