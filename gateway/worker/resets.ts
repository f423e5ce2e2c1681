/** Process-wide state of a subject that must not reach the next run. */
import { z } from 'zod';
import { CLOSES_DATABASES, REMEMBERS_MODELS_FILES, RESETS } from '../versions/names-in-bundle.ts';
import { type FunctionLocation, loadFunction } from './chunk-functions.ts';

/** Runs between two closings: below the limit of a build. */
const RUNS_BETWEEN_CLOSING = 40;
/** As many where databases may stay open for longer: each keeps its memory, and its place on the disk after its home is gone. */
const RUNS_BETWEEN_LATE_CLOSING = 200;

/** Every function that is called between runs. */
const BETWEEN_RUNS: readonly string[] = [...RESETS, CLOSES_DATABASES];

/** Resets the process before a run, given the number of runs before it. @param mustClose whether no database may stay open */
export type Resets = (runs: number, mustClose?: boolean) => Promise<void>;

/**
 * Imports those of the functions that clear something; each is called without parameters.
 *
 * @param mayStayOpen whether databases may stay open for longer, asked before each run
 */
export async function loadResets(
  locations: readonly FunctionLocation[],
  mayStayOpen: () => boolean,
): Promise<Resets> {
  const resets = locations.filter(({ name }) => BETWEEN_RUNS.includes(name));
  const functions = await Promise.all(
    resets.map(async (location) => ({ name: location.name, reset: await loadFunction(location) })),
  );
  return async (runs, mustClose = false) => {
    const between = mayStayOpen() ? RUNS_BETWEEN_LATE_CLOSING : RUNS_BETWEEN_CLOSING;
    const closes = mustClose || (runs > 0 && runs % between === 0);
    for (const { name, reset } of functions) if (name !== CLOSES_DATABASES || closes) await reset();
    forgetModelsFiles();
  };
}

const rememberedSchema = z.object({ readyCache: z.instanceof(Map) });

/** No function of all builds clears it, and it is no part of a module. */
function forgetModelsFiles(): void {
  const remembered = rememberedSchema.safeParse(Reflect.get(globalThis, Symbol.for(REMEMBERS_MODELS_FILES)));
  remembered.data?.readyCache.clear();
}
