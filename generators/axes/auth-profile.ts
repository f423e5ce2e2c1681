/**
 * Auth profiles: the credentials in OpenClaw's own store, several per provider.
 *
 * @source docs/openclaw-auth-contract.md 1.3; openclaw@2026.9.6:docs/auth-credential-semantics.md
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { profileSecretArbitrary, profileSecretSchema } from './secret.ts';
import { weighted } from './weighted.ts';

/** A profile's short name; its id in OpenClaw is `<provider>:<name>`. */
export const profileNameSchema = z.enum(['a', 'b', 'c']);
export type ProfileName = z.infer<typeof profileNameSchema>;

export const profileTypeSchema = z.enum(['api_key', 'token', 'oauth']);
export type ProfileType = z.infer<typeof profileTypeSchema>;

const authProfileSchema = z
  .strictObject({
    name: profileNameSchema,
    type: profileTypeSchema,
    secret: profileSecretSchema,
    expires: z
      .enum(['never', 'later', 'past', 'malformed'])
      .describe('When a token or oauth profile expires; an api_key does not.'),
    refresh: z
      .enum(['none', 'works', 'fails'])
      .describe("What an oauth profile's refresh token brings; none: there is none."),
    cooldown: z
      .enum(['none', 'active', 'over'])
      .describe(
        'Whether earlier failures have put the profile aside: for now, or up to a time that is over.',
      ),
  })
  .refine(({ type, secret }) => type !== 'oauth' || secret.source === 'inline', {
    path: ['secret', 'source'],
    message: 'must be inline: OpenClaw refuses a SecretRef in an oauth profile',
  });
export type AuthProfile = z.infer<typeof authProfileSchema>;

/** Whether a profile says that its time is over; an api_key says nothing of it. */
export function hasEnded({ type, expires }: Pick<AuthProfile, 'type' | 'expires'>): boolean {
  return type !== 'api_key' && (expires === 'past' || expires === 'malformed');
}

const name = fc.constantFrom(...profileNameSchema.options);
const cooldown = fc.oneof(
  { weight: 5, arbitrary: fc.constant<AuthProfile['cooldown']>('none') },
  { weight: 1, arbitrary: weighted({ none: 1, over: 1, active: 2 }) },
);

/**
 * Up to three profiles with different names, of the given types, in any order of the store; or exactly one.
 *
 * One flat record for all types, so that a counterexample shrinks from one type to another.
 */
export function authProfilesArbitrary(
  types: readonly ProfileType[],
  most: 1 | 3 = 3,
): fc.Arbitrary<AuthProfile[]> {
  const profile = fc
    .record({
      name,
      type: fc.constantFrom<ProfileType>(...(types.length > 0 ? types : (['api_key'] as const))),
      secret: profileSecretArbitrary,
      expires: weighted({ never: 1, later: 1, past: 2, malformed: 1 }),
      refresh: fc.constantFrom<AuthProfile['refresh']>('none', 'works', 'fails'),
      cooldown,
    })
    .map(asStored, (value) => {
      const stored = authProfileSchema.parse(value);
      if (!isDeepStrictEqual(stored, asStored(stored))) throw new Error('stored by no build');
      return stored;
    });
  return fc.uniqueArray(profile, {
    selector: (each) => each.name,
    minLength: most === 1 ? 1 : 0,
    maxLength: types.length > 0 ? most : 0,
    size: 'small',
  });
}

/** OpenClaw refuses a SecretRef in an oauth profile, refreshes no other, and gives keys no time. */
function asStored(profile: AuthProfile): AuthProfile {
  const { type, secret } = profile;
  if (type === 'oauth') return { ...profile, secret: { ...secret, source: 'inline' } };
  return { ...profile, refresh: 'none', expires: type === 'api_key' ? 'never' : profile.expires };
}

export const profiles = setupAxis({
  meaning: "The provider's auth profiles, in the order of the store.",
  schema: z.array(authProfileSchema).max(3),
  usual: [],
  since: 1,
  arbitrary: ({ profileTypes }) => authProfilesArbitrary(profileTypes),
});
