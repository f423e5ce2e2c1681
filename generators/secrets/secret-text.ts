import { providerNamed, providerOf } from '../providers/catalog.ts';
import { fileSecret, tokenFor } from './default-credentials.ts';
import { type CasePlace, type Place, profileOf } from './place.ts';

/**
 * A secret in the shape that the provider's real ones have: OpenClaw decides headers by it, and reads the account
 * out of the token of a subscription.
 *
 * @param unique what makes it one of its own
 */
export function secretText(place: CasePlace, unique: string): string {
  if (place.holder === 'default credentials file') return fileSecret(place.file.kind, unique);
  const { subscriptionText } = providerOf(place.provider);
  return subscriptionText && isSubscriptions(place)
    ? subscriptionText(unique)
    : `${keyPrefix(place)}${unique}`;
}

/** The text that the provider gives in exchange for a secret; null if the secret itself is sent. */
export function exchangedText({ holder, provider }: CasePlace, text: string): string | null {
  if (holder === 'default credentials file') return tokenFor(text);
  return providerOf(provider).exchange?.given(text) ?? null;
}

/**
 * Whether a place holds what a subscription is used with: of a provider that sells nothing else, every profile
 * does.
 */
function isSubscriptions(place: CasePlace): boolean {
  if (place.holder === 'program login') return true;
  if (place.holder !== 'profile' && place.holder !== 'refreshed token') return false;
  const sellsNothingElse = providerOf(place.provider).profileTypes.every((type) => type === 'oauth');
  return sellsNothingElse || place.profile.type === 'oauth';
}

function keyPrefix(place: CasePlace): string {
  if (place.holder === 'refresh token' || place.holder === 'program refresh token') return 'refresh-';
  const { keyPrefix: usual, tokens } = providerOf(place.provider);
  return tokens && holdsToken(place) ? tokens.prefix : usual;
}

/** Whether a place holds a token, in place of a key. */
export function holdsToken(place: Place): boolean {
  if (place.holder === 'environment')
    return providerNamed(place.provider)?.tokens?.variables.includes(place.variable.name) ?? false;
  if (place.holder === 'program login') return true;
  const profile = profileOf(place);
  return profile !== null && profile.type !== 'api_key';
}
