/** The one interface through which lanes see a case, whatever its kind. */
import type { RequestHandler } from 'msw';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { AwsBackend } from '../../mocks/aws/backend.ts';
import type { WireCredential } from '../../mocks/credentials-of-request.ts';
import type { CallingModel } from '../../mocks/providers/tool-call.ts';
import type { Lane } from '../../observation/lane.ts';
import type { OwnHeader, WireRequest } from '../../observation/request.ts';
import type { Asked } from '../../paths/parts/drive.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { DriverSettings } from '../home/driver-settings.ts';
import type { Home } from '../home/home.ts';
import type { Subject } from '../subject/subject.ts';

/** A model that a path is expected to ask. */
export interface ExpectedModel {
  readonly provider: string;
  /** Model id without the provider. */
  readonly model: string;
  /** `provider/model`, with the name that the provider has on the path. */
  readonly reference: string;
}

export interface Runnable {
  /** Equal cases have equal text. */
  readonly text: string;
  /** The provider of the catalog that chat's is, or is like. */
  readonly provider: ProviderId;
  /** The model that a path is expected to ask, and why that path cannot be run, or null. */
  askedModel(
    path: AnyPath,
    version: string,
    lane: Lane,
  ): { readonly model: ExpectedModel; readonly unsupported: string | null };
  /** @param provider the provider that the path is expected to reach */
  asked(path: AnyPath, provider: string, version: string): Asked;
  /** Whether OpenClaw itself chooses the model of a path. */
  choosesByItself(path: AnyPath): boolean;
  /** Whether a path that was answered without asking anybody has found no provider to ask. */
  mustAsk(path: AnyPath): boolean;
  /** The provider that a path asks where its own has failed, or null. */
  fallback(path: AnyPath): string | null;
  /** Whether the AWS SDK itself can say what a path of this provider must send. */
  hasAwsOracle(provider: string): boolean;
  /** Whether each path is taken, then the steps of the home, and then the path again, in the same home. */
  readonly isTakenTwice: boolean;
  /** Whether its commands are run in processes of their own: what they do to one would stay with the cases after it. */
  readonly needsOwnProcess: boolean;
  /** Whether its home takes so long to make that all paths of a lane begin with copies of one. */
  readonly isMadeOnce: boolean;
  /** Whether a gateway knows after these requests what it did not know before them. */
  hasLearned(requests: readonly WireRequest[]): boolean;
  /**
   * The case with its secrets.
   *
   * @param salt makes them differ from those of every other run
   * @param aws what issues AWS credentials; null: our own services
   */
  stage(salt: string, aws: AwsBackend | null): Promise<Staged>;
}

/** A case with its secrets, for one run. */
export interface Staged {
  readonly canaries: readonly Canary[];
  readonly parties: Parties;
  readonly usesAwsFiles: boolean;
  writeHome(subject: Subject, folder: string, settings: DriverSettings): Promise<Home>;
  /** The same with another secret in place of one; null where the case has none of that name. Absent: its steps replace none. */
  replaced?(name: string): Replaced | null;
}

/** A secret, as it is written, and what the user wrote in its place. */
export interface Replaced {
  readonly staged: Staged;
  readonly old: string;
  readonly now: string;
  /** The files that have it, below the home. */
  readonly files: readonly string[];
  /** The profile of the build's own store that has it; null where none has. */
  readonly profile: { readonly id: string; readonly provider: string; readonly type: string } | null;
}

/** The parties that a run may reach. */
export interface Parties {
  /** The handlers that answer. `model` asks every turn for a tool; null: answers it. */
  stubs(model: CallingModel | null): RequestHandler[];
  /** Those that tell the usage of its providers, to be asked before the others; other paths do not ask them. */
  usageStubs(): RequestHandler[];
  /** Whether one of its providers is asked for its usage: a report is on all of them. */
  isUsageCall(url: URL): boolean;
  /** The provider that is asked, the case's own first; null: a host of nobody. */
  ownerOf(url: URL): { readonly id: string; isModelCall(method: string, url: URL): boolean } | null;
  /** The names that the user wrote where a key belongs, with the provider of that key. */
  readonly names: ReadonlyMap<string, ProviderId>;
  /** Whether a host is one of the case: of its providers, or where one of them redirects to. */
  isDeclared(url: URL, isGateway: boolean): boolean;
  /** The headers of the case's own that a request to a provider has, with the text that the case gives them. */
  ownHeaders(provider: string, headers: Readonly<Record<string, string>>): OwnHeader[];
  /** Secrets of the case in headers that no API reads a key from. */
  otherSecrets(headers: Readonly<Record<string, string>>): WireCredential[];
}
