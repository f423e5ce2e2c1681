import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { PLAIN } from '../../generators/plain-case.ts';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { run, standIn } from '../../test-support/stand-in.ts';
import { casesForGaps } from './cases-for-gaps.ts';
import { declaredPairs, reachablePairs } from './coverage.ts';
import { pairKey } from './pair.ts';
import { spaceOf } from './space.ts';

const space = spaceOf({ version: DEFAULT_TARGET }, ALL_PATHS, ['google']);

describe('cases for gaps', () => {
  it('are one at most for each pair, reach it, and have what chat is answered with and nothing else', () => {
    const gaps = [
      pairKey({ place: 'entry(exec)', path: 'pdf-tool' }),
      pairKey({ family: 'google', place: 'entry(dotenv)' }),
    ];
    const cases = casesForGaps(gaps, 7, space);
    for (const gap of gaps) {
      const reaching = cases.filter((value) => reachablePairs(value, space).has(gap));
      expect(reaching.length).toBeGreaterThan(0);
    }
    expect(cases.length).toBeLessThanOrEqual(2);
    for (const value of cases) {
      const { provider } = value;
      expect(value).toMatchObject(PLAIN);
      expect(provider).toMatchObject({ order: null, modelId: 'known', profileStore: 'own' });
      expect(provider.answer).toBe('by-key');
      expect(provider.entry?.apiKey).toMatchObject({ holds: 'live', shape: 'plain' });
    }
  });

  it('are none for a pair that nothing reaches', () => {
    expect(casesForGaps([pairKey({ family: 'google', place: 'aws-sso' })], 7, space)).toEqual([]);
  });

  it('close what the cases of a run left open, unless gaps are allowed', async () => {
    const short = { cases: 34 };
    const left = await run(
      standIn(() => null),
      short,
    );
    expect(left.coverage.gaps).not.toEqual([]);
    expect(left.cases.asked).toBe(34);
    const closed = await run(
      standIn(() => null),
      { ...short, allowGaps: false },
    );
    expect(closed.coverage.gaps).toEqual([]);
    expect(closed.cases.achieved).toBe(closed.cases.asked);
    expect(closed.cases.asked).toBeGreaterThan(34);
  });

  it('are a quarter of the cases at most, and what stays open is told', async () => {
    const { cases, coverage } = await run(
      standIn(() => null),
      { cases: 8, allowGaps: false },
    );
    // As many again are for promises that no case exercised.
    expect(cases.asked).toBe(12);
    expect(coverage.gaps).not.toEqual([]);
  });

  it('are not wanted for what cannot be: a part of a turn without a credential', () => {
    const declared = declaredPairs(space);
    expect(declared).toContain(pairKey({ place: 'nothing', path: 'chat' }));
    expect(declared).not.toContain(pairKey({ place: 'nothing', path: 'pdf-tool' }));
  });
});
