/** Process-wide state of a subject that must not reach the next run. */
import { CLOSES_DATABASES, RESETS } from '../versions/names-in-bundle.ts';
import { type FunctionLocation, loadFunction } from './chunk-functions.ts';

/** Below the limit of a build. */
const RUNS_BETWEEN_CLOSING = 40;
/** Where that is lifted: what is open keeps its memory and its place on the disk. */
const RUNS_BETWEEN_CLOSING_UNLIMITED = 200;

/** Every function that is called between runs. */
const BETWEEN_RUNS: readonly string[] = [...RESETS, CLOSES_DATABASES];

/** Resets the process before a run, given the number of runs before it. */
export type Resets = (runs: number) => Promise<void>;

/**
 * Imports those of the functions that clear something; each is called without parameters.
 *
 * @param hasNoStoreLimit whether the subject's own limit of open databases is lifted by now
 */
export async function loadResets(
  locations: readonly FunctionLocation[],
  hasNoStoreLimit: () => boolean,
): Promise<Resets> {
  const resets = locations.filter(({ name }) => BETWEEN_RUNS.includes(name));
  const functions = await Promise.all(
    resets.map(async (location) => ({ name: location.name, reset: await loadFunction(location) })),
  );
  return async (runs) => {
    const between = hasNoStoreLimit() ? RUNS_BETWEEN_CLOSING_UNLIMITED : RUNS_BETWEEN_CLOSING;
    const closes = runs > 0 && runs % between === 0;
    for (const { name, reset } of functions) if (name !== CLOSES_DATABASES || closes) await reset();
  };
}
