/**
 * The model providers that a case can use.
 *
 * To add one: a record in the group it belongs to, or a file and a line below where it has something of its own.
 * The order is the order in which cases are drawn: a new one goes to the end of its group.
 */
import { z } from 'zod';
import type { PathName } from '../../observation/path-name.ts';
import { amazonBedrock } from './amazon-bedrock.ts';
import { anthropic } from './anthropic.ts';
import { COMPATIBLE } from './compatible.ts';
import { CUSTOM } from './custom.ts';
import { githubCopilot } from './github-copilot.ts';
import { google } from './google.ts';
import { googleVertex } from './google-vertex.ts';
import { mediaHost, memoryHost, regionalHost, variableHost } from './hosts.ts';
import { openai, openaiCodex } from './openai.ts';
import { openrouter } from './openrouter.ts';
import type { ProviderRecord } from './provider.ts';
import { SELF_HOSTED } from './self-hosted.ts';

const RECORDS = [
  google,
  anthropic,
  openai,
  openaiCodex,
  openrouter,
  githubCopilot,
  ...CUSTOM,
  amazonBedrock,
  ...COMPATIBLE,
  ...SELF_HOSTED,
  googleVertex,
] as const;

export const providerIdSchema = z.enum(RECORDS.map(({ id }) => id));
export type ProviderId = z.infer<typeof providerIdSchema>;
export type Provider = ProviderRecord<ProviderId>;

/** Every provider of the catalog, in its order. */
export const ALL_PROVIDERS: readonly Provider[] = RECORDS;

const BY_ID: ReadonlyMap<string, Provider> = new Map(ALL_PROVIDERS.map((each) => [each.id, each]));

/** The record of a provider. The id is checked by the case schema, so a miss is a programming error. */
export function providerOf(id: ProviderId): Provider {
  const found = providerNamed(id);
  if (!found) throw new Error(`No provider "${id}" in generators/providers/catalog.ts. Add it there.`);
  return found;
}

/** The name that a provider has on a path: in its model reference, and in the settings that are of that path alone. */
export function nameOnPath(id: ProviderId, path: PathName): string {
  return providerOf(id).namesOnPaths?.[path] ?? id;
}

/** The record of a provider that an observation names; null for a name of nobody. */
export function providerNamed(id: string | null): Provider | null {
  return id === null ? null : (BY_ID.get(id) ?? null);
}

/** The id under which the credentials of a provider are stored and ordered. */
export function storedUnder(id: ProviderId): string {
  return providerOf(id).storedUnder ?? id;
}

/** OpenClaw's id of a profile of a provider (`google:a`). */
export function idOfProfile(id: ProviderId, name: string): string {
  return `${storedUnder(id)}:${name}`;
}

/** The provider that a host belongs to, or null for a host of nobody. */
export function providerOfHost(host: string): Provider | null {
  return (
    ALL_PROVIDERS.find(
      ({ id, hosts }) =>
        hosts.includes(host) ||
        [regionalHost(id), variableHost(id), mediaHost(id), memoryHost(id)].includes(host),
    ) ?? null
  );
}
