/** JSON files as data, with errors that a user can act on. */
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { BadInput } from './bad-input.ts';

/**
 * Reads JSON.
 *
 * @throws BadInput when the file is missing or not JSON.
 */
export async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new BadInput(`${file} cannot be read. Check the path.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${file} is not JSON: ${(error as Error).message}.`);
  }
}

/** The first problem of a zod error as one line: `case.provider.id: Invalid option: expected one of …`. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || '(top)'}: ${issue.message}` : error.message;
}
