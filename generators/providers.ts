/**
 * The model providers a case can use, as data.
 *
 * Facts about the outside world only: which hosts a provider lives on, which environment variable holds its
 * key, which API style it speaks. What a given OpenClaw build can do with a provider is the subject's
 * business (`gateway/subject/capabilities.ts`).
 *
 * @source shared/auth-contract.md section 3
 */
import { z } from 'zod';

export const providerIdSchema = z.enum([
  'google',
  'anthropic',
  'openai',
  'openrouter',
  'custom-openai',
  'custom-anthropic',
  'amazon-bedrock',
  'moonshot',
  'mistral',
  'xai',
  'zai',
  'qwen',
]);
export type ProviderId = z.infer<typeof providerIdSchema>;

/** Providers that share credential code: a fingerprint names the family, not the provider. */
export type ProviderFamily =
  | 'google'
  | 'anthropic'
  | 'openai'
  | 'openrouter'
  | 'custom'
  | 'aws'
  | 'compatible';

/** The wire dialect a provider speaks, in OpenClaw's own `api` names. */
export type ApiStyle =
  | 'google-generative-ai'
  | 'anthropic-messages'
  | 'openai-responses'
  | 'openai-completions'
  | 'bedrock-converse-stream';

export interface Provider {
  readonly id: ProviderId;
  readonly family: ProviderFamily;
  readonly api: ApiStyle;
  /** Hosts that may see this provider's credentials. */
  readonly hosts: readonly string[];
  /** Other hosts that its credentials may go to: where AWS issues them. */
  readonly serviceHosts?: readonly string[];
  /** `models.providers.<id>.baseUrl` that a user would write; needed where the provider is not bundled. */
  readonly baseUrl: string;
  /** Whether `models.providers.<id>` must exist for OpenClaw to know the provider at all. */
  readonly needsEntry: boolean;
  /** The environment variables that OpenClaw reads for the provider, the usual one first. */
  readonly environmentVariables: readonly string[];
  /** Model ids without the provider prefix: the first is the default, the second "another model". */
  readonly models: readonly [string, string];
  /** Model ids for the media paths that need a model of their own; absent: the chat model serves. */
  readonly audioModel?: string;
  /** Auth profile types that users store for this provider. */
  readonly profileTypes: readonly ('api_key' | 'token' | 'oauth')[];
}

const PROVIDERS: readonly Provider[] = [
  {
    id: 'google',
    family: 'google',
    api: 'google-generative-ai',
    hosts: ['generativelanguage.googleapis.com'],
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    needsEntry: false,
    environmentVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GEMINI_API_KEYS', 'OPENCLAW_LIVE_GEMINI_KEY'],
    models: ['gemini-2.5-flash', 'gemini-2.5-pro'],
    profileTypes: ['api_key', 'token'],
  },
  {
    id: 'anthropic',
    family: 'anthropic',
    api: 'anthropic-messages',
    hosts: ['api.anthropic.com'],
    baseUrl: 'https://api.anthropic.com',
    needsEntry: false,
    environmentVariables: ['ANTHROPIC_API_KEY', 'ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEYS'],
    models: ['claude-sonnet-4-6', 'claude-opus-4-6'],
    profileTypes: ['api_key', 'token', 'oauth'],
  },
  {
    id: 'openai',
    family: 'openai',
    api: 'openai-responses',
    hosts: ['api.openai.com'],
    baseUrl: 'https://api.openai.com/v1',
    needsEntry: false,
    environmentVariables: ['OPENAI_API_KEY', 'OPENAI_API_KEYS'],
    models: ['gpt-5.4', 'gpt-5.4-mini'],
    audioModel: 'gpt-4o-transcribe',
    profileTypes: ['api_key'],
  },
  {
    id: 'openrouter',
    family: 'openrouter',
    api: 'openai-completions',
    hosts: ['openrouter.ai'],
    baseUrl: 'https://openrouter.ai/api/v1',
    needsEntry: false,
    environmentVariables: ['OPENROUTER_API_KEY'],
    models: ['auto', 'google/gemini-2.5-flash'],
    profileTypes: ['api_key'],
  },
  {
    id: 'custom-openai',
    family: 'custom',
    api: 'openai-completions',
    hosts: ['llm.acme-models.com'],
    baseUrl: 'https://llm.acme-models.com/v1',
    needsEntry: true,
    environmentVariables: [],
    models: ['acme-large', 'acme-small'],
    profileTypes: ['api_key', 'token'],
  },
  {
    id: 'custom-anthropic',
    family: 'custom',
    api: 'anthropic-messages',
    hosts: ['claude.acme-proxy.com'],
    baseUrl: 'https://claude.acme-proxy.com',
    needsEntry: true,
    environmentVariables: [],
    models: ['acme-claude', 'acme-claude-mini'],
    profileTypes: ['api_key', 'token'],
  },
  {
    id: 'amazon-bedrock',
    family: 'aws',
    api: 'bedrock-converse-stream',
    hosts: ['bedrock-runtime.us-east-1.amazonaws.com', 'bedrock.us-east-1.amazonaws.com'],
    baseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
    needsEntry: true,
    environmentVariables: ['AWS_ACCESS_KEY_ID', 'AWS_BEARER_TOKEN_BEDROCK'],
    serviceHosts: [
      'sts.us-east-1.amazonaws.com',
      'sts.amazonaws.com',
      'portal.sso.us-east-1.amazonaws.com',
      '169.254.170.2',
      '169.254.170.23',
      '169.254.169.254',
    ],
    models: ['us.anthropic.claude-sonnet-4-6', 'us.anthropic.claude-haiku-4-5-20251001-v1:0'],
    profileTypes: [],
  },
  {
    id: 'moonshot',
    family: 'compatible',
    api: 'openai-completions',
    hosts: ['api.moonshot.ai'],
    baseUrl: 'https://api.moonshot.ai/v1',
    needsEntry: false,
    environmentVariables: ['MOONSHOT_API_KEY', 'KIMI_API_KEY'],
    models: ['kimi-k2.6', 'kimi-k2.5'],
    profileTypes: ['api_key'],
  },
  {
    id: 'mistral',
    family: 'compatible',
    api: 'openai-completions',
    hosts: ['api.mistral.ai'],
    baseUrl: 'https://api.mistral.ai/v1',
    needsEntry: false,
    environmentVariables: ['MISTRAL_API_KEY'],
    models: ['mistral-large-latest', 'mistral-medium-latest'],
    audioModel: 'voxtral-mini-latest',
    profileTypes: ['api_key'],
  },
  {
    id: 'xai',
    family: 'compatible',
    api: 'openai-responses',
    hosts: ['api.x.ai'],
    baseUrl: 'https://api.x.ai/v1',
    needsEntry: false,
    environmentVariables: ['XAI_API_KEY'],
    models: ['grok-4-fast', 'grok-4-1-fast'],
    audioModel: 'grok-stt',
    profileTypes: ['api_key'],
  },
  {
    id: 'zai',
    family: 'compatible',
    api: 'openai-completions',
    hosts: ['api.z.ai'],
    baseUrl: 'https://api.z.ai/api/coding/paas/v4',
    needsEntry: false,
    environmentVariables: ['ZAI_API_KEY', 'Z_AI_API_KEY'],
    models: ['glm-4.6v', 'glm-4.5v'],
    profileTypes: ['api_key'],
  },
  {
    id: 'qwen',
    family: 'compatible',
    api: 'openai-completions',
    // Video has an address of its own.
    hosts: ['coding-intl.dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com'],
    baseUrl: 'https://coding-intl.dashscope.aliyuncs.com/v1',
    needsEntry: false,
    environmentVariables: ['QWEN_API_KEY', 'MODELSTUDIO_API_KEY', 'DASHSCOPE_API_KEY'],
    models: ['qwen3.5-plus', 'qwen3.6-plus'],
    profileTypes: ['api_key'],
  },
];

const BY_ID = new Map(PROVIDERS.map((provider) => [provider.id, provider]));

/** The catalog entry of a provider. The id is checked by the case schema, so a miss is a programming error. */
export function providerOf(id: ProviderId): Provider {
  const provider = BY_ID.get(id);
  if (!provider) throw new Error(`No provider "${id}" in generators/providers.ts. Add it there.`);
  return provider;
}

/** The host that a `regional` base URL of a provider names. */
export function regionalHost(id: ProviderId): string {
  return `${id}.corp-gateway.com`;
}

/** The provider that a host belongs to, or null for a host of nobody. */
export function providerOfHost(host: string): Provider | null {
  return (
    PROVIDERS.find((provider) => provider.hosts.includes(host) || regionalHost(provider.id) === host) ?? null
  );
}

/** Every provider of the catalog, in its order. */
export const ALL_PROVIDERS: readonly Provider[] = PROVIDERS;
