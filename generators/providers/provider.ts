/**
 * A model provider: one record holds everything that is the provider's own, and no other file names its id.
 *
 * A record holds facts about the outside world and about the builds that know the provider. It is data, but for
 * the text of a few secrets.
 */
import type { PathName } from '../../observation/path-name.ts';
import type { Builds, InstalledPlugin } from './builds.ts';
import type { Medium, OwnModel } from './model-kinds.ts';

/** Providers that share credential code: a fingerprint names the family, not the provider. */
export type ProviderFamily =
  | 'google'
  | 'anthropic'
  | 'openai'
  | 'openrouter'
  | 'copilot'
  | 'custom'
  | 'aws'
  | 'google-cloud'
  | 'compatible'
  | 'self-hosted';

/** The API a provider speaks, in OpenClaw's own `api` names. */
export type ApiStyle =
  | 'google-generative-ai'
  | 'google-vertex'
  | 'anthropic-messages'
  | 'openai-responses'
  | 'openai-completions'
  | 'openai-codex-responses'
  | 'ollama'
  | 'bedrock-converse-stream';

/** The dialect of a provider's endpoints, if it is more than its API. */
export type OwnDialect = 'openrouter' | 'minimax' | 'both-apis' | 'github-copilot' | 'dashscope';

/** Tools that choose a model of a provider for themselves. */
export type ChoosingTool = 'image-tool' | 'pdf-tool';

type ByPath = Readonly<Partial<Record<PathName, string>>>;

export interface ProviderRecord<Id extends string = string> {
  readonly id: Id;
  readonly family: ProviderFamily;
  /** The frequency of cases that have it, relative to a provider of weight 1. */
  readonly weight: number;

  /** The builds that have it as installed from npm. */
  readonly builds: Builds;
  /**
   * Its plugin for the builds that have it no more, as users install it (openclaw@2026.9.6:docs/cli/plugins/install.md); absent: there
   * is none on npm.
   */
  readonly installed?: readonly InstalledPlugin[];
  /**
   * The first build of each path that came after the provider.
   *
   * @source `contracts` of `openclaw.plugin.json` of 38 builds from 2026.4.12 to 2026.9.6
   */
  readonly firstBuilds?: ByPath;
  /** The plugin that brings it, where that has another name. */
  readonly plugin?: string;

  readonly api: ApiStyle;
  readonly dialect?: OwnDialect;
  /** Hosts that may see this provider's credentials. */
  readonly hosts: readonly string[];
  /** Its other hosts, where credentials are issued: they may see its own, too. */
  readonly serviceHosts?: readonly string[];
  /** `models.providers.<id>.baseUrl` that a user would write; needed where the provider is not bundled. */
  readonly baseUrl: string;
  /**
   * The paths below which it has endpoints beside those at the base URL.
   *
   * @source its API reference, and the addresses in builds from 2026.3.13 to 2026.9.6
   */
  readonly otherRoots?: readonly string[];
  /** The variable that names its address, and what stands in it. */
  readonly addressVariable?: { readonly name: string; readonly holds: 'base URL' | 'host' };
  /** Whether `models.providers.<id>` must exist for OpenClaw to know the provider at all. */
  readonly needsEntry: boolean;
  /** Settings of its entry that keep builds from work without credentials. */
  readonly entrySettings?: Readonly<Record<string, unknown>>;
  /**
   * The runtime that its models are told to run in, where a build has a choice
   * (openclaw@2026.9.6:docs/gateway/config-agents.md).
   */
  readonly agentRuntime?: string;

  /**
   * `aws`: what the AWS SDK signs with, in AWS's own order of sources. `google-cloud`: a key, or a token for a file of Google's default
   * credentials.
   */
  readonly credentials: 'key' | 'aws' | 'google-cloud';
  /** The environment variables that OpenClaw reads for the provider, the usual one first. */
  readonly environmentVariables: readonly string[];
  /** Those whose order is documented, first to last. Absent: every variable is read, and no document ranks them. */
  readonly rankedVariables?: readonly string[];
  /**
   * The provider under whose id its credentials are stored and ordered, where that is another one: both have one account.
   *
   * @source openclaw@2026.5.22:docs/providers/volcengine.md ("registers both … providers from a single API key"); `providerAuthAliases` of
   *   `openclaw.plugin.json` of 2026.4.24, 2026.5.22, 2026.6.11 and 2026.7.1-2
   */
  readonly storedUnder?: string;
  /** Auth profile types that users store for this provider. */
  readonly profileTypes: readonly ('api_key' | 'token' | 'oauth')[];
  /** Seconds by which builds end the access token of a login before its provider does; absent: none. */
  readonly loginEndsEarly?: number;
  /** The prefix of its keys, by which OpenClaw decides headers. `provider()` fills in `acme-`, which is nobody's. */
  readonly keyPrefix: string;
  /**
   * Tokens, if they look unlike keys: their prefix, and the variables that hold one. Profiles hold one unless they are
   * of `api_key`.
   */
  readonly tokens?: {
    readonly prefix: string;
    readonly variables: readonly string[];
    /** The header of keys, in which it refuses a token. */
    readonly refusedAs?: string;
  };
  /** The text of a subscription's token, where OpenClaw reads something out of it. */
  subscriptionText?(unique: string): string;
  /** The token that it gives in exchange, and the file in which a build may keep that token. */
  readonly exchange?: { given(text: string): string; readonly keptIn: RegExp };
  /** Whether its endpoints read a bearer, whatever other header there is beside it. */
  readonly readsBearers?: boolean;
  /** Paths with an API of its own, which takes the same key in another header. */
  readonly ownHeaders?: readonly PathName[];
  /**
   * Paths with an address of their own: the entry's `baseUrl` does not move them.
   *
   * @source for speech openclaw@2026.9.6:docs/tools/tts/field-reference.md (`baseUrl` of each provider)
   */
  readonly ownAddresses?: readonly PathName[];
  /** Its subscriptions, if it sells them beside keys; they are kept as oauth profiles. */
  readonly subscription?: Subscription;
  /**
   * Its report of how much of a quota is used; absent: builds do not ask it.
   *
   * @source openclaw@2026.9.6:docs/concepts/usage-tracking.md ("Providers + credentials")
   */
  readonly usage?: Usage;

  /** Model ids without the provider prefix: the first is the default, the second "another model". */
  readonly models: readonly [string, string];
  /**
   * Models of the paths that need one of their own. For image and audio, absent: the chat model serves. The others
   * exist only where they are named.
   */
  readonly ownModels?: Readonly<Partial<Record<OwnModel, string>>>;
  /** Its name in the model reference of a path, if that is another name. */
  readonly namesOnPaths?: ByPath;
  /** Whether builds ask it for its models with the key, not only for answers. */
  readonly asksForModels?: boolean;
  /** The media that it takes, in the builds that have commands for them; its models take no other. */
  readonly media: readonly Medium[];
  /**
   * Tools that know a model of it; the others take one that `models.providers` lists.
   *
   * @source the tools' own look-up, run with one live credential: of the image tool in 2026.4.24, 2026.5.22 and
   *   2026.7.1-2, of the PDF tool in 2026.3.2, 2026.4.23, 2026.7.1-2 and 2026.9.6
   */
  readonly knownToTools?: readonly ChoosingTool[];
  /** The first build whose probe, in a warm process, does not find what a turn before it left behind. */
  readonly firstWarmProbe?: string;
}

/** The credentials for which a provider tells usage, and the hosts at which it does. */
interface Usage {
  /** `tokens` of a subscription alone; `any`: keys, too. */
  readonly of: 'tokens' | 'any';
  /** Those that are asked for nothing else, or for no model; absent: the usual ones, or those of its subscription. */
  readonly hosts?: readonly string[];
}

export interface Subscription {
  /** The first build in which a subscription is a profile of the provider itself. */
  readonly from: string;
  /** Other hosts that take its tokens. */
  readonly hosts?: readonly string[];
  /** The models that it pays for, where those are others. */
  readonly models?: readonly [string, string];
  /** Hosts and paths that refuse its tokens. */
  readonly refusedAt?: RegExp;
  /** Paths that it does not pay for: they need a key. */
  readonly notFor?: readonly PathName[];
}

/** The fields with a usual value, which a record may leave out. */
type Usual =
  | 'family'
  | 'weight'
  | 'api'
  | 'hosts'
  | 'needsEntry'
  | 'credentials'
  | 'keyPrefix'
  | 'profileTypes'
  | 'media';

/**
 * A record with the usual values where it states none: one of the many providers that speak OpenAI's API and take a
 * key.
 */
export function provider<const Id extends string>(
  stated: Omit<ProviderRecord<Id>, Usual> & Partial<Pick<ProviderRecord<Id>, Usual>>,
): ProviderRecord<Id> {
  return {
    family: 'compatible',
    weight: 1,
    api: 'openai-completions',
    hosts: [new URL(stated.baseUrl).hostname],
    needsEntry: false,
    credentials: 'key',
    keyPrefix: 'acme-',
    profileTypes: ['api_key'],
    media: ['image'],
    ...stated,
  };
}
