/** What is known of a model provider. */
import type { ProviderId } from './catalog.ts';

/** Providers that share credential code: a fingerprint names the family, not the provider. */
export type ProviderFamily =
  | 'google'
  | 'anthropic'
  | 'openai'
  | 'openrouter'
  | 'copilot'
  | 'custom'
  | 'aws'
  | 'compatible'
  | 'self-hosted';

/** The wire dialect a provider speaks, in OpenClaw's own `api` names. */
export type ApiStyle =
  | 'google-generative-ai'
  | 'anthropic-messages'
  | 'openai-responses'
  | 'openai-completions'
  | 'openai-codex-responses'
  | 'ollama'
  | 'bedrock-converse-stream';

/** Paths whose model need not be chat's. */
export type OwnModelPath = 'image' | 'audio' | 'embedding' | 'image-generation' | 'speech';

export interface Provider {
  readonly id: ProviderId;
  readonly family: ProviderFamily;
  /** The plugin that brings it, where that has another name. */
  readonly plugin?: string;
  readonly api: ApiStyle;
  /** Hosts that may see this provider's credentials. */
  readonly hosts: readonly string[];
  /** Its other hosts, where credentials are issued: they may see its own, too. */
  readonly serviceHosts?: readonly string[];
  /** `models.providers.<id>.baseUrl` that a user would write; needed where the provider is not bundled. */
  readonly baseUrl: string;
  /** Settings of its entry that keep builds from work without credentials. */
  readonly entrySettings?: Readonly<Record<string, unknown>>;
  /** Whether `models.providers.<id>` must exist for OpenClaw to know the provider at all. */
  readonly needsEntry: boolean;
  /** The environment variables that OpenClaw reads for the provider, the usual one first. */
  readonly environmentVariables: readonly string[];
  /** Model ids without the provider prefix: the first is the default, the second "another model". */
  readonly models: readonly [string, string];
  /**
   * Models of the paths that need one of their own. For image and audio, absent: the chat model serves. The others exist
   * only where they are named.
   */
  readonly ownModels?: Readonly<Partial<Record<OwnModelPath, string>>>;
  /** Whether builds ask it for its models with the key, not only for answers. */
  readonly asksForModels?: boolean;
  /** The media that it takes, in the builds that have commands for them; its models take no other. */
  readonly media: readonly ('image' | 'audio' | 'video')[];
  /** Auth profile types that users store for this provider. */
  readonly profileTypes: readonly ('api_key' | 'token' | 'oauth')[];
  /** Where it sells subscriptions beside keys, kept as oauth profiles: other hosts that take its tokens, and other models. */
  readonly subscription?: Readonly<Partial<Pick<Provider, 'hosts' | 'models'>>>;
}
