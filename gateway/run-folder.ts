/**
 * The folder of one run of the suite: every home, certificate and journal lives below it, on a RAM disk where
 * there is one, and goes with it. What a killed run left behind is removed by the next.
 */
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../support/is-alive.ts';

const PREFIX = 'openclaw-conformance-';

/** npm as it is without a network. */
const OFFLINE_NPM = `#!/bin/sh
echo 'npm error code ENOTFOUND' >&2
exit 1
`;

export interface RunFolder {
  readonly folder: string;
  /** The only folder on a subject's PATH: it holds Node and an npm without a network, so no other program can be started. */
  readonly binaries: string;
}

let current: RunFolder | null = null;

/** This process's run folder, made on first use and removed at exit. */
export function runFolder(): RunFolder {
  if (current) return current;
  removeStaleRunFolders();
  const folder = mkdtempSync(path.join(runFolderParent(), `${PREFIX}${process.pid}-`));
  const binaries = path.join(folder, 'bin');
  mkdirSync(binaries);
  symlinkSync(process.execPath, path.join(binaries, 'node'));
  // 2026.9 asks npm for plugins that a configuration names, and does not go on where there is no npm at all.
  writeFileSync(path.join(binaries, 'npm'), OFFLINE_NPM, { mode: 0o755 });
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  current = { folder, binaries };
  return current;
}

/**
 * Removes the folders of runs whose process is gone.
 *
 * @returns the folders
 */
export function removeStaleRunFolders(): string[] {
  const parent = runFolderParent();
  return readdirSync(parent).flatMap((name) => {
    const match = new RegExp(`^${PREFIX}(\\d+)-`).exec(name);
    const folder = path.join(parent, name);
    if (!match || isAlive(Number(match[1]))) return [];
    try {
      rmSync(folder, { recursive: true, force: true });
      return [folder];
    } catch {
      // Another user's: theirs to remove.
      return [];
    }
  });
}

/** The RAM disk, where there is one that can be written. */
export function runFolderParent(): string {
  return isWritable('/dev/shm') ? '/dev/shm' : os.tmpdir();
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
