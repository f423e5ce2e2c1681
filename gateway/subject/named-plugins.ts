/** The bundled plugins that a home names in any way: by id, as a provider or channel, or by a variable. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { extensionsOf } from './plugin-mirror.ts';
import type { Subject } from './subject.ts';

const names = z.array(z.string()).default([]);
const byProvider = z.record(z.string(), names).default({});

/** What a manifest says of its plugin's names, in the forms of all builds. */
const manifestSchema = z.object({
  id: z.string(),
  providers: names,
  channels: names,
  contracts: z.record(z.string(), z.unknown()).default({}),
  providerAuthEnvVars: byProvider,
  channelEnvVars: byProvider,
  setup: z.object({ providers: z.array(z.object({ envVars: names })).default([]) }).prefault({}),
});

/** @param named every word of the home that may be a name */
export function pluginsNamed({ root }: Pick<Subject, 'root'>, named: ReadonlySet<string>): string[] {
  const folder = extensionsOf(root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => path.join(folder, name, 'openclaw.plugin.json'))
    .filter((file) => existsSync(file))
    .map((file) => manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data)
    .filter((manifest) => manifest !== undefined)
    .filter((manifest) => namesOf(manifest).some((name) => named.has(name)))
    .map(({ id }) => id);
}

function namesOf(manifest: z.infer<typeof manifestSchema>): string[] {
  const { id, providers, channels, contracts, providerAuthEnvVars, channelEnvVars, setup } = manifest;
  const contracted = Object.values(contracts).flatMap((each) => names.safeParse(each).data ?? []);
  return [
    ...[id, ...providers, ...channels, ...contracted],
    ...Object.values({ ...providerAuthEnvVars, ...channelEnvVars }).flat(),
    ...setup.providers.flatMap(({ envVars }) => envVars),
  ];
}
