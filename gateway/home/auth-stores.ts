/**
 * The auth profile stores of a case: those that the build itself writes, and the files of an older one.
 *
 * @source docs/openclaw-auth-contract.md 1.6 (where each version keeps them)
 */
import type { ProfileStore } from '../../generators/axes/profile-store.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import type { VersionTraits } from '../versions/traits.ts';
import { type AuthStore, type RecordOf, storeOf } from './auth-store.ts';
import { type ProfileFiles, profileFilesOf } from './profile-files.ts';
import { olderRecord, profileRecord } from './profile-record.ts';

/** Null where the case has nothing to keep there. */
export interface AuthStores {
  /** The store of the build's own that all agents read; where that is in main's database, with what is main's own. */
  readonly shared: AuthStore | null;
  /** The store of the build's own that is of the agent which takes the turn, if it has a database of its own. */
  readonly agent: AuthStore | null;
  /** The files of builds before there were databases, in the folder of main. */
  readonly files: ProfileFiles | null;
  /** The same of another agent than main that takes the turn. */
  readonly agentFiles: ProfileFiles | null;
}

type StoreTraits = Pick<VersionTraits, 'authStore' | 'keepsStateApart' | 'hasSharedStore'>;

/** The stores of a case for a build that keeps profiles in files, or in a database. */
export function authStoresOf(
  value: Case,
  canaries: readonly Canary[],
  { authStore, keepsStateApart, hasSharedStore }: StoreTraits,
): AuthStores {
  const setups = setupsOf(value);
  const usual: RecordOf = (setup, profile) => profileRecord(setup, profile, canaries);
  const older: RecordOf = (setup, profile) => olderRecord(setup, profile, canaries);
  const keptIn = (...stores: ProfileStore[]) =>
    setups.filter(({ profileStore }) => stores.includes(profileStore));
  const files = (store: AuthStore | null) =>
    store && profileFilesOf(store, value.profileRecord, keepsStateApart);
  if (authStore === 'json') {
    const isOwn = ({ profileStore }: ProviderSetup) => profileStore === 'agent' && value.agent === 'second';
    const [own, mains] = [setups.filter(isOwn), setups.filter((setup) => !isOwn(setup))];
    const [agentFiles, mainFiles] = [own, mains].map((each) => files(storeOf(each, usual)));
    return { shared: null, agent: null, files: mainFiles ?? null, agentFiles: agentFiles ?? null };
  }
  const recordOf: RecordOf = (setup, profile) =>
    setup.profileStore === 'older-beside' ? older(setup, profile) : usual(setup, profile);
  const left = files(storeOf(keptIn('older-file', 'older-beside'), recordOf));
  // The store of all agents is main's where a build has no other, or meets the file of an older build: two writes would leave the later.
  const isMains = value.agent !== 'second' && (!hasSharedStore || left !== null);
  return {
    shared: storeOf(keptIn('own', 'older-beside', ...(isMains ? (['agent'] as const) : [])), usual),
    agent: isMains ? null : storeOf(keptIn('agent'), usual),
    files: left,
    agentFiles: null,
  };
}
