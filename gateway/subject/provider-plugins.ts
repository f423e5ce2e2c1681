/**
 * Plugins of providers that builds bring no more: each is installed once from npm, beside the builds in the cache, and every home of
 * such a provider loads it from there.
 *
 * @source openclaw@2026.9.6:docs/providers/mistral.md ("Install the plugin"), and the same of its other official external plugins
 */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { InstalledPlugin } from '../../generators/providers/builds.ts';
import { ALL_PROVIDERS, type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { fileProblem } from '../../support/file-error.ts';
import { installedPluginOf } from '../versions/bundled-providers.ts';
import { npmInstall, reasonOfNpm } from './npm.ts';
import { partialOf, putInPlace } from './partial-install.ts';
import { subjectCache } from './subject-cache.ts';

/** Beside the builds in the cache. A version of a plugin is the same for every build. */
export const PROVIDER_PLUGINS = 'provider-plugins';
/** They are small, and a network that lacks them must not keep a run waiting. */
const FEW_TRIES = ['--fetch-retries=0', '--fetch-timeout=30000'];

/** A plugin that lies in the cache. */
export interface PresentPlugin {
  readonly id: string;
  readonly folder: string;
}

/**
 * Installs those that a build takes and the cache lacks. One that cannot be had is told, in one line with the others: all other
 * providers can be tested without it.
 */
export async function installProviderPlugins(
  version: string,
  progress: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const missing = absentProviders(version);
  if (missing.length === 0) return;
  progress(`Installing the plugins of ${missing.join(', ')}, which openclaw ${version} does not bring`);
  const reasons = await Promise.all(
    missing.map((id) =>
      install(installedPluginOf(id, version)!, signal).then(
        () => [],
        (error: unknown) => [`${id} (${fileProblem(error) ?? reasonOfNpm(error)})`],
      ),
    ),
  );
  signal?.throwIfAborted();
  const failed = reasons.flat();
  if (failed.length > 0)
    progress(`Not installed, so that no case has the provider: ${failed.join('; ')}. Check the network.`);
}

/** The providers of a build whose plugins the cache lacks. */
export function absentProviders(version: string): ProviderId[] {
  return ALL_PROVIDERS.map(({ id }) => id).filter((id) => {
    const plugin = installedPluginOf(id, version);
    return plugin !== null && !isPresent(plugin);
  });
}

/** The plugins that the cache has for a build: that of each provider that the build does not bring. */
export function presentPlugins(version: string): PresentPlugin[] {
  return ALL_PROVIDERS.flatMap(({ id }) => {
    const plugin = installedPluginOf(id, version);
    if (!plugin || !isPresent(plugin)) return [];
    return [{ id: providerOf(id).plugin ?? id, folder: folderOf(plugin) }];
  });
}

function isPresent(plugin: InstalledPlugin): boolean {
  return existsSync(path.join(folderOf(plugin), 'openclaw.plugin.json'));
}

function folderOf(plugin: InstalledPlugin): string {
  return path.join(projectOf(plugin), 'node_modules', plugin.package);
}

/** The npm project of one version of a plugin. */
function projectOf({ package: name, version }: InstalledPlugin): string {
  return path.join(subjectCache(), PROVIDER_PLUGINS, `${path.basename(name)}-${version}`);
}

async function install(plugin: InstalledPlugin, signal?: AbortSignal): Promise<void> {
  const folder = projectOf(plugin);
  const partial = partialOf(folder);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    const manifest = { private: true, dependencies: { [plugin.package]: plugin.version } };
    await writeFile(path.join(partial, 'package.json'), JSON.stringify(manifest));
    await npmInstall(partial, signal, FEW_TRIES);
    await putInPlace(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
