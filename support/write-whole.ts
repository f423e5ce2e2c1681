import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BadInput } from './bad-input.ts';
import { fileProblem } from './file-error.ts';

/**
 * Writes a file whole or not at all, and makes its folder. What ends the process leaves no half of a file; what ends the machine may.
 *
 * @throws BadInput when it cannot be written, with the reason
 */
export async function writeWhole(file: string, content: string): Promise<void> {
  const partial = partialOf(file);
  try {
    await mkdir(path.dirname(partial), { recursive: true });
    await writeFile(partial, content);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw notWritten(file, error);
  }
}

/** The same for JSON. */
export function writeJson(file: string, value: unknown): Promise<void> {
  return writeWhole(file, jsonText(value));
}

/** The same at once, before anything else happens. */
export function writeJsonNow(file: string, value: unknown): void {
  const partial = partialOf(file);
  try {
    mkdirSync(path.dirname(partial), { recursive: true });
    writeFileSync(partial, jsonText(value));
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw notWritten(file, error);
  }
}

/** A name beside the file that no other write has: two may write one file at once. */
function partialOf(file: string): string {
  return `${path.resolve(file)}.${randomUUID()}`;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function notWritten(file: string, error: unknown): unknown {
  const reason = fileProblem(error);
  return reason ? new BadInput(`${file} cannot be written: ${reason}. Give another file.`) : error;
}
