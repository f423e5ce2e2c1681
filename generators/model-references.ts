/**
 * Which model the media paths use, compared with chat.
 *
 * `same`: one reference for all. `other-model`: another model of the same provider. `other-provider`: a model
 * of the case's second provider; where the case has only one, it means `same`.
 */
import fc from 'fast-check';
import { z } from 'zod';

export const mediaReferenceSchema = z.enum(['same', 'other-model', 'other-provider']);
export type MediaReference = z.infer<typeof mediaReferenceSchema>;

export const mediaReferenceArbitrary: fc.Arbitrary<MediaReference> = fc.constantFrom(
  'same',
  'same',
  'other-model',
  'other-provider',
);
