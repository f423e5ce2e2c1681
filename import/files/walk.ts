import { type Dirent, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BadInput } from '../../support/bad-input.ts';
import { fileProblem } from '../../support/file-error.ts';

/** Folders of programs: whatever is in them, there is much of it. */
const NOT_ENTERED = new Set(['node_modules', '.git', '.cache', '.npm', 'Library', 'sessions']);

/** More than any home has beside the folders that are not entered. */
const MOST = 20_000;

/**
 * The names of the files below a folder, relative to it; of a folder that is not entered its own name.
 *
 * @throws BadInput when a folder cannot be listed, or there are too many files
 */
export function filesBelow(folder: string, below = ''): string[] {
  const names = entriesOf(path.join(folder, below)).flatMap((entry) => {
    const name = path.join(below, entry.name);
    if (!entry.isDirectory()) return [name];
    if (!NOT_ENTERED.has(entry.name)) return filesBelow(folder, name);
    const [agents, sessions] = [path.join(name, 'LaunchAgents'), path.join(name, 'sessions.json')];
    return [
      `${name}/`,
      ...(existsSync(path.join(folder, agents)) ? filesBelow(folder, agents) : []),
      ...(existsSync(path.join(folder, sessions)) ? [sessions] : []),
    ];
  });
  if (names.length > MOST)
    throw new BadInput(`${folder} holds more than ${MOST} files. Copy the home's .openclaw alone.`);
  return names;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const reason = fileProblem(error) ?? 'it is damaged';
    throw new BadInput(`${folder} cannot be read: ${reason}. Check the path.`);
  }
}
