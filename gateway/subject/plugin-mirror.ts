/**
 * A package folder with only the bundled plugins under test: on every look-up a build reads each
 * manifest it finds, more than a hundred of them.
 *
 * The rest of the package is linked, so that a plugin imports the very modules of the subject.
 *
 * Measured on 2026.4.24: a warm chat turn from 1.1 s to 0.5 s, a cold one from 14 s to 9 s.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Subject } from './subject.ts';
import { isAtLeast } from './version.ts';
import { traitsOf } from './version-traits.ts';

/** From 2026.6.5 on look-ups are quick; before 2026.4 plugins are part of the core. */
export function needsMirror({ version, root }: Subject): boolean {
  return !isAtLeast(version, '2026.6.5') && existsSync(path.join(root, 'dist', 'extensions'));
}

export function mirrorRoot(folder: string): string {
  return path.join(folder, 'mirror');
}

/** Makes the mirror below `folder`. */
export function writeMirror({ version, root }: Subject, folder: string): void {
  const mirror = mirrorRoot(folder);
  const extensions = path.join(mirror, 'dist', 'extensions');
  mkdirSync(extensions, { recursive: true });
  linkAll(root, mirror, ['dist']);
  // npm hoists: what a package imports lies beside it, and must be found from the mirror too. Not inside the mirror,
  // where a build would look through every file of every dependency on each load.
  symlinkSync(path.dirname(root), path.join(folder, 'node_modules'));
  linkAll(path.join(root, 'dist'), path.join(mirror, 'dist'), ['extensions']);
  const tested: readonly string[] = traitsOf(version).plugins;
  for (const name of readdirSync(path.join(root, 'dist', 'extensions'))) {
    // Modules of the subject import some plugins by path, enabled or not: all of these are named so.
    if (!tested.includes(name) && !name.endsWith('-core')) continue;
    cpSync(path.join(root, 'dist', 'extensions', name), path.join(extensions, name), { recursive: true });
  }
}

function linkAll(from: string, to: string, except: readonly string[]): void {
  for (const name of readdirSync(from)) {
    if (!except.includes(name)) symlinkSync(path.join(from, name), path.join(to, name));
  }
}
