import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import type { Case } from '../case.ts';
import { isTaken } from './step.ts';

/** The paths that the steps of a case take, in the order of the list of paths. */
export function takenPaths({ steps }: Pick<Case, 'steps'>): PathName[] {
  const taken = new Set((steps ?? []).filter(isTaken).map(({ path }) => path));
  return ALL_PATHS.filter((path) => taken.has(path));
}
