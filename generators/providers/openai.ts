/** OpenAI: its API, which takes keys, and ChatGPT's own, which takes the token of a subscription. */
import { bundled, EVERY_BUILD } from './builds.ts';
import { provider } from './provider.ts';

export const openai = provider({
  id: 'openai',
  family: 'openai',
  weight: 5,
  builds: EVERY_BUILD,
  api: 'openai-responses',
  serviceHosts: ['auth.openai.com'],
  baseUrl: 'https://api.openai.com/v1',
  otherRoots: ['/backend-api/codex'],
  addressVariable: { name: 'OPENAI_BASE_URL', holds: 'base URL' },
  // Else some builds want the Codex plugin, which npm does not bring (openclaw@2026.9.6:docs/providers/openai.md,
  // "Implicit agent runtime").
  agentRuntime: 'openclaw',
  // openclaw@2026.9.6:docs/providers/openai/voice-and-speech.md ("Base URL")
  ownAddresses: ['speech', 'usage'],
  usage: { of: 'tokens' },
  environmentVariables: ['OPENAI_API_KEY', 'OPENAI_API_KEYS'],
  rankedVariables: ['OPENAI_API_KEY'],
  keyPrefix: 'sk-proj-',
  models: ['gpt-5.4', 'gpt-5.4-mini'],
  ownModels: {
    audio: 'gpt-4o-transcribe',
    embedding: 'text-embedding-3-small',
    'image-generation': 'gpt-image-2',
    'video-generation': 'sora-2',
    speech: 'gpt-4o-mini-tts',
  },
  media: ['image', 'audio'],
  knownToTools: ['image-tool', 'pdf-tool'],
  subscription: {
    // Before, it was one of a provider of its own (openclaw@2026.9.6:docs/providers/openai.md, "Legacy Codex refs").
    from: '2026.6.1',
    hosts: ['chatgpt.com'],
    // gpt-5.4 is retired for subscriptions (openclaw@2026.9.6:docs/providers/openai/models.md, "Retired
    // subscription model references").
    models: ['gpt-5.5', 'gpt-5.6-terra'],
    // openclaw@2026.9.6:docs/reference/memory-config.md; openclaw@2026.9.6:docs/providers/openai/voice-and-speech.md;
    // openclaw@2026.9.6:docs/tools/video-generation.md ("Supported providers" names the key alone)
    notFor: ['embedding', 'memory', 'memory-status', 'speech', 'video-generation'],
    // An upstream report has the answer of images: 401, its scopes do not reach (#90074). The others are taken to answer alike.
    refusedAt: /^api\.openai\.com\/v1\/(embeddings|audio\/speech|images\/generations|videos)$/,
  },
  subscriptionText,
});

export const openaiCodex = provider({
  id: 'openai-codex',
  family: 'openai',
  weight: 2,
  // Seen to refresh its login from 2026.3.22 on. From 2026.6.1 on, a subscription is an oauth profile of openai.
  builds: bundled('2026.5.28', '2026.3.22'),
  plugin: 'openai',
  api: 'openai-codex-responses',
  serviceHosts: ['auth.openai.com'],
  baseUrl: 'https://chatgpt.com/backend-api/codex',
  environmentVariables: [],
  models: ['gpt-5.4', 'gpt-5.4-mini'],
  ownModels: { 'image-generation': 'gpt-image-2' },
  // openclaw@2026.9.6:docs/tools/image-generation.md (`openai/gpt-image-2` with a subscription)
  namesOnPaths: {
    'image-generation': 'openai',
    'image-generation-tool': 'openai',
    'image-providers': 'openai',
  },
  knownToTools: ['image-tool'],
  profileTypes: ['oauth'],
  usage: { of: 'tokens' },
  ownAddresses: ['usage'],
  subscriptionText,
});

/** An unsigned JSON Web Token (RFC 7519) with the claims of OpenAI's; the unique part stands for the signature. */
function subscriptionText(unique: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const account = { chatgpt_account_id: `account-${unique.slice(0, 8)}`, chatgpt_plan_type: 'plus' };
  const claims = { exp: Date.UTC(2100, 0) / 1000, 'https://api.openai.com/auth': account };
  return `${part({ alg: 'none' })}.${part(claims)}.${unique}`;
}
