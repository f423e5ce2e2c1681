/**
 * The one profile of the chat provider that the probe is told to ask (`models status --probe-profile`).
 *
 * @source openclaw@2026.9.6:docs/cli/models.md ("Status": `--probe-profile <id>`)
 */

import fc from 'fast-check';
import { idOfProfile, type ProviderId } from '../providers/catalog.ts';
import { type ProfileName, profileNameSchema } from './auth-profile.ts';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';

export const probeProfile = axis({
  meaning: 'The profile that the probe is told to ask; null, or one that is not there: every one.',
  schema: profileNameSchema.nullable(),
  usual: null,
  since: 12,
  arbitrary: rarely(fc.constantFrom(...profileNameSchema.options)),
});

interface ProbedCase {
  readonly probeProfile: ProfileName | null;
  readonly provider: {
    readonly id: ProviderId;
    readonly profiles: readonly { readonly name: ProfileName }[];
  };
}

/** The id of the profile that the probe of a case is told to ask; null: it asks every one. */
export function probedProfile({ probeProfile, provider: { id, profiles } }: ProbedCase): string | null {
  const isThere = profiles.some(({ name }) => name === probeProfile);
  return probeProfile !== null && isThere ? idOfProfile(id, probeProfile) : null;
}
