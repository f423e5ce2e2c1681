/** Counts and times of the observations of a result. */
import { modelRequests } from '../../invariants/behaviour.ts';
import { endedInPreflight } from '../../invariants/law.ts';
import type { Observation } from '../../observation/observation.ts';
import { median } from '../../support/median.ts';
import type { Result } from './result.ts';

type Figures = Pick<
  Result,
  'rejectedConfigs' | 'preflights' | 'observed' | 'timings' | 'slowest' | 'httpVersions' | 'quietRequests'
>;

export function figuresOf(observations: readonly Observation[]): Figures {
  return {
    rejectedConfigs: observations.filter(isRejectedConfig).length,
    preflights: {
      throughGateway: observations.filter((each) => each.standsFor && !endedInPreflight(each)).length,
      comparedWithNothing: observations.filter(endedInPreflight).length,
    },
    observed: count(observations.filter(({ milliseconds }) => milliseconds > 0).map(({ path }) => path)),
    timings: byPath(observations, median),
    slowest: byPath(observations, (times) => Math.max(0, ...times)),
    httpVersions: count(
      // A list of models may be asked for in the background, and a command may end before that.
      observations.flatMap((each) => modelRequests(each).map(({ httpVersion }) => httpVersion)),
    ),
    quietRequests: count(observations.flatMap(({ quiet }) => quiet)),
  };
}

function isRejectedConfig({ outcome }: Observation): boolean {
  return outcome.kind === 'failure' && outcome.class === 'bad-config';
}

/** A figure of the times of each path, in milliseconds. */
function byPath(
  observations: readonly Observation[],
  figure: (times: readonly number[]) => number,
): Record<string, number> {
  const groups = Map.groupBy(
    // A path that was not run took no time: the build does not have it, or its turn failed.
    observations.filter(({ milliseconds }) => milliseconds > 0),
    ({ path }) => path,
  );
  return Object.fromEntries(
    [...groups].map(([path, each]) => [path, figure(each.map(({ milliseconds }) => milliseconds))]),
  );
}

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
