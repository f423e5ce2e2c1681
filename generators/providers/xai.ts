import { bundled } from './builds.ts';
import { provider } from './provider.ts';

export const xai = provider({
  id: 'xai',
  builds: bundled(null),
  firstBuilds: { audio: '2026.4.22', 'image-generation': '2026.4.22', usage: '2026.9.3' },
  api: 'openai-responses',
  serviceHosts: ['auth.x.ai'],
  baseUrl: 'https://api.x.ai/v1',
  // openclaw@2026.9.6:docs/tools/grok-search.md ("Base URL overrides")
  ownAddresses: ['speech', 'web-search', 'search-tool', 'usage'],
  addressVariable: { name: 'XAI_BASE_URL', holds: 'base URL' },
  environmentVariables: ['XAI_API_KEY'],
  keyPrefix: 'xai-',
  models: ['grok-4-fast', 'grok-4-1-fast'],
  ownModels: { audio: 'grok-stt', 'image-generation': 'grok-imagine-image', 'web-search': 'grok-4-1-fast' },
  namesOnPaths: { 'web-search': 'grok', 'search-tool': 'grok', 'search-providers': 'grok' },
  media: ['image', 'audio'],
  subscription: { from: '2026.5.18' },
  usage: { of: 'tokens', hosts: ['cli-chat-proxy.grok.com'] },
});
