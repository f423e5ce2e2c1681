/** A folder that is installed under another name, and takes its own once it is whole. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { isAlive } from '../../support/is-alive.ts';

/** Between the name of a folder and the process that installs it. */
const INSTALLING = '.installing-';

export function partialOf(folder: string): string {
  return `${folder}${INSTALLING}${process.pid}`;
}

export function isPartial(name: string): boolean {
  return name.includes(INSTALLING);
}

/** Whether the process that installed it is gone. */
export function isInterrupted(name: string): boolean {
  const [, pid] = name.split(INSTALLING);
  return pid !== undefined && !isAlive(Number(pid));
}

/** Gives a whole folder its name. Where another process was faster, its folder stays. */
export async function putInPlace(partial: string, folder: string): Promise<void> {
  try {
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(partial, { recursive: true, force: true });
  }
}
