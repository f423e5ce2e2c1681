import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseArbitrary } from '../../generators/case.ts';
import type { CaseRun } from '../draw/choose-runs.ts';
import { dealByProvider } from './deal-by-provider.ts';

const runsArbitrary = fc.array(
  caseArbitrary(['google', 'openai', 'minimax', 'custom-openai']).map(
    (value): CaseRun => ({ value: { ...value, steps: null }, paths: ['chat', 'image'], laws: [] }),
  ),
  { minLength: 1, maxLength: 30 },
);
const workersArbitrary = fc.integer({ min: 1, max: 5 });

describe('dealing runs by provider', () => {
  it('gives every run to one worker, in its order', () => {
    fc.assert(
      fc.property(runsArbitrary, workersArbitrary, (runs, workers) => {
        const hands = dealByProvider(runs, workers);
        expect(hands).toHaveLength(workers + 1);
        expect(hands.at(-1)).toEqual([]);
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
        .map((value): CaseRun => ({ value: { ...value, steps: null }, paths: ['chat'], laws: [] })),
    );
    expect(dealByProvider(runs, 4).map(({ length }) => length)).toEqual([2, 2, 2, 2, 0]);
  });

  it('gives the runs with a gateway to the one beside the workers, until it has as much to do as they', () => {
    const [value] = fc.sample(caseArbitrary(['google']), { seed: 4, numRuns: 1 });
    const plain: CaseRun = { value: { ...value!, steps: null }, paths: ['chat', 'image'], laws: [] };
    const ofGateway: CaseRun = {
      ...plain,
      value: { ...value!, steps: [{ do: 'run-gateway' }, { do: 'take', path: 'chat' }] },
    };
    expect(dealByProvider([ofGateway, plain, ofGateway], 1)).toEqual([[1, 2], [0]]);
    const many = Array.from({ length: 200 }, () => plain);
    expect(dealByProvider([...many, ofGateway, ofGateway], 1).at(-1)).toEqual([200, 201]);
    expect(dealByProvider([ofGateway], 2)).toEqual([[], [], [0]]);
  });
});
