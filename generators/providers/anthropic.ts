import { EVERY_BUILD } from './builds.ts';
import { provider } from './provider.ts';

export const anthropic = provider({
  id: 'anthropic',
  family: 'anthropic',
  weight: 5,
  builds: EVERY_BUILD,
  api: 'anthropic-messages',
  serviceHosts: ['platform.claude.com', 'console.anthropic.com'],
  baseUrl: 'https://api.anthropic.com',
  addressVariable: { name: 'ANTHROPIC_BASE_URL', holds: 'base URL' },
  environmentVariables: ['ANTHROPIC_API_KEY', 'ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEYS'],
  rankedVariables: ['ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEY'],
  keyPrefix: 'sk-ant-api03-',
  // Anthropic answers "invalid x-api-key" to a token in that header (docs/openclaw-auth-contract.md 2.4).
  tokens: {
    prefix: 'sk-ant-oat01-',
    variables: ['ANTHROPIC_OAUTH_TOKEN'],
    refusedAs: 'x-api-key',
  },
  models: ['claude-sonnet-4-6', 'claude-opus-4-6'],
  knownToTools: ['image-tool', 'pdf-tool'],
  profileTypes: ['api_key', 'token', 'oauth'],
  // 2026.9.6: `refreshSkewMs: 3e5`; a token that lasts no longer is "an unusable credential" there.
  loginEndsEarly: 300,
  usage: { of: 'tokens' },
  // openclaw@2026.9.6:docs/concepts/usage-tracking.md ("Each plugin owns its upstream endpoint")
  ownAddresses: ['usage'],
});
