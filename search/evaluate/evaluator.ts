/**
 * Runs cases on a pool of drivers and remembers what was observed: the same case and path are run once a lane.
 */
import pLimit from 'p-limit';
import { runnableOf } from '../../gateway/cases/any-case.ts';
import { createDriver, type Driver } from '../../gateway/driver.ts';
import type { Subject } from '../../gateway/subject/subject.ts';
import { type AnyCase, isHomeCase, textOfCase } from '../../home-case/any-case.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { laneOfPath, pathOf } from '../../paths/paths.ts';
import type { KeptObservations } from './kept-observations.ts';
import { observeChat, type Reference } from './reference.ts';
import { rememberedSteps } from './remembered-steps.ts';
import { unlessStopped } from './stopped.ts';
import { unansweredTurn } from './unanswered-turn.ts';

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
  /** How often the `gateway` lane started a gateway. */
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
 */
export type Observe = (value: AnyCase, paths: readonly PathName[]) => Promise<Observation[] | null>;

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

/** @param workers how many drivers run side by side; one a core is best */
export async function createEvaluator(
  subject: Subject,
  workers: number,
  { kept, signal, reference = 'auto', start = createDriver }: EvaluatorOptions = {},
): Promise<Evaluator> {
  const drivers = await startDrivers(subject, workers, start);
  const queues = drivers.map(() => pLimit(1));
  const memory = new Map<string, Promise<Observation>>();
  const fresh = new Map<string, Promise<Observation>>();
  const observeSteps = rememberedSteps(kept, signal);

  const once = async (run: string, observe: () => Promise<Observation>): Promise<Observation> => {
    const before = kept?.get(run);
    if (before) return before;
    signal?.throwIfAborted();
    // Observations of a stopped process say nothing of the build, and are not kept.
    const observation = await unlessStopped(observe(), signal);
    kept?.add(run, observation);
    return observation;
  };

  const observeWarm = (driver: Driver, value: AnyCase, path: PathName, lane: Lane): Promise<Observation> => {
    const key = `${lane} ${path} ${textOfCase(value)}`;
    const observation = memory.get(key) ?? once(`warm ${key}`, () => driver.observe(value, path, lane));
    memory.set(key, observation);
    return observation;
  };

  const chatOf = (lane: Lane, observe: (lane: Lane) => Promise<Observation>) =>
    observeChat({ reference, version: subject.version, lane }, observe);

  const observeAll = async (driver: Driver, value: AnyCase, paths: readonly PathName[], lane: Lane) => {
    if (!isHomeCase(value) && value.steps) return observeSteps(driver, value, lane, { isFresh: false });
    const observations: Observation[] = [];
    for (const path of paths) {
      const chat = observations.find((each) => each.path === 'chat');
      observations.push(
        path === 'chat'
          ? await chatOf(lane, (each) => observeWarm(driver, value, path, each))
          : (unansweredTurn(value, path, subject.version, lane, chat) ??
              (await observeWarm(driver, value, path, laneOfPath(path, lane)))),
      );
    }
    return observations;
  };

  const observeFresh = async (driver: Driver, value: AnyCase, path: PathName, lane: Lane) => {
    if (lane === 'gateway') {
      await driver.refresh();
      return driver.observe(value, path, lane);
    }
    // A path without a working command is run in a fresh process of the embedded lane.
    const has = (each: Lane) =>
      runnableOf(value).askedModel(pathOf(path), subject.version, each).unsupported === null;
    if (lane === 'cli' && has('cli')) return driver.observe(value, path, 'cli');
    if (has('embedded')) await driver.refresh();
    return driver.observe(value, path, 'embedded');
  };

  const observeFreshOnce = (
    driver: Driver,
    value: AnyCase,
    path: PathName,
    lane: Lane,
  ): Promise<Observation> => {
    const key = `${lane} ${path} ${textOfCase(value)}`;
    const observation = fresh.get(key) ?? once(`fresh ${key}`, () => observeFresh(driver, value, path, lane));
    fresh.set(key, observation);
    return observation;
  };

  const observeAllFresh = async (driver: Driver, value: AnyCase, paths: readonly PathName[], lane: Lane) => {
    if (!isHomeCase(value) && value.steps) return observeSteps(driver, value, lane, { isFresh: true });
    const observations: Observation[] = [];
    for (const path of paths) {
      const observe = (each: Lane) => observeFreshOnce(driver, value, path, each);
      observations.push(await (path === 'chat' ? chatOf(lane, observe) : observe(laneOfPath(path, lane))));
    }
    return observations;
  };

  return {
    subject,
    workers,
    worker(index) {
      const [driver, queue] = [drivers[index % workers]!, queues[index % workers]!];
      return {
        warm:
          (lane, deadline = Number.POSITIVE_INFINITY) =>
          (value, paths) =>
            queue(async () => (Date.now() < deadline ? observeAll(driver, value, paths, lane) : null)),
        fresh: (lane) => (value, paths) => queue(() => observeAllFresh(driver, value, paths, lane)),
      };
    },
    gatewayStarts: () => drivers.reduce((sum, driver) => sum + driver.gatewayStarts(), 0),
    async [Symbol.asyncDispose]() {
      await Promise.all(drivers.map((driver) => driver[Symbol.asyncDispose]()));
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
