import { hash } from 'node:crypto';
import type { ProviderId } from '../providers/catalog.ts';
import type { Place } from './place.ts';

const PREFIXES: Partial<Record<ProviderId, string>> = {
  google: 'AIzaSy',
  openai: 'sk-proj-',
  openrouter: 'sk-or-v1-',
  xai: 'xai-',
  'github-copilot': 'gho_',
};

/**
 * A secret in the shape that the provider's real ones have: OpenClaw decides headers by it (auth-contract.md 2.4),
 * and reads the account out of the token of a subscription.
 *
 * @param unique what makes it one of its own
 */
export function secretText(place: Place, unique: string): string {
  return isSubscriptions(place) ? subscriptionToken(unique) : `${keyPrefix(place)}${unique}`;
}

function isSubscriptions({ provider, holder, profile }: Place): boolean {
  const isOpenai = provider === 'openai-codex' || (provider === 'openai' && profile?.type === 'oauth');
  return isOpenai && ['profile', 'refreshed token'].includes(holder);
}

/**
 * What the provider gives for a secret, to be sent in its place; null where the secret itself is sent. A Copilot
 * token names the host that takes it (openclaw@2026.9.6:docs/providers/github-copilot.md, "Token storage").
 */
export function exchangedText({ provider }: Place, text: string): string | null {
  if (provider !== 'github-copilot') return null;
  const id = hash('sha256', text).slice(0, 32);
  return `tid=${id};exp=4102444800;sku=individual;proxy-ep=proxy.individual.githubcopilot.com`;
}

/** An unsigned JSON Web Token (RFC 7519) with the claims of OpenAI's; the unique part stands for the signature. */
function subscriptionToken(unique: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const account = { chatgpt_account_id: `account-${unique.slice(0, 8)}`, chatgpt_plan_type: 'plus' };
  const claims = { exp: Date.UTC(2100, 0) / 1000, 'https://api.openai.com/auth': account };
  return `${part({ alg: 'none' })}.${part(claims)}.${unique}`;
}

function keyPrefix({ provider, profile, variable, holder }: Place): string {
  if (holder === 'refresh token') return 'refresh-';
  if (provider === 'anthropic') {
    const isToken = profile ? profile.type !== 'api_key' : variable?.name === 'ANTHROPIC_OAUTH_TOKEN';
    return isToken ? 'sk-ant-oat01-' : 'sk-ant-api03-';
  }
  return PREFIXES[provider] ?? 'acme-';
}
