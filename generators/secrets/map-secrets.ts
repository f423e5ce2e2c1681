/** The one walk over the secret fields of a setup: those of its profiles, of its entry, and of the entry's requests. */
import type { AuthProfile } from '../axes/auth-profile.ts';
import type { EntryRequest } from '../axes/entry-request.ts';
import type { ProviderEntry } from '../axes/provider-entry.ts';
import type { EntrySecret, ProfileSecret, SpeechSecret } from '../axes/secret.ts';

export type Secret = ProfileSecret | EntrySecret | SpeechSecret;
export type ChangeSecret = <T extends Secret>(secret: T) => T;

interface SetupSecrets {
  readonly profiles: readonly AuthProfile[];
  readonly entry: ProviderEntry | null;
  readonly entryRequest: EntryRequest | null;
}

/** The same setup with every secret changed. Environment variables are no secret fields: they have no source. */
export function mapSecrets<Setup extends SetupSecrets>(setup: Setup, change: ChangeSecret): Setup {
  const { profiles, entry, entryRequest } = setup;
  return {
    ...setup,
    profiles: profiles.map((profile) => ({ ...profile, secret: change(profile.secret) })),
    entry: entry && {
      ...entry,
      apiKey: entry.apiKey && change(entry.apiKey),
      header: entry.header && change(entry.header),
    },
    entryRequest: entryRequest && { ...entryRequest, secret: change(entryRequest.secret) },
  };
}

/** Every secret of a setup. */
export function secretFieldsOf(setup: SetupSecrets): Secret[] {
  const fields: Secret[] = [];
  mapSecrets(setup, (secret) => {
    fields.push(secret);
    return secret;
  });
  return fields;
}
