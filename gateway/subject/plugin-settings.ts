/**
 * Keeps a subject from loading plugins that no case uses: dozens of them, on every provider look-up, take most of
 * the time of a turn and read no credential of a case.
 *
 * Measured on 2026.4.24: a warm chat turn from 19 s to 1.5 s, a probe from 76 s to 7 s and less.
 */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { OtherPlugin } from '../../generators/axes/other-plugin.ts';
import { providerNamed } from '../../generators/providers/catalog.ts';
import type { AnyPath } from '../../paths/paths.ts';
import { runFolder } from '../run-folder.ts';
import { traitsOf } from '../versions/traits.ts';
import { manifestsIn } from './manifests-in.ts';
import { extensionsOf, isMirrored, mirrorRoot, needsMirror, writeMirror } from './plugin-mirror.ts';
import { stagePluginDependencies } from './plugin-staging.ts';
import { presentPlugins } from './provider-plugins.ts';
import type { Subject } from './subject.ts';

/** The plugin that fills the slot of memory. */
const MEMORY = 'memory-core';

/** The `plugins` section of a home. */
export interface PluginSettings {
  readonly enabled?: false;
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly slots?: object;
  readonly entries?: object;
  readonly load?: { readonly paths: readonly string[] };
}

/**
 * The `plugins` section of a home: settings that any user may write. It allows only the plugins of the case's
 * providers, as a build reads all that are allowed on each look-up.
 *
 * @param paths the paths that are run; memory search and the PDF tool each need a plugin of their own
 * @param present plugins that are neither allowed nor denied
 * @param other an additional plugin that the case enables; left out if the build does not have it
 *
 * A plugin that the build does not bring is loaded from the cache, by what `openclaw plugins install --link FOLDER` writes: its folder,
 * and that it is enabled. Without `--link` the command copies the plugin into each home, asks npm and takes 16 s on 2026.9.6; what it then
 * writes is the same but for the folder, which a database of the home has.
 *
 * Measured with 23 allowed: a warm probe of another provider than the last takes 10 s on 2026.5.20, with one 1 s.
 */
export function pluginSettings(
  subject: Subject,
  providers: readonly string[],
  other: OtherPlugin | null = null,
  paths: readonly AnyPath[] = [],
  present: readonly string[] = [],
): PluginSettings {
  if (!traitsOf(subject.version).hasPlugins) return { enabled: false };
  const bundled = bundledPlugins(subject);
  const others = [other].filter((id) => id !== null && bundled.includes(id)).map(String);
  const own = paths.flatMap(({ needs }) => needs.plugins ?? []);
  const wanted = new Set([...providers.map(pluginOf), ...others, ...own]);
  const linked = presentPlugins(subject.version).filter(({ id }) => wanted.has(id) && !bundled.includes(id));
  const kept = [...wanted].filter((id) => bundled.includes(id) || linked.some((each) => each.id === id));
  const enabled = [...others, ...linked.map(({ id }) => id)];
  return {
    allow: kept,
    ...(needsMirror(subject)
      ? {}
      : { deny: bundled.filter((id) => !kept.includes(id) && !present.includes(id)) }),
    ...(own.includes(MEMORY) ? {} : { slots: { memory: 'none' } }),
    ...(enabled.length > 0
      ? { entries: Object.fromEntries(enabled.map((id) => [id, { enabled: true }])) }
      : {}),
    ...(linked.length > 0 ? { load: { paths: linked.map(({ folder }) => folder) } } : {}),
  };
}

/** Variables that point a subject at the mirror, and let it keep what it read there for longer than a second. */
export function mirrorEnvironment(subject: Subject, folder: string): Record<string, string> {
  if (!needsMirror(subject)) return {};
  const hour = '3600000';
  return {
    OPENCLAW_PLUGIN_MANIFEST_CACHE_MS: hour,
    OPENCLAW_PLUGIN_DISCOVERY_CACHE_MS: hour,
    OPENCLAW_BUNDLED_PLUGINS_DIR: extensionsOf(mirrorRoot(folder)),
  };
}

/**
 * Variables that let a subject find the plugins of a home that are not in the mirror: a wider one, made once, with a stage of
 * its own, since a plugin whose dependencies are staged nowhere is not loaded.
 */
export function widerMirrorEnvironment(subject: Subject, plugins: readonly string[]): Record<string, string> {
  const more = plugins.filter((id) => !isMirrored(subject.version, id)).sort();
  if (!needsMirror(subject) || more.length === 0) return {};
  // A home may name more plugins than the name of a folder has room for.
  const name = hash('sha256', more.join(' ')).slice(0, 12);
  const folder = path.join(runFolder().folder, `mirror-${subject.version}-${name}`);
  if (!existsSync(folder)) writeMirror(subject, folder, more);
  return {
    ...stagePluginDependencies(subject, [subject.root, mirrorRoot(folder)], folder),
    OPENCLAW_BUNDLED_PLUGINS_DIR: extensionsOf(mirrorRoot(folder)),
  };
}

function pluginOf(id: string): string {
  return providerNamed(id)?.plugin ?? id;
}

const manifestSchema = z.object({ id: z.string() });

/** The ids of plugins by the folder they are in: a build has more than a hundred, and they are asked for at each home. */
const idsOfFolders = new Map<string, readonly string[]>();

function bundledPlugins(subject: Subject): readonly string[] {
  const folder = extensionsOf(subject.root);
  const ids = idsOfFolders.get(folder) ?? idsIn(folder);
  idsOfFolders.set(folder, ids);
  return ids;
}

function idsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return manifestsIn(folder, manifestSchema)
    .map(({ id }) => id)
    .sort();
}
