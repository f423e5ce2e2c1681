/**
 * Gives bundled plugins their dependencies.
 *
 * Some builds install them with npm on first use, into the state folder, for minutes
 * (docs/openclaw-auth-contract.md 5.5). Nearly all are in the subject's own `node_modules` already, so links are
 * enough; the few that are not, or are pinned to another version, are installed once beside it:
 *
 * - Some look below the package only: the package gets a `node_modules` of links at install.
 * - Later ones look in a stage folder, which they also lock and write to: each driver has its own.
 */
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { traitsOf } from '../versions/traits.ts';
import type { Subject } from './subject.ts';
import { testedPlugins } from './tested-plugins.ts';

/**
 * A folder beside `node_modules` of an installed subject: the dependencies of its plugins under test that npm did
 * not install.
 */
export const PLUGIN_MODULES = 'plugin-modules';

/** The dependencies, name to range, that were installed for the plugins of a subject. */
export function installedPluginDependencies({ root }: Subject): Record<string, string> {
  return readManifest(path.join(modulesOf(root), '..', PLUGIN_MODULES))?.dependencies ?? {};
}

/** The dependencies, name to range, of the plugins under test that the subject lacks. */
export function missingPluginDependencies({ version, root }: Subject): Record<string, string> {
  if (!traitsOf(version).pluginModules) return {};
  const missing: Record<string, string> = {};
  for (const id of testedPlugins(version)) {
    const manifest = readManifest(path.join(root, 'dist', 'extensions', id));
    for (const [name, range] of Object.entries(manifest?.dependencies ?? {})) {
      const present = readManifest(path.join(modulesOf(root), name));
      const isPinned = /^\d/.test(range);
      if (!present || (isPinned && present.version !== range)) missing[name] = range;
    }
  }
  return missing;
}

/** Done once, at install; a folder target is left as it is. */
export function linkPluginDependencies({ version, root }: Subject): void {
  if (traitsOf(version).pluginModules === 'package') linkModules(root, path.join(root, 'node_modules'));
}

/**
 * Makes a stage folder below `folder`.
 *
 * @returns the variables that point the subject at it; none for a build that needs no stage
 *
 * @param packageRoots the folders that plugins are loaded from: the subject's, and its mirror
 */
export function stagePluginDependencies(
  { version, root }: Subject,
  packageRoots: readonly string[],
  folder: string,
): Record<string, string> {
  if (traitsOf(version).pluginModules !== 'stage') return {};
  const stages = path.join(folder, 'stage');
  for (const packageRoot of packageRoots) {
    const stage = path.join(stages, stageName(version, realpathSync(packageRoot)));
    // A channel's plugin loads parts of itself from the stage, and takes the stage for a package, which has no version.
    for (const each of [stage, path.join(stages, stageName('unknown', stage))]) {
      linkModules(root, path.join(each, 'node_modules'));
      writeFileSync(path.join(each, 'package.json'), '{"private":true}');
    }
  }
  return { OPENCLAW_PLUGIN_STAGE_DIR: stages };
}

/** The name of the folder that a build stages the dependencies of a package in. */
function stageName(version: string, packageRoot: string): string {
  return `openclaw-${version}-${hash('sha256', packageRoot).slice(0, 12)}`;
}

/** Links every package, one by one, so that those of the plugins can stand in for those of the subject. */
function linkModules(root: string, target: string): void {
  const plugins = path.join(modulesOf(root), '..', PLUGIN_MODULES, 'node_modules');
  for (const source of [plugins, modulesOf(root)]) {
    for (const name of packagesIn(source)) {
      const link = path.join(target, name);
      if (name === 'openclaw' || existsSync(link)) continue;
      mkdirSync(path.dirname(link), { recursive: true });
      // One that leads nowhere is from before the cache was moved.
      rmSync(link, { force: true });
      symlinkSync(path.join(realpathSync(source), name), link);
    }
  }
}

function packagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(path.join(folder, name)).map((child) => path.join(name, child))
        : [name],
    );
}

const manifestSchema = z.object({
  version: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});

function readManifest(folder: string): z.infer<typeof manifestSchema> | null {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** npm hoists: a subject's dependencies lie beside it. */
function modulesOf(root: string): string {
  return path.dirname(root);
}
