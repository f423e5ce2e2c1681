/** Providers' records held against the manifests of a build: what a new release takes away, and what it adds. */
import { ALL_PROVIDERS, type Provider } from '../../generators/providers/catalog.ts';
import type { PresentPlugin } from '../subject/provider-plugins.ts';
import type { Subject } from '../subject/subject.ts';
import { installedPluginOf, isBundled } from './bundled-providers.ts';
import { LISTED_PATHS, type ListedPath, type Offered, offeredBy } from './plugin-manifests.ts';
import { isAtLeast } from './version.ts';

export interface Comparison {
  /** Entries of a record that the build lacks: their cases would fail, or test nothing. */
  readonly broken: readonly string[];
  /** Offers of the build that no record has: cases leave them out. */
  readonly unsaid: readonly string[];
}

/**
 * Compares every record of a provider that the build should have. A build without manifests has nothing to compare;
 * manifests of 2026.4.15 and earlier name no embeddings of providers that were then part of the core.
 *
 * @param beside the plugins that are installed beside it
 */
export function compareRecords(
  { version, root }: Pick<Subject, 'version' | 'root'>,
  beside: readonly PresentPlugin[] = [],
): Comparison {
  const offered = offeredBy({ root }, beside);
  const isBeside = ({ id, plugin = id }: Provider) =>
    installedPluginOf(id, version) !== null && beside.some((each) => each.id === plugin);
  const plugins = ALL_PROVIDERS.filter(
    (each) => each.family !== 'custom' && (isBundled(each.id, version) || isBeside(each)),
  );
  if (!offered) return { broken: [], unsaid: [] };
  const { models, media, variables } = offered;
  const missing = plugins.filter(({ id }) => !(models.has(id) || media.has(id) || variables.has(id)));
  const kept = plugins.filter((provider) => !missing.includes(provider));
  const lost = kept.flatMap((provider) =>
    LISTED_PATHS.filter(
      (path) => promises(provider, path, version) && !offered.paths[path].has(nameOn(provider, path)),
    ).map((path) => `${provider.id}: the build has no ${path} of it, for which ownModels names a model.`),
  );
  return {
    broken: [
      ...missing.map(({ id }) => `${id}: no plugin brings it. End builds at the last one that has it.`),
      ...lost,
    ],
    unsaid: kept.flatMap((provider) => unsaidOf(provider, offered, version)),
  };
}

function unsaidOf(provider: Provider, { paths, variables }: Offered, version: string): string[] {
  const { id, environmentVariables } = provider;
  const unknown = (variables.get(id) ?? []).filter((name) => !environmentVariables.includes(name));
  return [
    ...unknown.map((name) => `${id}: the build reads ${name}, which environmentVariables lacks.`),
    ...LISTED_PATHS.filter(
      (path) => !promises(provider, path, version) && paths[path].has(nameOn(provider, path)),
    ).map((path) => `${id}: the build has ${path} of it, for which ownModels names no model.`),
  ];
}

function promises({ ownModels, firstBuilds }: Provider, path: ListedPath, version: string): boolean {
  const first = firstBuilds?.[path] ?? null;
  return ownModels?.[path] !== undefined && (first === null || isAtLeast(version, first));
}

function nameOn({ id, namesOnPaths }: Provider, path: ListedPath): string {
  return namesOnPaths?.[path] ?? id;
}
