import { mkdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { BadInput } from './bad-input.ts';
import { fileProblem } from './file-error.ts';

/** What ends the process must leave no half of a file; what ends the machine may. */
const OPTIONS = { fsync: false };

/**
 * Writes a file whole or not at all, and makes its folder.
 *
 * @throws BadInput when it cannot be written, with the reason
 */
export async function writeWhole(file: string, content: string): Promise<void> {
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    await writeFileAtomic(file, content, OPTIONS);
  } catch (error) {
    throw notWritten(file, error);
  }
}

/** The same for JSON. */
export function writeJson(file: string, value: unknown): Promise<void> {
  return writeWhole(file, jsonText(value));
}

/** The same at once, before anything else happens. */
export function writeJsonNow(file: string, value: unknown): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileAtomic.sync(file, jsonText(value), OPTIONS);
  } catch (error) {
    throw notWritten(file, error);
  }
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function notWritten(file: string, error: unknown): unknown {
  const reason = fileProblem(error);
  return reason ? new BadInput(`${file} cannot be written: ${reason}. Give another file.`) : error;
}
