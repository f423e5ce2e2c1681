/** Counts and times of the observations of a result. */
import type { Observation } from '../../observation/observation.ts';
import type { Result } from './result.ts';

type Figures = Pick<
  Result,
  'rejectedConfigs' | 'observed' | 'timings' | 'slowest' | 'httpVersions' | 'quietRequests'
>;

export function figuresOf(observations: readonly Observation[]): Figures {
  return {
    rejectedConfigs: observations.filter(isRejectedConfig).length,
    observed: count(observations.filter(({ milliseconds }) => milliseconds > 0).map(({ path }) => path)),
    timings: byPath(observations, median),
    slowest: byPath(observations, (times) => times.at(-1) ?? 0),
    httpVersions: count(
      observations.flatMap(({ requests }) => requests.map(({ httpVersion }) => httpVersion)),
    ),
    quietRequests: count(observations.flatMap(({ quiet }) => quiet)),
  };
}

function isRejectedConfig({ outcome }: Observation): boolean {
  return outcome.kind === 'failure' && outcome.class === 'bad-config';
}

/** A figure of the times of each path, in milliseconds, from short to long. */
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
    [...groups].map(([path, each]) => [
      path,
      figure(each.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)),
    ]),
  );
}

function median(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)] ?? 0;
}

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
