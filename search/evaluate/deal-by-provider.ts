/**
 * Deals the runs of a search: those of one provider go to one worker. A process loads the plugin of a provider when it first meets
 * it, which takes as long as two to five turns, and no other process needs to. Cases that start a gateway go to one more, beside
 * the workers: a gateway starts on one core, and its steps wait.
 */
import { needsGateway } from '../../generators/steps/step.ts';
import { variantOf } from '../../invariants/law.ts';
import type { PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import type { CaseRun } from '../draw/choose-runs.ts';
import { variantPathsOf } from './judge-case.ts';

/** What runs take, as multiples of what most commands take: 0.3 s on 2026.9.6. */
const TIMES = {
  chat: 3,
  partOfTurn: 4,
  command: 1,
  /** The most that a login's token has to end before a path is taken again, and the path. */
  step: 15,
  gateway: 200,
  /** A process loads the plugin of a provider. */
  plugin: 15,
};

/** Runs that stay together. */
interface Share {
  readonly places: readonly number[];
  readonly load: number;
  readonly isOfGateway: boolean;
}

/**
 * The largest share first, each to the worker that has the least to do: the same runs are always dealt alike.
 *
 * @returns for each worker, and at the end for the one beside them, the places of its runs, in their order
 */
export function dealByProvider(runs: readonly CaseRun[], workers: number): number[][] {
  const hands = Array.from({ length: workers + 1 }, () => ({ load: 0, places: [] as number[] }));
  for (const { load, places, isOfGateway } of sharesOf(runs).toSorted((a, b) => b.load - a.load)) {
    const open = isOfGateway ? hands.toReversed() : hands.slice(0, workers);
    const hand = open.reduce((least, each) => (each.load < least.load ? each : least));
    hand.load += load;
    hand.places.push(...places);
  }
  return hands.map(({ places }) => places.toSorted((a, b) => a - b));
}

/** The runs of a provider, and each with a gateway by itself. */
function sharesOf(runs: readonly CaseRun[]): Share[] {
  const keyOf = (place: number) => (hasGateway(runs[place]!) ? place : runs[place]!.value.provider.id);
  return [...Map.groupBy(runs.keys(), keyOf).values()].map((places) => ({
    places,
    load: places.reduce((sum, place) => sum + loadOf(runs[place]!), TIMES.plugin),
    isOfGateway: hasGateway(runs[places[0]!]!),
  }));
}

function hasGateway({ value }: CaseRun): boolean {
  return value.steps?.some(needsGateway) ?? false;
}

function loadOf(run: CaseRun): number {
  const { value, paths, laws } = run;
  if (hasGateway(run)) return TIMES.gateway;
  if (value.steps) return TIMES.step * value.steps.length;
  const variants = laws.filter((law) => variantOf(law, value) !== null);
  const ofVariants = variants.flatMap(variantPathsOf).filter((path) => paths.includes(path));
  return sumOf([...paths, ...ofVariants]);
}

function sumOf(paths: readonly PathName[]): number {
  return paths.map(timeOf).reduce((sum, each) => sum + each, 0);
}

function timeOf(path: PathName): number {
  if (path === 'chat') return TIMES.chat;
  return pathOf(path).turn ? TIMES.partOfTurn : TIMES.command;
}
