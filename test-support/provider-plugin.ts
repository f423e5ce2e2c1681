/** A plugin of a provider, as an install puts it into a cache: its manifest alone, without any code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROVIDER_PLUGINS } from '../gateway/subject/provider-plugins.ts';
import { installedPluginOf } from '../gateway/versions/bundled-providers.ts';
import type { ProviderId } from '../generators/providers/catalog.ts';

/** @returns its folder */
export function putProviderPlugin(
  cache: string,
  id: ProviderId,
  version: string,
  manifest: object = { id, providers: [id] },
): string {
  const plugin = installedPluginOf(id, version)!;
  const project = `${path.basename(plugin.package)}-${plugin.version}`;
  const folder = path.join(cache, PROVIDER_PLUGINS, project, 'node_modules', plugin.package);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'openclaw.plugin.json'), JSON.stringify(manifest));
  return folder;
}
