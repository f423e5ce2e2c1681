/** Files as text, with errors that a user can act on. */
import { readFileSync, statSync } from 'node:fs';
import { BadInput } from './bad-input.ts';
import { fileProblem } from './file-error.ts';

/** Far more than any file that the suite reads. */
const MOST_MEGABYTES = 256;

/**
 * Reads a file whole, without its byte order mark. A pipe or a device may never end: only files are read.
 *
 * @throws BadInput when it cannot be read
 */
export function readText(file: string): string {
  const problem = (reason: string) => new BadInput(`${file} cannot be read: ${reason}. Check the path.`);
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw problem('it is a folder');
    if (!stat.isFile()) throw problem('it is no file');
    if (stat.size > MOST_MEGABYTES * 1e6) throw problem(`it has more than ${MOST_MEGABYTES} MB`);
    return readFileSync(file, 'utf8').replace(/^\u{feff}/u, '');
  } catch (error) {
    const reason = fileProblem(error);
    throw reason ? problem(reason) : error;
  }
}
