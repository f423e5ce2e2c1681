/** Process-wide state of a subject that must not reach the next run. */
import { CLOSES_DATABASES, RESETS } from '../versions/names-in-bundle.ts';
import { type FunctionLocation, loadFunction } from './chunk-functions.ts';

const RUNS_BETWEEN_CLOSING = 40;

/** Every function that is called between runs. */
const BETWEEN_RUNS: readonly string[] = [...RESETS, CLOSES_DATABASES];

/** Resets the process before a run, given the number of runs before it. */
export type Resets = (runs: number) => Promise<void>;

/** Imports those of the functions that clear something; each is called without parameters. */
export async function loadResets(locations: readonly FunctionLocation[]): Promise<Resets> {
  const resets = locations.filter(({ name }) => BETWEEN_RUNS.includes(name));
  const functions = await Promise.all(
    resets.map(async (location) => ({ name: location.name, reset: await loadFunction(location) })),
  );
  return async (runs) => {
    const closes = runs > 0 && runs % RUNS_BETWEEN_CLOSING === 0;
    for (const { name, reset } of functions) if (name !== CLOSES_DATABASES || closes) await reset();
  };
}
