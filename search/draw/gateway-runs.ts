/**
 * Lets some runs of a search take doors that only a running gateway has, beside their own paths. Each door starts a
 * gateway, which takes as long as ten commands: so a run takes two of them, and the next such run two others.
 */
import { unsupportedReason } from '../../gateway/asked/unsupported-reason.ts';
import type { PathName } from '../../observation/path-name.ts';
import { modelOf } from '../../paths/asked-model.ts';
import { pathOf } from '../../paths/paths.ts';
import type { CaseRun } from './choose-runs.ts';
import type { Space } from './space.ts';

/** The runs that take doors as a part of all: one in so many. */
const RUNS_TO_ONE = 15;
const DOORS_A_RUN = 2;

/**
 * @param doors paths of a gateway: each such run takes those two of them that its provider has in the build and that
 *   were not taken for longest
 * @returns as many runs, in the same order
 */
export function withGatewayPaths(
  runs: readonly CaseRun[],
  doors: readonly PathName[],
  { version }: Pick<Space, 'version'>,
): CaseRun[] {
  let queue = [...doors];
  return runs.map((run, index) => {
    if (index % RUNS_TO_ONE !== 0) return run;
    const has = (path: PathName) =>
      unsupportedReason(modelOf(run.value, pathOf(path)).provider, pathOf(path), version, 'gateway') === null;
    const taken = queue.filter(has).slice(0, DOORS_A_RUN);
    queue = [...queue.filter((each) => !taken.includes(each)), ...taken];
    return { ...run, paths: [...run.paths, ...taken] };
  });
}
