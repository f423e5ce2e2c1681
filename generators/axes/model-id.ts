/**
 * The id of the provider's first model: one of the catalog, or one that is newer than the build, which the user's
 * configuration lists.
 *
 * @source openclaw@2026.9.6:docs/gateway/config-tools/custom-providers.md (model catalog entries); upstream reports of
 *   models that the configuration lists and the catalog does not have (#85042, #51452)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { weighted } from './weighted.ts';

const modelIdSchema = z.enum(['known', 'listed', 'new-family']);
export type ModelId = z.infer<typeof modelIdSchema>;

export const modelId = setupAxis({
  meaning:
    "The provider's first model. listed: a later one than any catalog has, which models.providers lists, in an entry of nothing else where the case has none. new-family: the same, under a name that no rule for names fits.",
  schema: modelIdSchema,
  usual: 'known',
  since: 8,
  // Nobody but the user knows the models of a server of the user's own: there is no catalog to miss one.
  arbitrary: ({ isAws, isGoogleCloud, needsEntry }) =>
    isAws || isGoogleCloud || needsEntry
      ? fc.constant<ModelId>('known')
      : weighted({ known: 20, listed: 1, 'new-family': 1 }),
});

/** The id of the first model: a later one of a family that builds may know by its name, or one of a new family. */
export function firstModel(modelId: ModelId, known: string): string {
  if (modelId === 'known') return known;
  return modelId === 'listed' ? `${known}-2027-01-01` : 'nova-2027';
}
