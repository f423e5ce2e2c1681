/**
 * A profile that a media entry names: `profile` must be used, `preferredProfile` comes first.
 *
 * @source docs/openclaw-auth-contract.md 1.5 (media entry), 2.3; openclaw@2026.9.6:docs/nodes/media-understanding.md
 */
import fc from 'fast-check';
import { z } from 'zod';
import { profileNameSchema } from './auth-profile.ts';
import { axis } from './axis.ts';

const profilePinSchema = z.strictObject({
  field: z.enum(['profile', 'preferredProfile']),
  name: profileNameSchema,
});
export type ProfilePin = z.infer<typeof profilePinSchema>;

const pin: fc.Arbitrary<ProfilePin> = fc.record({
  field: fc.constantFrom(...profilePinSchema.shape.field.options),
  name: fc.constantFrom(...profileNameSchema.options),
});

export const mediaPin = axis({
  meaning: 'The profile that the media entries name; null: none.',
  schema: profilePinSchema.nullable(),
  usual: null,
  since: 2,
  /** A pin in one case of ten. */
  arbitrary: fc.oneof(
    { weight: 8, arbitrary: fc.constant<ProfilePin | null>(null) },
    { weight: 2, arbitrary: fc.option<ProfilePin>(pin, { freq: 2 }) },
  ),
});
