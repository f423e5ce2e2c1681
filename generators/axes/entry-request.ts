/**
 * `request` of the provider's entry: what its requests are to carry in place of, or beside, what the provider's own do.
 *
 * `headers`: a header of a gateway between. `bearer`: `auth` with a token. `header`: `auth` with a value, under the
 * header that the provider reads its key from.
 *
 * @source openclaw@2026.9.6:docs/gateway/config-tools/custom-providers.md (`models.providers.*.request`);
 *   openclaw@2026.9.6:docs/reference/secretref-credential-surface.md (its fields that take a SecretRef)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { profileSecretArbitrary, profileSecretSchema } from './secret.ts';
import { shrunkBy } from './shrunk-by.ts';
import { weighted } from './weighted.ts';

const entryRequestSchema = z.strictObject({
  part: z.enum(['headers', 'bearer', 'header']).describe('The part of request that holds the secret.'),
  secret: profileSecretSchema,
});
export type EntryRequest = z.infer<typeof entryRequestSchema>;

interface SetupWithRequest {
  readonly entry: object | null;
  readonly entryRequest: EntryRequest | null;
}

/** Whether the entry sets an auth in place of the provider's own. */
export function replacesAuth({ entry, entryRequest: own }: SetupWithRequest): boolean {
  return entry !== null && own !== null && own.part !== 'headers';
}

const someone: fc.Arbitrary<EntryRequest> = fc.record({
  part: weighted({ headers: 1, bearer: 1, header: 1 }),
  secret: profileSecretArbitrary,
});

const oneInTwelve = fc.oneof(
  { weight: 11, arbitrary: fc.constant<EntryRequest | null>(null) },
  { weight: 1, arbitrary: someone },
);

export const entryRequest = setupAxis({
  meaning:
    "What `request` of the provider's entry sets: a header (headers), or its auth (bearer, header); null: nothing. Without an entry it says nothing.",
  schema: entryRequestSchema.nullable(),
  usual: null,
  since: 12,
  arbitrary: ({ isAws, isGoogleCloud }) =>
    isAws || isGoogleCloud
      ? fc.constant(null)
      : shrunkBy(oneInTwelve, fc.option<EntryRequest>(someone, { freq: 2 })),
});
