/** Reads the manifests of the plugins of a build: providers, their variables and their paths. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { PathName } from '../../observation/path-name.ts';
import { manifestsIn } from '../subject/manifests-in.ts';
import type { PresentPlugin } from '../subject/provider-plugins.ts';
import type { Subject } from '../subject/subject.ts';

const names = z.array(z.string()).default([]);

/**
 * The parts that name providers and their keys. Builds have one of two forms for variables, and of two for
 * embeddings.
 */
const manifestSchema = z.object({
  providers: names,
  contracts: z
    .object({
      mediaUnderstandingProviders: names,
      embeddingProviders: names,
      memoryEmbeddingProviders: names,
      imageGenerationProviders: names,
      videoGenerationProviders: names,
      speechProviders: names,
    })
    .prefault({}),
  providerAuthEnvVars: z.record(z.string(), z.array(z.string())).default({}),
  setup: z
    .object({ providers: z.array(z.object({ id: z.string(), envVars: names })).default([]) })
    .prefault({}),
});
type Manifest = z.infer<typeof manifestSchema>;

/** Paths whose providers a manifest lists by the name that they have there. */
export const LISTED_PATHS = [
  'embedding',
  'image-generation',
  'video-generation',
  'speech',
] as const satisfies readonly PathName[];
export type ListedPath = (typeof LISTED_PATHS)[number];

export interface Offered {
  /** Providers of models. */
  readonly models: ReadonlySet<string>;
  /** Providers that understand media. */
  readonly media: ReadonlySet<string>;
  readonly paths: Readonly<Record<ListedPath, ReadonlySet<string>>>;
  /** The variables of each provider that names any. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
}

/**
 * The offers of all plugins of a build; null for a build whose providers are no plugins.
 *
 * @param beside the plugins that are installed beside it
 */
export function offeredBy(
  { root }: Pick<Subject, 'root'>,
  beside: readonly PresentPlugin[] = [],
): Offered | null {
  const folder = path.join(root, 'dist', 'extensions');
  if (!existsSync(folder)) return null;
  const folders = [folder, ...beside.map((plugin) => path.dirname(plugin.folder))];
  const manifests = folders.flatMap((each) => manifestsIn(each, manifestSchema));
  const all = (list: (manifest: Manifest) => readonly string[]) => new Set(manifests.flatMap(list));
  return {
    models: all(({ providers }) => providers),
    media: all(({ contracts }) => contracts.mediaUnderstandingProviders),
    paths: {
      embedding: all(({ contracts }) => [
        ...contracts.embeddingProviders,
        ...contracts.memoryEmbeddingProviders,
      ]),
      'image-generation': all(({ contracts }) => contracts.imageGenerationProviders),
      'video-generation': all(({ contracts }) => contracts.videoGenerationProviders),
      speech: all(({ contracts }) => contracts.speechProviders),
    },
    variables: new Map(manifests.flatMap(variablesOf)),
  };
}

function variablesOf({ providerAuthEnvVars, setup }: Manifest): [string, readonly string[]][] {
  const own = setup.providers.map(({ id, envVars }): [string, readonly string[]] => [id, envVars]);
  return [...Object.entries(providerAuthEnvVars), ...own].filter(([, variables]) => variables.length > 0);
}
