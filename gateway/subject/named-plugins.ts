/** The plugins that a home names: bundled ones in any way, by id, as a provider or channel, or by a variable. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { manifestsIn } from './manifests-in.ts';
import { extensionsOf } from './plugin-mirror.ts';
import { presentPlugins } from './provider-plugins.ts';
import type { Subject } from './subject.ts';

const names = z.array(z.string()).default([]);
const byProvider = z.record(z.string(), names).default({});

/** The names of a plugin in its manifest, in the forms of all builds. */
const manifestSchema = z.object({
  id: z.string(),
  providers: names,
  channels: names,
  contracts: z.record(z.string(), z.unknown()).default({}),
  providerAuthEnvVars: byProvider,
  channelEnvVars: byProvider,
  setup: z.object({ providers: z.array(z.object({ envVars: names })).default([]) }).prefault({}),
});

type Manifest = z.infer<typeof manifestSchema>;

export interface NamedPlugins {
  readonly used: readonly string[];
  /** Plugins of channels alone: the settings of a channel are refused without its plugin, and no model call needs it. */
  readonly channels: readonly string[];
}

/** @param named every word of the home that may be a name */
export function pluginsNamed(
  { version, root }: Pick<Subject, 'version' | 'root'>,
  named: ReadonlySet<string>,
): NamedPlugins {
  const folder = extensionsOf(root);
  if (!existsSync(folder)) return { used: [], channels: [] };
  const manifests = manifestsIn(folder, manifestSchema).filter((manifest) =>
    namesOf(manifest).some((name) => named.has(name)),
  );
  // A variable tells of no plugin that a user has installed; what is configured of it does.
  const installed = presentPlugins(version)
    .flatMap((plugin) => manifestsIn(path.dirname(plugin.folder), manifestSchema))
    .filter(({ id, providers }) => [id, ...providers].some((name) => named.has(name)));
  const isChannel = ({ channels, providers }: Manifest) => channels.length > 0 && providers.length === 0;
  return {
    used: [...manifests, ...installed].filter((each) => !isChannel(each)).map(({ id }) => id),
    channels: manifests.filter(isChannel).map(({ id }) => id),
  };
}

function namesOf(manifest: Manifest): string[] {
  const { id, providers, channels, contracts, providerAuthEnvVars, channelEnvVars, setup } = manifest;
  const contracted = Object.values(contracts).flatMap((each) => names.safeParse(each).data ?? []);
  return [
    ...[id, ...providers, ...channels, ...contracted],
    ...Object.values({ ...providerAuthEnvVars, ...channelEnvVars }).flat(),
    ...setup.providers.flatMap(({ envVars }) => envVars),
  ];
}
