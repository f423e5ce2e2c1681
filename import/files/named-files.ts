/**
 * Files of a home that its settings and variables name: the account of a service, a token, a certificate. Whatever their name,
 * a build reads them.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isJsonRecord } from '../../support/json-record.ts';
import type { FileKind } from './known-files.ts';
import type { StateFolder } from './state-folder.ts';

/** Names of settings and variables that name a file to read: `tokenFile`, `GOOGLE_APPLICATION_CREDENTIALS`. */
const NAMES_FILE = /(file|path|credentials|(^|_)(ca|cert|key))$/i;
const WRITTEN_TO = /log|socket|sock|history|workspace/i;
/** More than any secret, certificate or account takes. */
const MOST_BYTES = 64 * 1024;

/**
 * @param values the configuration, and variables
 * @param names the files of the home, as the case calls them
 * @returns names with how each is read
 */
export function filesNamedIn(
  values: readonly unknown[],
  state: StateFolder,
  names: readonly string[],
  onDisk: (name: string) => string,
): [string, FileKind][] {
  const there = new Set(names);
  return [...new Set(values.flatMap((value) => namesIn(value, [])))]
    .flatMap((text) => state.named(text) ?? [])
    .filter((name) => there.has(name) && isSmallFile(onDisk(name)))
    .map((name) => [name, kindOf(readFileSync(onDisk(name), 'utf8'))]);
}

function namesIn(value: unknown, path: readonly string[]): string[] {
  if (typeof value === 'string') {
    const isName = NAMES_FILE.test(path.at(-1) ?? '') && !path.some((key) => WRITTEN_TO.test(key));
    return isName && /^[~/.]|^[A-Z]:[\\/]/.test(value) ? [value] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each, path));
  if (!isJsonRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => namesIn(each, [...path, key]));
}

function isSmallFile(file: string): boolean {
  const found = existsSync(file) ? statSync(file) : null;
  return found?.isFile() === true && found.size <= MOST_BYTES;
}

function kindOf(content: string): FileKind {
  if (/^\s*\[[^\]]+\]\s*$/m.test(content) && /^\s*\w+\s*=/m.test(content)) return 'ini';
  try {
    return isJsonRecord(JSON.parse(content)) ? 'json' : 'text';
  } catch {
    return 'text';
  }
}
