/** A provider with one key in its first variable and nothing else: it can be asked, whatever is wrong elsewhere. */
import { PLAIN_SETUP } from './plain-case.ts';
import type { ProviderSetup } from './provider-setup.ts';
import { type ProviderId, providerOf } from './providers/catalog.ts';

/** Whether such a key is all that a provider needs. */
export function takesUsualKey(id: ProviderId): boolean {
  const { environmentVariables, needsEntry, credentials } = providerOf(id);
  return environmentVariables.length > 0 && !needsEntry && credentials === 'key';
}

export function withUsualKey(id: ProviderId): ProviderSetup {
  const [name] = providerOf(id).environmentVariables;
  return {
    ...PLAIN_SETUP,
    id,
    environment: name ? [{ name, layer: 'process', holds: 'live', shape: 'plain' }] : [],
  };
}

export function hasUsualKey(setup: ProviderSetup | null): boolean {
  if (!setup) return false;
  const { id, environment, profiles, order, entry, olderModelsFile } = setup;
  const [variable, second] = environment;
  const isPlain = variable?.layer === 'process' && variable.holds === 'live' && variable.shape === 'plain';
  const isFirst = variable?.name === providerOf(id).environmentVariables[0];
  return isPlain && isFirst && !second && profiles.length === 0 && !order && !entry && !olderModelsFile;
}
