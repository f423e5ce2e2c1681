/** The facts of a case, of whatever kind, that laws need which compare paths. */
import type { Case } from '../../generators/case.ts';
import type { Medium } from '../../generators/providers/model-kinds.ts';
import type { ProviderFamily } from '../../generators/providers/provider.ts';
import type { ProfileRules } from '../../home-case/profile-rules.ts';
import type { Credential } from '../../observation/credential.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { AnyPath } from '../../paths/paths.ts';

/** A profile that was sent, beside what its home says of those of its provider. */
export interface SentProfile extends ProfileRules {
  readonly id: string;
}

export interface Facts {
  /** The family of chat's provider, by which fingerprints call a case. */
  readonly family: ProviderFamily;
  /** The paths that failed for the user, who said so. */
  readonly failing: readonly PathName[];
  /** The accepted credentials of a provider in a home that a lane can see, and their places; none for a case that nobody reported. */
  liveSecrets(provider: string, lane: Lane): readonly { readonly name: string; readonly kind: string }[];
  /** Whether a case may be of a kind of generated cases. The kind of a home is unknown, so it always may be. */
  mayBe(kind: (value: Case) => boolean): boolean;
  /** Whether OpenClaw itself chooses the model of a path. */
  choosesByItself(path: AnyPath): boolean;
  /** The other providers of a case that take a medium and have something of the user, a credential or an entry. */
  rivalsFor(medium: Medium, provider: string): readonly string[];
  /** The groups, of the given paths, that promise one credential. */
  comparedTogether(paths: readonly AnyPath[]): (readonly AnyPath[])[];
  /** The provider that a path is expected to ask. */
  expectedProvider(path: AnyPath): string;
  /** Whether a provider has several profiles. */
  hasSeveralProfiles(provider: string): boolean;
  /** Whether a path has a key of its own at a provider, as speech and memory search may. */
  hasOwnKey(path: PathName, provider: string): boolean;
  /** Whether a provider has an entry. */
  hasEntry(provider: string): boolean;
  /** Whether an entry says by `auth` what calls take, or has its key behind a reference: documents leave open what comes first. */
  leavesOrderOpen(provider: string): boolean;
  /** Whether the configuration lists the model that a path asks. */
  listsModel(path: AnyPath, model: Observation['model']): boolean;
  /** Whether a provider that one of the paths asked answers so that paths may try again differently. */
  mayRetry(paths: readonly Observation[]): boolean;
  /** Whether the configured model of chat names a profile, which says nothing of paths that ask another model. */
  readonly chatNamesProfile: boolean;
  /**
   * Whether a doctor named the profiles anew: the flat form of older files says none of their names
   * (openclaw@2026.9.6:docs/gateway/authentication.md).
   */
  readonly wereProfilesRenamed: boolean;
  /** Whether the probe is told to ask one profile alone. */
  readonly probesOneProfile: boolean;
  /** Whether chat has another model to fall back on. */
  readonly hasFallback: boolean;
  /** Whether the environment of the processes names a proxy. */
  readonly hasProxy: boolean;
  /** Whether a path has a provider of its own to fall back on, as memory search may. */
  fallsBackAlone(path: PathName): boolean;
  /** A profile of a provider that a turn sent; null for a case that other laws judge by its order. */
  sentProfile(provider: string, profile: string): SentProfile | null;
  /** Whether the documents promise that a path uses the secret in place of one that the user replaced. */
  readsReplaced(credential: Credential, lane: Lane): boolean;
  /** Whether a host may see the secrets of a provider on a path. */
  maySee(path: AnyPath, provider: string, host: string): boolean;
}
