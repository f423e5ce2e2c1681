/** The room on the disk of a run, which is looked at when something could not be written there. */
import { BadInput } from '../support/bad-input.ts';
import { freeBytes } from '../support/free-bytes.ts';
import { runFolderParent } from './run-folder.ts';

/** A database grows by many pages at once, and says "disk I/O error" where they find no room. */
const LEAST_BYTES = 1_000_000;

/** @throws BadInput where the disk is full: what a build does there is no fact about the build */
export function checkRoom(): void {
  const place = runFolderParent();
  if (freeBytes(place) < LEAST_BYTES)
    throw new BadInput(`No home can be written in ${place}: the disk is full. Make room there.`);
}
