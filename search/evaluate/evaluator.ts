/**
 * Runs cases on a pool of drivers and remembers what was observed: the same case and path are run once a lane.
 */
import pLimit from 'p-limit';
import { createDriver, type Driver } from '../../gateway/driver.ts';
import type { Subject } from '../../gateway/subject/subject.ts';
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { KeptObservations } from './kept-observations.ts';
import { type ObservePaths, pathsObserver } from './observe-paths.ts';
import type { Reference } from './reference.ts';
import { rememberedPaths } from './remembered-paths.ts';
import { rememberedSteps } from './remembered-steps.ts';

export interface Evaluator extends AsyncDisposable {
  readonly subject: Subject;
  readonly workers: number;
  /**
   * One of the workers.
   *
   * @param index modulo their number: a warm process may remember, so that the same seed must give each worker the
   * same cases in the same order
   */
  worker(index: number): EvaluatorWorker;
  /**
   * One more, for cases that no warm process serves: steps that start a gateway, which wait for most of their time, and commands with
   * processes of their own. Its driver starts when it is first asked; an observation throws where that fails.
   */
  readonly coldWorker: EvaluatorWorker;
  /** The number of gateways that the `gateway` lane started. */
  gatewayStarts(): number;
}

export interface EvaluatorWorker {
  /** In the process that ran the cases before; null where the case's time came after the deadline. */
  warm(lane: Lane, deadline?: number): Observe;
  /** In processes that ran nothing before; remembered apart from what warm ones did. */
  fresh(lane: Lane): Observe;
}

/**
 * Runs a case; its observations are in the order of `paths`, or of its steps where it has some, whatever the paths are; null where
 * there was no time left.
 *
 * @param lane another one than that of the others: steps choose theirs, and what they are held against is run there, too
 */
export type Observe = (
  value: AnyCase,
  paths: readonly PathName[],
  lane?: Lane,
) => Promise<Observation[] | null>;

export interface EvaluatorOptions {
  /** Observations of earlier processes, to which this one adds; absent: nothing outlives this one. */
  readonly kept?: KeptObservations | undefined;
  /** Ends whatever is observed: each observation then throws its reason. */
  readonly signal?: AbortSignal | undefined;
  /** The door of chat; absent: `auto`. */
  readonly reference?: Reference;
  /** Starts a driver; absent: one of the real build. */
  readonly start?: ((subject: Subject) => Promise<Driver>) | undefined;
}

/** @param workers how many drivers run side by side, beside that of the cold worker; one a core is best */
export async function createEvaluator(
  subject: Subject,
  workers: number,
  { kept, signal, reference = 'auto', start = createDriver }: EvaluatorOptions = {},
): Promise<Evaluator> {
  const drivers = await startDrivers(subject, workers, start);
  const observePaths = pathsObserver(subject.version, reference, rememberedPaths(kept, signal));
  const observeSteps = rememberedSteps(kept, signal);
  const observe: ObservePaths = (driver, value, paths, lane, options) =>
    !isHomeCase(value) && value.steps
      ? observeSteps(driver, value, lane, options)
      : observePaths(driver, value, paths, lane, options);
  const workerWith = (driver: () => Driver | Promise<Driver>): EvaluatorWorker => {
    const queue = pLimit(1);
    return {
      warm:
        (lane, deadline = Number.POSITIVE_INFINITY) =>
        (value, paths, own = lane) =>
          queue(async () =>
            Date.now() < deadline ? observe(await driver(), value, paths, own, { isFresh: false }) : null,
          ),
      fresh:
        (lane) =>
        (value, paths, own = lane) =>
          queue(async () => observe(await driver(), value, paths, own, { isFresh: true })),
    };
  };
  const pool = drivers.map((driver) => workerWith(() => driver));
  let ofColdWorker: Driver | null = null;
  const started = () => [...drivers, ...(ofColdWorker ? [ofColdWorker] : [])];

  return {
    subject,
    workers,
    worker: (index) => pool[index % workers]!,
    // Its queue asks for the driver once at a time.
    coldWorker: workerWith(async () => {
      ofColdWorker ??= await start(subject);
      return ofColdWorker;
    }),
    gatewayStarts: () => started().reduce((sum, driver) => sum + driver.gatewayStarts(), 0),
    async [Symbol.asyncDispose]() {
      await Promise.all(started().map((driver) => driver[Symbol.asyncDispose]()));
    },
  };
}

/** @throws what a driver could not be started for, once the others are closed */
async function startDrivers(
  subject: Subject,
  workers: number,
  start: (subject: Subject) => Promise<Driver>,
): Promise<Driver[]> {
  const started = await Promise.allSettled(Array.from({ length: workers }, () => start(subject)));
  const drivers = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = started.find((each) => each.status === 'rejected');
  if (!failed) return drivers;
  await Promise.all(drivers.map((driver) => driver[Symbol.asyncDispose]()));
  throw failed.reason;
}
