/**
 * A profile that a media entry names: `profile` must be used, `preferredProfile` comes first.
 *
 * @source docs/openclaw-auth-contract.md 1.5 (media entry), 2.3; openclaw@2026.9.6:docs/nodes/media-understanding.md
 */
import fc from 'fast-check';
import { z } from 'zod';
import { type ProfileName, profileNameSchema } from './auth-profile.ts';

export const profilePinSchema = z.strictObject({
  field: z.enum(['profile', 'preferredProfile']),
  name: profileNameSchema,
});
export type ProfilePin = z.infer<typeof profilePinSchema>;

const pin: fc.Arbitrary<ProfilePin> = fc.record({
  field: fc.constantFrom('profile' as const, 'preferredProfile' as const),
  name: fc.constantFrom<ProfileName>('a', 'b', 'c'),
});

/** One case in ten or so; shrinks to none. */
export const profilePinArbitrary: fc.Arbitrary<ProfilePin | null> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<ProfilePin | null>(null) },
  { weight: 2, arbitrary: fc.option<ProfilePin>(pin, { freq: 2 }) },
);
