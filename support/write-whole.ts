import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BadInput } from './bad-input.ts';
import { fileProblem } from './file-error.ts';

/**
 * Writes a file whole or not at all, and makes its folder.
 *
 * @throws BadInput when it cannot be written, with the reason
 */
export async function writeWhole(file: string, content: string): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    await writeFile(partial, content);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    throw notWritten(file, error);
  }
}

/** The same for JSON. */
export function writeJson(file: string, value: unknown): Promise<void> {
  return writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** The same at once, before anything else happens. */
export function writeJsonNow(file: string, value: unknown): void {
  const partial = `${file}.${process.pid}.partial`;
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(partial, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw notWritten(file, error);
  }
}

function notWritten(file: string, error: unknown): unknown {
  const reason = fileProblem(error);
  return reason ? new BadInput(`${file} cannot be written: ${reason}. Give another file.`) : error;
}
