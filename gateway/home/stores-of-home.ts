/** The stores of profiles of a home, by the agent whose they are on a build. */
import path from 'node:path';
import type { HomeFile } from '../../home-case/home-case.ts';
import { record } from '../../support/json-path.ts';
import type { VersionTraits } from '../versions/traits.ts';
import type { PendingStore } from './home.ts';

type StoreFile = Extract<HomeFile, { as: 'store' }>;

/**
 * One store for each place. A build without a store that all agents read keeps in main's what another build kept in both.
 *
 * @param state the state folder of the home
 */
export function storesOfHome(
  files: readonly StoreFile[],
  state: string,
  { hasSharedStore }: Pick<VersionTraits, 'hasSharedStore'>,
): PendingStore[] {
  const main = path.join(state, 'agents', 'main', 'agent');
  const folderOf = (file: StoreFile) => {
    if (isOfAgent(file)) return path.join(path.dirname(state), path.dirname(file.path));
    return hasSharedStore ? null : main;
  };
  // The store of all agents comes first: what main itself says stands.
  const sorted = files.toSorted((a, b) => Number(isOfAgent(a)) - Number(isOfAgent(b)));
  return [...Map.groupBy(sorted, folderOf)].map(([agentFolder, own]) => ({
    agentFolder,
    store: own.reduce<object>(
      (store, { profiles, state: learned }) => joined(store, { ...profiles, ...learned }),
      { version: 1, profiles: {} },
    ),
  }));
}

function isOfAgent({ path: file }: StoreFile): boolean {
  return path.basename(file) !== 'openclaw.sqlite';
}

function joined(before: object, after: object): object {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const [first, second] = [record(before), record(after)];
  return Object.fromEntries(
    names.map((name) => {
      const [own, other] = [first[name], second[name]];
      const isMap = typeof own === 'object' && typeof other === 'object';
      return [name, isMap ? { ...record(own), ...record(other) } : (other ?? own)];
    }),
  );
}
