import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, caseArbitrary } from '../../generators/case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { CaseRun } from '../draw/choose-runs.ts';
import { dealByProvider } from './deal-by-provider.ts';

/** Served by a warm process. */
const WARM = { steps: null, proxy: null, programLogin: false } as const;
const runsArbitrary = fc.array(
  caseArbitrary(['google', 'openai', 'minimax', 'custom-openai']).map(
    (value): CaseRun => ({ value: { ...value, ...WARM }, paths: ['chat', 'image'], laws: [] }),
  ),
  { minLength: 1, maxLength: 30 },
);
/** Runs of one provider that a warm process serves. */
function runsOf(id: ProviderId, numRuns: number): CaseRun[] {
  return fc
    .sample(caseArbitrary([id]), { seed: 3, numRuns })
    .map((value) => ({ value: { ...value, ...WARM }, paths: ['chat', 'image', 'probe'], laws: [] }));
}

const workersArbitrary = fc.integer({ min: 1, max: 5 });

describe('dealing runs by provider', () => {
  it('gives every run to one worker, in its order', () => {
    fc.assert(
      fc.property(runsArbitrary, workersArbitrary, (runs, count) => {
        const { workers, coldWorker } = dealByProvider(runs, count);
        expect(workers).toHaveLength(count);
        expect(coldWorker).toEqual([]);
        expect(workers.flat().toSorted((a, b) => a - b)).toEqual([...runs.keys()]);
        for (const hand of workers) expect(hand).toEqual(hand.toSorted((a, b) => a - b));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('gives the runs of one provider to one worker', () => {
    fc.assert(
      fc.property(runsArbitrary, workersArbitrary, (runs, count) => {
        const { workers } = dealByProvider(runs, count);
        const providersOf = (hand: readonly number[]) =>
          new Set(hand.map((index) => runs[index]!.value.provider.id));
        const all = workers.flatMap((hand) => [...providersOf(hand)]);
        expect(new Set(all).size).toBe(all.length);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('leaves no worker without runs while another has those of several providers', () => {
    const runs = (['google', 'openai', 'minimax', 'custom-openai'] as const).flatMap((id) => runsOf(id, 2));
    expect(dealByProvider(runs, 4).workers.map(({ length }) => length)).toEqual([2, 2, 2, 2]);
  });

  it('gives a case whose commands have processes of their own to the worker that serves none warm', () => {
    const [plain] = runsOf('google', 1) as [CaseRun];
    const own: CaseRun = { ...plain, value: { ...plain.value, proxy: 'only' } };
    expect(dealByProvider([own, plain], 1)).toEqual({ workers: [[1]], coldWorker: [0] });
  });

  it('gives the cases with a gateway to a worker of their own, until it has as much to do as the others', () => {
    const [plain] = runsOf('google', 1) as [CaseRun];
    const steps: Case['steps'] = [{ do: 'run-gateway' }, { do: 'take', path: 'chat' }];
    const ofGateway: CaseRun = { ...plain, value: { ...plain.value, steps } };
    expect(dealByProvider([ofGateway, plain, ofGateway], 1)).toEqual({
      workers: [[1, 2]],
      coldWorker: [0],
    });
    const many = [...runsOf('google', 60), ...runsOf('openai', 60)];
    const { workers, coldWorker } = dealByProvider([...many, ofGateway, ofGateway], 2);
    expect(workers.map(({ length }) => length)).toEqual([60, 60]);
    expect(coldWorker).toEqual([120, 121]);
  });
});
