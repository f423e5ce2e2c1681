import type { Place } from './place.ts';
import type { ProviderId } from './providers.ts';

const PREFIXES: Partial<Record<ProviderId, string>> = {
  google: 'AIzaSy',
  openai: 'sk-proj-',
  openrouter: 'sk-or-v1-',
  xai: 'xai-',
};

/** The shape that the provider's real keys have: OpenClaw decides headers by it (auth-contract.md 2.4). */
export function keyPrefix({ provider, profile, variable, holder }: Place): string {
  if (holder === 'refresh token') return 'refresh-';
  if (provider === 'anthropic') {
    const isToken = profile ? profile.type !== 'api_key' : variable?.name === 'ANTHROPIC_OAUTH_TOKEN';
    return isToken ? 'sk-ant-oat01-' : 'sk-ant-api03-';
  }
  return PREFIXES[provider] ?? 'acme-';
}
