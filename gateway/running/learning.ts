import type { WireRequest } from '../../observation/request.ts';

/**
 * Whether a gateway knows after a run what it did not know before it, so that the next path would not start from the
 * state of the case: a credential that failed is left alone for a while, one that was refreshed is stored, and of
 * several profiles the one that was used least recently comes first
 * (openclaw@2026.9.6:docs/concepts/model-failover.md).
 *
 * @param rotates whether a provider has several profiles
 */
export function hasLearned(rotates: boolean, requests: readonly WireRequest[]): boolean {
  const asksModels = requests.some(({ purpose }) => purpose === 'model' || purpose === 'fallback');
  const stores = requests.some(({ purpose, method }) => purpose === 'provider' && method !== 'GET');
  return requests.some(({ status }) => status !== 200) || stores || (rotates && asksModels);
}
