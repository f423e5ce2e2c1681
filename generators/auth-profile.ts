/**
 * Auth profiles: the credentials in OpenClaw's own store, several per provider.
 *
 * @source shared/auth-contract.md 1.3; docs/auth-credential-semantics.md
 */
import fc from 'fast-check';
import { z } from 'zod';
import { profileSecretArbitrary, profileSecretSchema } from './secret.ts';

/** A profile's short name; its id in OpenClaw is `<provider>:<name>`. */
export const profileNameSchema = z.enum(['a', 'b', 'c']);
export type ProfileName = z.infer<typeof profileNameSchema>;

export const authProfileSchema = z.strictObject({
  name: profileNameSchema,
  type: z.enum(['api_key', 'token']),
  secret: profileSecretSchema,
});
export type AuthProfile = z.infer<typeof authProfileSchema>;

const name: fc.Arbitrary<ProfileName> = fc.constantFrom('a', 'b', 'c');

// Only its type is used: the array it feeds is always empty.
const noProfile: fc.Arbitrary<AuthProfile> = fc.record({
  name,
  type: fc.constant('api_key'),
  secret: profileSecretArbitrary,
});

/** Up to three profiles with different names, of the given types, in any order of the store. */
export function authProfilesArbitrary(types: readonly AuthProfile['type'][]): fc.Arbitrary<AuthProfile[]> {
  if (types.length === 0) return fc.array(noProfile, { maxLength: 0 });
  const profile = fc.record({ name, type: fc.constantFrom(...types), secret: profileSecretArbitrary });
  return fc.uniqueArray(profile, { selector: (each) => each.name, maxLength: 3, size: 'small' });
}
