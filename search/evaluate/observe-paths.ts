/** Runs the paths of a case on a driver, one after the other: in the process that ran cases before, or in fresh ones. */
import { runnableOf } from '../../gateway/cases/runnable-of.ts';
import type { Driver } from '../../gateway/driver.ts';
import { type AnyCase, textOfCase } from '../../home-case/any-case.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { gatewayByGateway } from '../../paths/gateway-order.ts';
import { laneOfPath, pathOf } from '../../paths/paths.ts';
import { observeChat, type Reference } from './reference.ts';
import type { ObserveOnce } from './remembered-paths.ts';
import { unansweredTurn } from './unanswered-turn.ts';

export type ObservePaths = (
  driver: Driver,
  value: AnyCase,
  paths: readonly PathName[],
  lane: Lane,
  options: { readonly isFresh: boolean },
) => Promise<Observation[]>;

export function pathsObserver(version: string, reference: Reference, once: ObserveOnce): ObservePaths {
  return async (driver, value, paths, lane, { isFresh }) => {
    const run = (path: PathName, each: Lane) =>
      once(`${isFresh ? 'fresh' : 'warm'} ${each} ${path} ${textOfCase(value)}`, () =>
        isFresh ? observeFresh(driver, value, path, each, version) : driver.observe(value, path, each),
      );
    // A confirmation does not rest on how another path ended: every path is run.
    const withoutRun = (path: PathName, chat: Observation | undefined) =>
      isFresh ? null : unansweredTurn(value, path, version, lane, chat);

    const seen = new Map<PathName, Observation>();
    for (const path of gatewayByGateway(paths, lane)) {
      const observation =
        path === 'chat'
          ? await observeChat({ reference, version, lane }, (each) => run(path, each))
          : (withoutRun(path, seen.get('chat')) ?? (await run(path, laneOfPath(path, lane))));
      seen.set(path, observation);
    }
    return paths.flatMap((path) => seen.get(path) ?? []);
  };
}

async function observeFresh(
  driver: Driver,
  value: AnyCase,
  path: PathName,
  lane: Lane,
  version: string,
): Promise<Observation> {
  if (lane === 'gateway') {
    await driver.refresh();
    return driver.observe(value, path, lane);
  }
  // A path without a working command is run in a fresh process of the embedded lane.
  const has = (each: Lane) => runnableOf(value).askedModel(pathOf(path), version, each).unsupported === null;
  if (lane === 'cli' && has('cli')) {
    await driver.forgetHomes();
    return driver.observe(value, path, 'cli');
  }
  if (has('embedded')) await driver.refresh();
  return driver.observe(value, path, 'embedded');
}
