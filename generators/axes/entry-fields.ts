/**
 * The fields of `models.providers.<id>` that a user left out. `baseUrl` left out is `absent` of the address.
 *
 * @source openclaw@2026.9.6:docs/gateway/config-tools/custom-providers.md (`api` without which a custom provider speaks
 *   OpenAI's completions; models of a bundled provider are its catalog's); upstream reports of entries that hold nothing
 *   but models (#85042, #126529)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { weighted } from './weighted.ts';

const entryFieldsSchema = z.enum(['all', 'no-api', 'no-models', 'models-alone']);
export type EntryFields = z.infer<typeof entryFieldsSchema>;

export const entryFields = setupAxis({
  meaning:
    "What the provider's entry leaves out: its api, its models, or both its api and its address (models-alone). Without an entry it says nothing.",
  schema: entryFieldsSchema,
  usual: 'all',
  since: 8,
  // An entry that alone makes a provider known cannot do without its models, nor without its address.
  arbitrary: ({ isAws, isGoogleCloud, needsEntry, hasUsualApi }) => {
    if (isAws || isGoogleCloud || (needsEntry && !hasUsualApi)) return fc.constant<EntryFields>('all');
    return needsEntry
      ? weighted({ all: 11, 'no-api': 1 })
      : weighted({ all: 15, 'no-api': 1, 'no-models': 1, 'models-alone': 1 });
  },
});
