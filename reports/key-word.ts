/** The words for the secrets of a setup: a login holds tokens, and a provider's key in their place shows another fault. */

import { providerOf } from '../generators/providers/catalog.ts';
import type { CasePlace } from '../generators/secrets/place.ts';
import { holdsToken } from '../generators/secrets/secret-text.ts';

export function keyWord(place: CasePlace): string {
  if (place.holder === 'refresh token') return 'refresh token';
  const isLogins = 'profile' in place && place.profile.type === 'oauth';
  if (isLogins) return 'access token';
  return holdsToken(place) ? 'token' : 'key';
}

/** The text with which a token begins, where OpenClaw tells it from a key by that. */
export function prefixOf(place: CasePlace): { prefix?: string } {
  const prefix =
    place.holder !== 'refresh token' && holdsToken(place) && providerOf(place.provider).tokens?.prefix;
  return prefix ? { prefix } : {};
}
