/** The file and the command behind references, in the folder of a home. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Canary } from '../../generators/secrets/canaries.ts';
import { sourceOf } from '../../generators/secrets/place.ts';

export const SECRETS_FILE = 'secrets.json';
export const SECRET_COMMAND = 'secret-command';

/** @returns their full names */
export async function writeSecretFiles(
  folder: string,
  canaries: readonly Canary[],
): Promise<{ secretFile: string; execCommand: string }> {
  const secretFile = path.join(folder, SECRETS_FILE);
  const execCommand = path.join(folder, SECRET_COMMAND);
  await writeFile(secretFile, JSON.stringify(referenced(canaries, 'file', 1)), { mode: 0o600 });
  await writeFile(execCommand, execScript(canaries), { mode: 0o700 });
  return { secretFile, execCommand };
}

/**
 * Secret texts by what a reference names.
 *
 * @param skip how many characters of a reference come before the name: JSON pointers begin with a slash
 */
export function referenced(
  canaries: readonly Canary[],
  source: 'file' | 'exec' | 'store',
  skip: number,
): Record<string, string> {
  return Object.fromEntries(
    canaries
      .filter(({ place, reference }) => sourceOf(place) === source && reference !== null)
      .map(({ reference, written }) => [reference!.slice(skip), written]),
  );
}

/**
 * Answers the exec protocol (openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md) with every secret there
 * is.
 */
export function execScript(canaries: readonly Canary[]): string {
  const answer = JSON.stringify({ protocolVersion: 1, values: referenced(canaries, 'exec', 0) });
  return `#!/bin/sh\nprintf '%s' '${answer}'\n`;
}
