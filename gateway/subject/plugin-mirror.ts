/**
 * A package folder with only the bundled plugins under test: on every look-up a build reads each
 * manifest it finds, more than a hundred of them.
 *
 * The rest of the package is linked, so that a plugin imports the very modules of the subject.
 *
 * Measured on 2026.4.24: a warm chat turn from 1.1 s to 0.5 s, a cold one from 14 s to 9 s.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { otherPluginSchema } from '../../generators/axes/other-plugin.ts';
import { traitsOf } from '../versions/traits.ts';
import type { Subject } from './subject.ts';
import { testedPlugins } from './tested-plugins.ts';

/** Whether look-ups are slow, and there are plugins to look up. */
export function needsMirror({ version, root }: Subject): boolean {
  return traitsOf(version).readsAllManifests && existsSync(extensionsOf(root));
}

export function mirrorRoot(folder: string): string {
  return path.join(folder, 'mirror');
}

export function extensionsOf(root: string): string {
  return path.join(root, 'dist', 'extensions');
}

/** Whether the mirror has a plugin. */
export function isMirrored(version: string, plugin: string): boolean {
  const tested: readonly string[] = [...testedPlugins(version), ...otherPluginSchema.options];
  // Modules of the subject import some plugins by path, enabled or not: all of these are named so.
  return tested.includes(plugin) || plugin.endsWith('-core');
}

/**
 * Makes the mirror below `folder`.
 *
 * @param more plugins that are in it beside those under test
 */
export function writeMirror(
  { version, root }: Pick<Subject, 'version' | 'root'>,
  folder: string,
  more: readonly string[] = [],
): void {
  const mirror = mirrorRoot(folder);
  const [dist, extensions] = [path.join(root, 'dist'), path.join(mirror, 'dist', 'extensions')];
  mkdirSync(extensions, { recursive: true });
  link(root, mirror, (name) => name !== 'dist');
  // npm hoists: the imports of a package lie beside it and must be found from the mirror too, but not inside the
  // mirror, where a build would look through every file of every dependency on each load.
  symlinkSync(path.dirname(root), path.join(folder, 'node_modules'));
  const kept = readdirSync(path.join(dist, 'extensions')).filter(
    (name) => isMirrored(version, name) || more.includes(name),
  );
  for (const name of kept) {
    cpSync(path.join(dist, 'extensions', name), path.join(extensions, name), { recursive: true });
  }
  // On each load a build looks at every file that lies beside its plugins: thousands, of which plugins import dozens.
  const imported = importsBelow(extensions);
  const isNeeded = (name: string) => !CHUNK.test(name) || imported.has(`../../${name}`);
  link(dist, path.join(mirror, 'dist'), (name) => isNeeded(name) && name !== 'extensions' && name !== SDK);
  if (!existsSync(path.join(dist, SDK))) return;
  mkdirSync(path.join(mirror, 'dist', SDK));
  link(path.join(dist, SDK), path.join(mirror, 'dist', SDK), (name) => {
    const module = name.replace(/\.(js|d\.ts)$/, '');
    // Some plugins name the package, some the path.
    const names = [`openclaw/${SDK}/${module}`, `../../${SDK}/${name}`];
    return names.some((each) => imported.has(each)) || !name.includes('.');
  });
}

/** The modules that plugins import from the subject. */
const SDK = 'plugin-sdk';
/** A module that the bundler named: nothing but an import leads to it. */
const CHUNK = /-[\w-]{8}\.m?js$/;

/** The import specifiers of the modules below a folder, as written there. */
function importsBelow(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/["']((?:\.\.?|openclaw)\/[^"']+)["']/g)].map(([, name]) => name!),
    ),
  );
}

function link(from: string, to: string, isWanted: (name: string) => boolean): void {
  for (const name of readdirSync(from)) {
    if (isWanted(name)) symlinkSync(path.join(from, name), path.join(to, name));
  }
}
