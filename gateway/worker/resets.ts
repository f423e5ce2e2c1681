/**
 * Process-wide state of a subject that must not reach the next run, by the names of the functions that clear
 * it. A build that lacks one has nothing of the kind to clear.
 *
 * @source docs/openclaw-auth-contract.md 5.4; `resetConfigGuardStateForTests`: the command line keeps the first
 * configuration it read for the life of the process.
 */
import { type FunctionLocation, loadFunction } from './chunk-functions.ts';

const RESET_NAMES: readonly string[] = [
  'clearRuntimeConfigSnapshot',
  'clearConfigCache',
  'clearRuntimeAuthProfileStoreSnapshots',
  'clearSecretsRuntimeSnapshot',
  'resetModelCatalogCacheForTest',
  'resetConfigGuardStateForTests',
];

/**
 * Closes databases, for a second each time: a process may have 64 open, and each run has its own.
 */
const CLOSING_NAME = 'drainGlobalSingletonLifecycleState';
const RUNS_BETWEEN_CLOSING = 40;

/** Every function that is called between runs. */
export const BETWEEN_RUNS: readonly string[] = [...RESET_NAMES, CLOSING_NAME];

/** What to do before a run, given how many there were. */
export type Resets = (runs: number) => Promise<void>;

/** Imports those of the functions that clear something; each is called without parameters. */
export async function loadResets(locations: readonly FunctionLocation[]): Promise<Resets> {
  const resets = locations.filter(({ name }) => BETWEEN_RUNS.includes(name));
  const functions = await Promise.all(
    resets.map(async (location) => ({ name: location.name, reset: await loadFunction(location) })),
  );
  return async (runs) => {
    const closes = runs > 0 && runs % RUNS_BETWEEN_CLOSING === 0;
    for (const { name, reset } of functions) if (name !== CLOSING_NAME || closes) await reset();
  };
}
