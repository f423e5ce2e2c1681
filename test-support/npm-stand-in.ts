import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, vi } from 'vitest';

/** The npm of a test, and the cache that it fills. */
export interface NpmStandIn {
  /** The cache of subjects, a new one for each test. */
  cache(): string;
  /** The lines that the script has written to the file `NPM_CALLS`. */
  calls(): string[];
}

/**
 * Puts a script of the test in the place of npm, in front of all else.
 *
 * @param script for Node; it writes a line to the file `NPM_CALLS` for each call
 * @param variables those of each test, beside it
 */
export function npmStandIn(script: string, variables: Readonly<Record<string, string>>): NpmStandIn {
  const binaries = mkdtempSync(path.join(os.tmpdir(), 'npm-stand-in-'));
  writeFileSync(path.join(binaries, 'npm'), `#!${process.execPath}\n${script}`);
  chmodSync(path.join(binaries, 'npm'), 0o755);
  vi.stubEnv('PATH', binaries);
  let folder = binaries;
  const cache = () => path.join(folder, 'cache');
  const file = () => path.join(folder, 'calls');
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'npm-test-'));
    writeFileSync(file(), '');
    const all = { OPENCLAW_CONFORMANCE_CACHE: cache(), NPM_CALLS: file(), ...variables };
    for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  });
  return { cache, calls: () => readFileSync(file(), 'utf8').split('\n').filter(Boolean) };
}
