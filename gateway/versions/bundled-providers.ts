/** The providers that a build has, as installed from npm or by a plugin that is installed beside it, by their records. */
import type { InstalledPlugin } from '../../generators/providers/builds.ts';
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { isAtLeast, isWithin } from './version.ts';

export function sellsSubscriptions(provider: ProviderId, version: string): boolean {
  const { subscription } = providerOf(provider);
  return subscription !== undefined && isAtLeast(version, subscription.from);
}

export function isBundled(provider: ProviderId, version: string): boolean {
  return isWithin(version, providerOf(provider).builds);
}

/** The plugin that brings a provider to a build which has it no more; null for a build that has it, or that no plugin fits. */
export function installedPluginOf(provider: ProviderId, version: string): InstalledPlugin | null {
  if (isBundled(provider, version)) return null;
  return providerOf(provider).installed?.find(({ builds }) => isWithin(version, builds)) ?? null;
}
