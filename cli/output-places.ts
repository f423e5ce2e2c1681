/** The places that a command will write, looked at before any work. */
import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { BadInput } from '../support/bad-input.ts';

/** File systems of the kernel, in which nobody makes a file: proc and sysfs (Linux, `magic.h`). */
const NO_DISKS = new Set([0x9fa0, 0x62656572]);

/** Places by the option that names them; undefined: it was not given. */
type Places = Readonly<Record<string, string | undefined>>;

/**
 * Whether the places can be written, asked before a run of hours and not after it. Nothing is made.
 *
 * @param folders in which more than one file is written
 * @throws BadInput for a file that is a folder, or a place below something that is none or that is not ours
 */
export function checkOutputs(files: Places, folders: Places = {}): void {
  for (const [option, file] of given(files)) {
    const isFolder = statSync(path.resolve(file), { throwIfNoEntry: false })?.isDirectory();
    const reason = isFolder ? 'it is a folder' : folderProblem(path.dirname(path.resolve(file)));
    if (reason) throw new BadInput(`${option} ${file} cannot be written: ${reason}. Give another file.`);
  }
  for (const [option, folder] of given(folders)) {
    const reason = folderProblem(path.resolve(folder));
    if (reason) throw new BadInput(`${option} ${folder} cannot be written: ${reason}. Give another folder.`);
  }
}

function given(places: Places): [option: string, place: string][] {
  return Object.entries(places).flatMap(([option, place]) => (place === undefined ? [] : [[option, place]]));
}

/** The reason why files cannot be made in a folder that is there, or could be made; null where they can. */
function folderProblem(folder: string): string | null {
  // A part of the path that is a file makes no folder of what is below it.
  const stat = statOf(folder);
  if (!stat) return folderProblem(path.dirname(folder));
  if (!stat.isDirectory()) return `${folder} is no folder`;
  // Node never ends to make a folder below one of these (nodejs/node: mkdir, recursive).
  if (NO_DISKS.has(statfsSync(folder).type)) return `${folder} is on no disk`;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return `no right to write in ${folder}`;
  }
}

function statOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}
