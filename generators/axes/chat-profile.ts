/**
 * The profile that the configured model of chat names after an at sign (`provider/model@profile`).
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("An optional auth-profile suffix … stays separate from the model identity")
 */

import fc from 'fast-check';
import { idOfProfile, type ProviderId } from '../providers/catalog.ts';
import { type ProfileName, profileNameSchema } from './auth-profile.ts';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';

export const chatProfile = axis({
  meaning:
    "The profile that chat's model names after an at sign; null, or one that is not there: it names none.",
  schema: profileNameSchema.nullable(),
  usual: null,
  since: 14,
  arbitrary: rarely(fc.constantFrom(...profileNameSchema.options)),
});

export interface ChattingCase {
  readonly chatProfile: ProfileName | null;
  readonly provider: {
    readonly id: ProviderId;
    readonly profiles: readonly { readonly name: ProfileName }[];
  };
}

/** The id of the profile that chat's model names; null: it names none. */
export function profileOfChat({ chatProfile, provider }: ChattingCase): string | null {
  const isThere = provider.profiles.some(({ name }) => name === chatProfile);
  return chatProfile !== null && isThere ? idOfProfile(provider.id, chatProfile) : null;
}
