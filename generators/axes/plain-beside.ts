/**
 * Plain text that stayed in a profile beside the reference that took its place (`key` beside `keyRef`): the key of
 * before, which the provider no longer accepts.
 *
 * @source openclaw@2026.9.6:docs/gateway/secrets/operations.md (a reference wins over its plain text)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { oneIn } from './weighted.ts';

export const plainBeside = setupAxis({
  meaning: 'Whether each profile that has a SecretRef still has the plain text of before beside it.',
  schema: z.boolean(),
  usual: false,
  since: 12,
  arbitrary: ({ isAws }) => (isAws ? fc.constant(false) : oneIn(16)),
});
