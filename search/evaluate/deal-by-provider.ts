/**
 * Deals the runs of a search: those of one provider go to one worker. A process loads the plugin of a provider when it first meets
 * it, which takes as long as two to five turns, and no other process needs to. Cases with steps that start a gateway go to a worker of
 * their own, beside the others: a gateway starts on one core, and its steps wait. So do cases whose commands have processes of their own,
 * for which no plugin is kept.
 */
import type { Case } from '../../generators/case.ts';
import { needsOwnProcess } from '../../generators/own-process.ts';
import { needsGateway } from '../../generators/steps/step.ts';
import { takesLong } from '../../generators/takes-long.ts';
import { variantOf } from '../../invariants/law.ts';
import type { PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import type { CaseRun } from '../draw/choose-runs.ts';
import { variantPathsOf } from './judge-case.ts';

/** The durations of runs, in units of the time of most commands: 0.3 s on 2026.9.6. */
const TIMES = {
  chat: 3,
  partOfTurn: 4,
  command: 1,
  /** A path that only a gateway has. */
  door: 10,
  /** Up to five seconds until a login's token has expired, and one path. */
  step: 15,
  gateway: 200,
  /** A process loads the plugin of a provider. */
  plugin: 15,
};
/** By so much a case takes longer whose home has a doctor, or whose commands have processes of their own: 20 to 25 s with chat and image. */
const LONG = 15;

/** The indices of the runs of each worker, in their order. */
export interface Hands {
  readonly workers: readonly (readonly number[])[];
  readonly coldWorker: readonly number[];
}

/** Runs that stay together. */
interface Share {
  readonly indices: readonly number[];
  readonly load: number;
}

interface Hand {
  load: number;
  readonly indices: number[];
}

/**
 * The shares of providers first, and of each kind the largest first, each to the worker that has the least to do: the same runs are
 * always dealt alike. The cold worker has what uses no warm process alone, and no more than the others have to do.
 */
export function dealByProvider(runs: readonly CaseRun[], workers: number): Hands {
  const hand = (): Hand => ({ load: 0, indices: [] });
  const others = Array.from({ length: workers }, hand);
  const own = hand();
  const [cold = [], warm = []] = [true, false].map((is) =>
    [...runs.keys()].filter((index) => isCold(runs[index]!) === is),
  );
  const ofProviders = Map.groupBy(warm, (index) => runs[index]!.value.provider.id);
  const eachAlone = cold.map((index) => [index]);
  deal(sharesOf([...ofProviders.values()], runs), others);
  deal(sharesOf(eachAlone, runs), [own, ...others]);
  const inOrder = ({ indices }: Hand) => indices.toSorted((a, b) => a - b);
  return { workers: others.map(inOrder), coldWorker: inOrder(own) };
}

function deal(shares: readonly Share[], hands: readonly Hand[]): void {
  for (const { load, indices } of shares.toSorted((a, b) => b.load - a.load)) {
    const hand = hands.reduce((least, each) => (each.load < least.load ? each : least));
    hand.load += load;
    hand.indices.push(...indices);
  }
}

function sharesOf(groups: readonly (readonly number[])[], runs: readonly CaseRun[]): Share[] {
  return groups.map((indices) => ({
    indices,
    load: indices.reduce((sum, index) => sum + loadOf(runs[index]!), TIMES.plugin),
  }));
}

/** Whether no warm process serves a run. */
function isCold(run: CaseRun): boolean {
  return hasGateway(run) || needsOwnProcess(run.value);
}

function hasGateway({ value }: CaseRun): boolean {
  return value.steps?.some(needsGateway) ?? false;
}

function loadOf(run: CaseRun): number {
  const { value, paths, laws } = run;
  if (hasGateway(run)) return TIMES.gateway;
  if (value.steps) return TIMES.step * value.steps.length;
  return laws.reduce(
    (sum, law) => {
      const variant = variantOf(law, value);
      const ofVariant = variantPathsOf(law).filter((path) => paths.includes(path));
      return variant ? sum + timeOfPaths(variant, ofVariant) : sum;
    },
    timeOfPaths(value, paths),
  );
}

function timeOfPaths(value: Case, paths: readonly PathName[]): number {
  const sum = paths.map(timeOf).reduce((total, each) => total + each, 0);
  return takesLong(value) ? LONG * sum : sum;
}

function timeOf(path: PathName): number {
  if (path === 'chat') return TIMES.chat;
  const { turn, onlyLane } = pathOf(path);
  return onlyLane ? TIMES.door : turn ? TIMES.partOfTurn : TIMES.command;
}
