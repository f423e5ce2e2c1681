/** The credentials that a report of usage is about, and the hosts that see them, by the documents of OpenClaw. */
import type { Case } from '../../generators/case.ts';
import { isAlone } from '../../generators/provider-setup.ts';
import type { Provider } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { type Place, profileOf } from '../../generators/secrets/place.ts';
import { placeOf } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import { type AnyPath, asksUsage } from '../../paths/paths.ts';
import { firstCredentials } from '../behaviour.ts';

/** Providers that tell usage of tokens in auth profiles, each with the document. */
export const USAGE_OF_PROFILES = [
  ['anthropic', 'openclaw@2026.9.6:docs/concepts/usage-tracking.md ("OAuth tokens in auth profiles")'],
  ['github-copilot', 'openclaw@2026.9.6:docs/concepts/usage-tracking.md ("OAuth tokens in auth profiles")'],
  ['openai', 'openclaw@2026.9.6:docs/concepts/usage-tracking.md ("OAuth tokens in auth profiles")'],
  [
    'openai-codex',
    'openclaw@2026.3.13:docs/concepts/usage-tracking.md ("OpenAI Codex": "OAuth tokens in auth profiles"); that of 2026.5.22 says the same',
  ],
  ['xai', 'openclaw@2026.9.6:docs/providers/xai.md ("API-key-only xAI setups are intentionally not shown")'],
] as const;

/** The hosts at which a path that asks for usage finds it, beside the usual ones of the provider. */
export function usageHostsOn(path: AnyPath, { usage }: Pick<Provider, 'usage'>): readonly string[] {
  return asksUsage(path) ? (usage?.hosts ?? []) : [];
}

/** Whether a path sends the token of a profile first. */
export function sendsProfileToken(observation: Observation): boolean {
  return (firstCredentials(observation) ?? []).some((credential) => {
    const place = placeOf(credential);
    return place !== null && isProfileToken(place);
  });
}

/** Whether a report of usage is about the credential of a place. */
export function tellsUsageOf(place: Place): boolean {
  return USAGE_OF_PROFILES.every(([id]) => id !== place.provider) || isProfileToken(place);
}

function isProfileToken(place: Place): boolean {
  const profile = profileOf(place);
  return profile !== null && profile.type !== 'api_key';
}

/** Providers whose usage is one, with an order of credentials of its own. */
export const USAGE_IN_COMMON = ['minimax', 'minimax-cn', 'minimax-portal'] as const;

export const ORDER_IN_COMMON =
  'openclaw@2026.9.6:docs/concepts/usage-tracking.md (MiniMax: one quota surface, "prefers stored MiniMax OAuth when present", else three variables in order)';

/** Whether the two have one credential, which no order can hide. */
export function haveOneCredential(value: Case): boolean {
  const ids: readonly string[] = USAGE_IN_COMMON;
  const [own, ...others] = setupsOf(value).filter(({ id }) => ids.includes(id));
  return own !== undefined && others.length === 0 && isAlone(own);
}
