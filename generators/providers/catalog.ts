/**
 * The model providers a case can use, as data.
 *
 * Facts about the outside world only: which hosts a provider lives on, which environment variable holds its
 * key, which API style it speaks. What a given OpenClaw build can do with a provider is the subject's
 * business (`gateway/versions/traits.ts`).
 *
 * @source docs/openclaw-auth-contract.md 3
 */
import { z } from 'zod';
import { variableHost } from '../axes/address-variable.ts';
import { AWS_REGIONS } from '../axes/aws-region.ts';
import { COMPATIBLE_PROVIDERS, compatible } from './compatible-providers.ts';
import type { Provider } from './provider.ts';
import { SELF_HOSTED_PROVIDERS } from './self-hosted-providers.ts';

export const providerIdSchema = z.enum([
  'google',
  'anthropic',
  'openai',
  'openai-codex',
  'openrouter',
  'github-copilot',
  'custom-openai',
  'custom-anthropic',
  'amazon-bedrock',
  ...COMPATIBLE_PROVIDERS.map(({ id }) => id),
  ...SELF_HOSTED_PROVIDERS.map(({ id }) => id),
]);
export type ProviderId = z.infer<typeof providerIdSchema>;

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
    ownModels: {
      embedding: 'gemini-embedding-001',
      'image-generation': 'gemini-3-pro-image-preview',
      speech: 'gemini-2.5-flash-preview-tts',
    },
    media: ['image', 'audio', 'video'],
    profileTypes: ['api_key', 'token'],
  },
  {
    id: 'anthropic',
    family: 'anthropic',
    api: 'anthropic-messages',
    hosts: ['api.anthropic.com'],
    serviceHosts: ['platform.claude.com', 'console.anthropic.com'],
    baseUrl: 'https://api.anthropic.com',
    needsEntry: false,
    environmentVariables: ['ANTHROPIC_API_KEY', 'ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEYS'],
    models: ['claude-sonnet-4-6', 'claude-opus-4-6'],
    media: ['image'],
    profileTypes: ['api_key', 'token', 'oauth'],
  },
  {
    id: 'openai',
    family: 'openai',
    api: 'openai-responses',
    hosts: ['api.openai.com'],
    serviceHosts: ['auth.openai.com'],
    baseUrl: 'https://api.openai.com/v1',
    needsEntry: false,
    environmentVariables: ['OPENAI_API_KEY', 'OPENAI_API_KEYS'],
    models: ['gpt-5.4', 'gpt-5.4-mini'],
    ownModels: {
      audio: 'gpt-4o-transcribe',
      embedding: 'text-embedding-3-small',
      'image-generation': 'gpt-image-2',
      speech: 'gpt-4o-mini-tts',
    },
    media: ['image', 'audio'],
    profileTypes: ['api_key'],
    // gpt-5.4 is retired for subscriptions (openclaw@2026.9.6:docs/providers/openai/models.md, "Retired subscription
    // model references").
    subscription: { hosts: ['chatgpt.com'], models: ['gpt-5.5', 'gpt-5.6-terra'] },
  },
  {
    // ChatGPT's own API, which takes the token of a subscription and no key.
    id: 'openai-codex',
    family: 'openai',
    plugin: 'openai',
    api: 'openai-codex-responses',
    hosts: ['chatgpt.com'],
    serviceHosts: ['auth.openai.com'],
    baseUrl: 'https://chatgpt.com/backend-api/codex',
    needsEntry: false,
    environmentVariables: [],
    models: ['gpt-5.4', 'gpt-5.4-mini'],
    ownModels: { 'image-generation': 'gpt-image-2' },
    media: ['image'],
    profileTypes: ['oauth'],
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
    ownModels: {
      'image-generation': 'google/gemini-3.1-flash-image-preview',
      speech: 'hexgrad/kokoro-82m',
    },
    media: ['image'],
    profileTypes: ['api_key'],
  },
  {
    // A GitHub token, which buys a short-lived one of Copilot's.
    id: 'github-copilot',
    family: 'copilot',
    api: 'openai-responses',
    hosts: ['api.individual.githubcopilot.com'],
    serviceHosts: ['api.github.com'],
    baseUrl: 'https://api.individual.githubcopilot.com',
    needsEntry: false,
    environmentVariables: ['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'],
    models: ['gpt-5.4', 'gpt-5.4-mini'],
    ownModels: { embedding: 'text-embedding-3-small' },
    media: ['image'],
    profileTypes: ['token'],
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
    media: ['image'],
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
    media: ['image'],
    profileTypes: ['api_key', 'token'],
  },
  {
    id: 'amazon-bedrock',
    family: 'aws',
    api: 'bedrock-converse-stream',
    hosts: AWS_REGIONS.flatMap((region) => [
      `bedrock-runtime.${region}.amazonaws.com`,
      `bedrock.${region}.amazonaws.com`,
    ]),
    baseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
    needsEntry: true,
    environmentVariables: ['AWS_ACCESS_KEY_ID', 'AWS_BEARER_TOKEN_BEDROCK'],
    serviceHosts: [
      ...AWS_REGIONS.map((region) => `sts.${region}.amazonaws.com`),
      'sts.amazonaws.com',
      'portal.sso.us-east-1.amazonaws.com',
      'oidc.us-east-1.amazonaws.com',
      '169.254.170.2',
      '169.254.170.23',
      '169.254.169.254',
    ],
    models: ['us.anthropic.claude-sonnet-4-6', 'us.anthropic.claude-haiku-4-5-20251001-v1:0'],
    media: ['image'],
    profileTypes: [],
  },
  ...COMPATIBLE_PROVIDERS.map(compatible),
  ...SELF_HOSTED_PROVIDERS.map(compatible),
];

const BY_ID = new Map(PROVIDERS.map((provider) => [provider.id, provider]));

/** The catalog entry of a provider. The id is checked by the case schema, so a miss is a programming error. */
export function providerOf(id: ProviderId): Provider {
  const provider = BY_ID.get(id);
  if (!provider) throw new Error(`No provider "${id}" in generators/providers/catalog.ts. Add it there.`);
  return provider;
}

/** The host that a `regional` base URL of a provider names. */
export function regionalHost(id: ProviderId): string {
  return `${id}.corp-gateway.com`;
}

/** The provider that a host belongs to, or null for a host of nobody. */
export function providerOfHost(host: string): Provider | null {
  return (
    PROVIDERS.find(
      ({ id, hosts }) => hosts.includes(host) || regionalHost(id) === host || variableHost(id) === host,
    ) ?? null
  );
}

/** Every provider of the catalog, in its order. */
export const ALL_PROVIDERS: readonly Provider[] = PROVIDERS;
