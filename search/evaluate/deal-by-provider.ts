/**
 * Deals the runs of a search: those of one provider go to one worker. A process loads the plugin of a provider when it first meets
 * it, which takes as long as two to five turns, and no other process needs to.
 */
import { needsGateway } from '../../generators/steps/step.ts';
import type { CaseRun } from '../draw/choose-runs.ts';

/** Paths that take as long as the start of a gateway: 40 to 50 s on 2026.9.6, where a path takes 1 s. */
const GATEWAY_PATHS = 40;

/**
 * The largest share first, each to the worker that has the least to do: the same runs are always dealt alike.
 *
 * @returns for each worker the places of its runs, in their order
 */
export function dealByProvider(runs: readonly CaseRun[], workers: number): number[][] {
  const hands = Array.from({ length: workers }, () => ({ load: 0, places: [] as number[] }));
  const shares = [...Map.groupBy(runs.keys(), (place) => runs[place]!.value.provider.id)].map(
    ([, places]) => ({
      places,
      load: places.reduce((sum, place) => sum + loadOf(runs[place]!), 0),
    }),
  );
  for (const { load, places } of shares.toSorted((a, b) => b.load - a.load)) {
    const hand = hands.reduce((least, each) => (each.load < least.load ? each : least));
    hand.load += load;
    hand.places.push(...places);
  }
  return hands.map(({ places }) => places.toSorted((a, b) => a - b));
}

/** In paths. */
function loadOf({ value: { steps }, paths }: CaseRun): number {
  if (!steps) return paths.length;
  return steps.length + (steps.some(needsGateway) ? GATEWAY_PATHS : 0);
}
