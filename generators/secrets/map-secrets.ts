/** The one walk over the secret fields of a setup: those of its profiles and of its entry. */
import type { AuthProfile } from '../axes/auth-profile.ts';
import type { ProviderEntry } from '../axes/provider-entry.ts';
import type { EntrySecret, ProfileSecret, SpeechSecret } from '../axes/secret.ts';

export type Secret = ProfileSecret | EntrySecret | SpeechSecret;
export type ChangeSecret = <T extends Secret>(secret: T) => T;

interface SetupSecrets {
  readonly profiles: readonly AuthProfile[];
  readonly entry: ProviderEntry | null;
}

/** The same setup with every secret changed. Environment variables are no secret fields: they have no source. */
export function mapSecrets<Setup extends SetupSecrets>(setup: Setup, change: ChangeSecret): Setup {
  const { profiles, entry } = setup;
  return {
    ...setup,
    profiles: profiles.map((profile) => ({ ...profile, secret: change(profile.secret) })),
    entry: entry && {
      ...entry,
      apiKey: entry.apiKey && change(entry.apiKey),
      header: entry.header && change(entry.header),
    },
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
