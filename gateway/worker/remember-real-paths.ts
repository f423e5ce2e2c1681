/**
 * Remembers the real paths of files that do not change while a worker runs: those of the subject itself.
 *
 * Builds of 2026.5 ask for the real path of every plugin file, one `lstat` for each folder above it, on every look-up
 * of a provider: half of the time of a warm turn.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

/** @param folders absolute; below them nothing is written while this process runs */
export function rememberRealPaths(folders: readonly string[]): void {
  const original = fs.realpathSync;
  const roots = folders.map((folder) => `${path.resolve(folder)}${path.sep}`);
  const known = new Map<string, string>();
  const remembering = (file: fs.PathLike, options?: fs.EncodingOption): string => {
    if (typeof file !== 'string' || options || !roots.some((root) => file.startsWith(root)))
      return original(file, options);
    const real = known.get(file) ?? original(file);
    known.set(file, real);
    return real;
  };
  fs.realpathSync = Object.assign(remembering, { native: original.native }) as typeof fs.realpathSync;
  syncBuiltinESMExports();
}
