/** The providers that a build has as installed from npm, by their records. */
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { isAtLeast, isWithin } from './version.ts';

export function sellsSubscriptions(provider: ProviderId, version: string): boolean {
  const { subscription } = providerOf(provider);
  return subscription !== undefined && isAtLeast(version, subscription.from);
}

export function isBundled(provider: ProviderId, version: string): boolean {
  return isWithin(version, providerOf(provider).builds);
}
