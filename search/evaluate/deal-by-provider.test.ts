import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseArbitrary } from '../../generators/case.ts';
import type { CaseRun } from '../draw/choose-runs.ts';
import { dealByProvider } from './deal-by-provider.ts';

const runsArbitrary = fc.array(
  caseArbitrary(['google', 'openai', 'minimax', 'custom-openai']).map(
    (value): CaseRun => ({ value, paths: ['chat', 'image'], laws: [] }),
  ),
  { minLength: 1, maxLength: 30 },
);
const workersArbitrary = fc.integer({ min: 1, max: 5 });

describe('dealing runs by provider', () => {
  it('gives every run to one worker, in its order', () => {
    fc.assert(
      fc.property(runsArbitrary, workersArbitrary, (runs, workers) => {
        const hands = dealByProvider(runs, workers);
        expect(hands).toHaveLength(workers);
        expect(hands.flat().toSorted((a, b) => a - b)).toEqual([...runs.keys()]);
        for (const hand of hands) expect(hand).toEqual(hand.toSorted((a, b) => a - b));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('gives the runs of one provider to one worker', () => {
    fc.assert(
      fc.property(runsArbitrary, workersArbitrary, (runs, workers) => {
        const hands = dealByProvider(runs, workers);
        const providersOf = (hand: readonly number[]) =>
          new Set(hand.map((place) => runs[place]!.value.provider.id));
        const all = hands.flatMap((hand) => [...providersOf(hand)]);
        expect(new Set(all).size).toBe(all.length);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('leaves no worker without runs while another has those of several providers', () => {
    const ids = ['google', 'openai', 'minimax', 'custom-openai'] as const;
    const runs = ids.flatMap((id) =>
      fc
        .sample(caseArbitrary([id]), { seed: 3, numRuns: 2 })
        .map((value): CaseRun => ({ value, paths: ['chat'], laws: [] })),
    );
    expect(dealByProvider(runs, 4).map(({ length }) => length)).toEqual([2, 2, 2, 2]);
  });
});
