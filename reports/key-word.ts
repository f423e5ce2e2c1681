/** The words for the secrets of a setup: a login holds tokens, and a provider's key in their place shows another fault. */

import type { Validity } from '../generators/axes/secret.ts';
import { providerOf } from '../generators/providers/catalog.ts';
import type { CaseCanary } from '../generators/secrets/canaries.ts';
import type { CasePlace } from '../generators/secrets/place.ts';
import { holdsToken } from '../generators/secrets/secret-text.ts';

export function keyWord(place: CasePlace): string {
  if (place.holder === 'refresh token' || place.holder === 'program refresh token') return 'refresh token';
  if (place.holder === 'program login') return 'access token';
  const isLogins = 'profile' in place && place.profile.type === 'oauth';
  if (isLogins) return 'access token';
  return holdsToken(place) ? 'token' : 'key';
}

/** A refresh token is no key that a provider accepts, but one that works brings another token. */
export function shownValidity({ place, validity }: CaseCanary, all: readonly CaseCanary[]): Validity {
  if (place.holder !== 'refresh token') return validity;
  const brings = (other: CasePlace) =>
    other.holder === 'refreshed token' &&
    other.provider === place.provider &&
    other.profile.name === place.profile.name;
  return all.some((each) => brings(each.place)) ? 'live' : validity;
}

/** The text with which a token begins, where OpenClaw tells it from a key by that. */
export function prefixOf(place: CasePlace): { prefix?: string } {
  const prefix =
    place.holder !== 'refresh token' && holdsToken(place) && providerOf(place.provider).tokens?.prefix;
  return prefix ? { prefix } : {};
}
