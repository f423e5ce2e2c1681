/** Providers that take a subscription's login and no key, wherever one stands. */
import type { ProviderId } from '../../generators/providers/catalog.ts';

/** @source openclaw@2026.3.13:docs/concepts/model-providers.md and openclaw@2026.5.22:docs/concepts/model-providers.md ("Auth: OAuth (ChatGPT)") */
const BY_SUBSCRIPTION: readonly ProviderId[] = ['openai-codex'];

/** Whether no key is a credential of a provider. */
export function takesSubscriptionAlone(id: ProviderId): boolean {
  return BY_SUBSCRIPTION.includes(id);
}
