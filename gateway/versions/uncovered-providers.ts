/**
 * Names the providers that a build offers and the suite's catalog does not have, so that a new one shows up by
 * itself.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';
import type { Subject } from '../subject/subject.ts';

/**
 * The parts of a plugin's manifest that name providers and their keys; older builds have the first of the two forms.
 */
const manifestSchema = z.object({
  providers: z.array(z.string()).default([]),
  contracts: z.object({ mediaUnderstandingProviders: z.array(z.string()).default([]) }).default({
    mediaUnderstandingProviders: [],
  }),
  providerAuthEnvVars: z.record(z.string(), z.array(z.string())).default({}),
  setup: z
    .object({
      providers: z.array(z.object({ id: z.string(), envVars: z.array(z.string()).default([]) })).default([]),
    })
    .default({ providers: [] }),
});

/** Providers of models or of media that take a key from a variable, and are in no case; sorted. */
export function uncoveredProviders({ root }: Pick<Subject, 'root'>): string[] {
  const folder = path.join(root, 'dist', 'extensions');
  if (!existsSync(folder)) return [];
  const known = new Set<string>(ALL_PROVIDERS.map(({ id }) => id));
  const found = readdirSync(folder)
    .map((name) => path.join(folder, name, 'openclaw.plugin.json'))
    .filter((file) => existsSync(file))
    .flatMap((file) => keyedProviders(JSON.parse(readFileSync(file, 'utf8'))));
  return [...new Set(found)].filter((id) => !known.has(id)).sort();
}

function keyedProviders(manifest: unknown): string[] {
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) return [];
  const { providers, contracts, providerAuthEnvVars, setup } = parsed.data;
  const keyed = [
    ...Object.keys(providerAuthEnvVars),
    ...setup.providers.filter(({ envVars }) => envVars.length > 0).map(({ id }) => id),
  ];
  const served = [...providers, ...contracts.mediaUnderstandingProviders];
  return keyed.filter((id) => served.includes(id));
}
