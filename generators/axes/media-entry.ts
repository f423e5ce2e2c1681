/**
 * An address or a header that the entries of `tools.media` have of their own, beside those of the provider.
 *
 * @source openclaw@2026.9.6:docs/nodes/audio.md (an entry may override `baseUrl` and `headers`)
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

const mediaEntrySchema = z.enum(['plain', 'own-address', 'own-header']);
export type MediaEntry = z.infer<typeof mediaEntrySchema>;

export const mediaEntry = axis({
  meaning:
    'What the entries of tools.media have of their own: own-address, a baseUrl; own-header, a tenant in headers.',
  schema: mediaEntrySchema,
  usual: 'plain',
  since: 8,
  arbitrary: weighted({ plain: 22, 'own-address': 1, 'own-header': 1 }),
  label: (value) => `media entries with ${value === 'own-address' ? 'an address' : 'a header'} of their own`,
});
