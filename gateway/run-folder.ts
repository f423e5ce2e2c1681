/**
 * The folder of one run of the suite: every home, certificate and journal lives below it, on a RAM disk where
 * there is one, and goes with it. What a killed run left behind is removed by the next.
 */
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PREFIX = 'openclaw-conformance-';

export interface RunFolder {
  readonly folder: string;
  /** The only folder on a subject's PATH: it holds Node and nothing else, so no other program can be started. */
  readonly binaries: string;
}

let current: RunFolder | null = null;

/** This process's run folder, made on first use and removed at exit. */
export function runFolder(): RunFolder {
  if (current) return current;
  const parent = isWritable('/dev/shm') ? '/dev/shm' : os.tmpdir();
  removeStale(parent);
  const folder = mkdtempSync(path.join(parent, `${PREFIX}${process.pid}-`));
  const binaries = path.join(folder, 'bin');
  mkdirSync(binaries);
  symlinkSync(process.execPath, path.join(binaries, 'node'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  current = { folder, binaries };
  return current;
}

function removeStale(parent: string): void {
  for (const name of readdirSync(parent)) {
    const match = new RegExp(`^${PREFIX}(\\d+)-`).exec(name);
    if (match && !isAlive(Number(match[1])))
      rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
