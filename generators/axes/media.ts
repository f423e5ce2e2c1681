/** The model of the media paths, relative to chat. */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

/**
 * `same`: one reference for all. `other-model`: another model of the same provider. `other-provider`: a model
 * of the case's second provider; where the case has only one, it means `same`.
 */
const mediaReferenceSchema = z.enum(['same', 'other-model', 'other-provider']);
export type MediaReference = z.infer<typeof mediaReferenceSchema>;

export const media = axis({
  meaning: "The model of the media paths, compared with chat's; other-provider is a model of otherProvider.",
  schema: mediaReferenceSchema,
  usual: 'same',
  since: 1,
  arbitrary: weighted({ same: 3, 'other-model': 1, 'other-provider': 1 }),
});
