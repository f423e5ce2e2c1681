/**
 * Whether `apiKey` of the entry of chat's provider is the id of the provider's only profile, in place of a key.
 *
 * @source openclaw@2026.9.6:docs/reference/memory-config.md ("API key resolution": "`models.providers.<id>.apiKey` can name an API-key
 *   or bearer-token profile"); upstream reports #134744, #134700
 */
import { z } from 'zod';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { type AuthProfile, hasEnded } from './auth-profile.ts';
import { axis } from './axis.ts';
import type { EntryRequest } from './entry-request.ts';
import type { ProviderEntry } from './provider-entry.ts';
import { oneIn } from './weighted.ts';

export const entryProfile = axis({
  meaning:
    "Whether the entry of chat's provider, if it has no key, names the provider's only profile by its id where the key would stand (models.providers.*.apiKey).",
  schema: z.boolean(),
  usual: false,
  since: 18,
  arbitrary: oneIn(16),
  label: () => 'an entry that names a profile',
});

interface NamingCase {
  readonly entryProfile: boolean;
  readonly provider: {
    readonly id: ProviderId;
    readonly profiles: readonly AuthProfile[];
    readonly profileStore: string;
    readonly entry: ProviderEntry | null;
    readonly entryRequest: EntryRequest | null;
  };
}

/** The profile that the entry of chat's provider names; null: it names none. One that cannot be used decides nothing. */
export function profileOfEntry({ entryProfile: isNamed, provider }: NamingCase): AuthProfile | null {
  const { id, entry, entryRequest, profileStore } = provider;
  const [profile, ...others] = provider.profiles;
  if (!isNamed || !profile || others.length > 0 || entryRequest || profileStore !== 'own') return null;
  const saysMore = entry && (entry.apiKey ?? entry.header ?? entry.auth) !== null;
  if (entry ? saysMore : !providerOf(id).needsEntry) return null;
  const { type, secret, cooldown } = profile;
  const isUsable =
    type !== 'oauth' && secret.holds !== 'nothing' && !hasEnded(profile) && cooldown !== 'active';
  return isUsable ? profile : null;
}
