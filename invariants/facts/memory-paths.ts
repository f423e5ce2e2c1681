/** The paths that ask what memory search is set to ask. */
import { memoryEndpointOf } from '../../generators/axes/memory-endpoint.ts';
import type { Case } from '../../generators/case.ts';
import type { PathName } from '../../observation/path-name.ts';

/** The paths that embed by the settings of memory search. */
export const MEMORY_PATHS: readonly PathName[] = ['memory', 'memory-status', 'http-embedding', 'memory-tool'];

/** Whether a path asks the address that memory search has of its own. */
export function hasMemoryAddress(value: Case, path: PathName): boolean {
  return MEMORY_PATHS.includes(path) && (memoryEndpointOf(value)?.hasAddress ?? false);
}
