/**
 * Process-wide state of a subject that must not reach the next run, by the names of the functions that clear
 * it. A build that lacks one has nothing of the kind to clear.
 *
 * @source shared/auth-contract.md 5.4; `resetConfigGuardStateForTests`: the command line keeps the first
 * configuration it read for the life of the process.
 */
import { pathToFileURL } from 'node:url';
import type { FunctionLocation } from './chunk-functions.ts';

export const RESET_NAMES: readonly string[] = [
  'clearRuntimeConfigSnapshot',
  'clearConfigCache',
  'clearRuntimeAuthProfileStoreSnapshots',
  'clearSecretsRuntimeSnapshot',
  'resetModelCatalogCacheForTest',
  'resetConfigGuardStateForTests',
];

/** Imports the functions; each is called without parameters. */
export async function loadResets(locations: readonly FunctionLocation[]): Promise<(() => unknown)[]> {
  return Promise.all(
    locations.map(async (location) => {
      const module: Record<string, unknown> = await import(pathToFileURL(location.file).href);
      const exported = module[location.export];
      const reset = location.property
        ? (exported as Record<string, unknown> | undefined)?.[location.property]
        : exported;
      if (typeof reset !== 'function')
        throw new Error(`${location.file} has no function ${location.export}.`);
      return () => reset();
    }),
  );
}
