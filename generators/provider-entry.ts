/**
 * `models.providers.<id>`: the provider's entry in openclaw.json, as far as it decides about credentials.
 *
 * @source shared/auth-contract.md 1.5
 */
import fc from 'fast-check';
import { z } from 'zod';
import { entrySecretArbitrary, entrySecretSchema } from './secret.ts';

export const providerEntrySchema = z.strictObject({
  /** The entry's `auth` field; null where it is left out. */
  auth: z.enum(['api-key', 'token', 'oauth', 'aws-sdk']).nullable(),
  apiKey: entrySecretSchema.nullable(),
});
export type ProviderEntry = z.infer<typeof providerEntrySchema>;

/** No entry, an entry with a key, or one that only states how to authenticate. */
export const providerEntryArbitrary: fc.Arbitrary<ProviderEntry | null> = fc.option(
  fc.record({
    auth: fc.constantFrom(null, null, 'api-key' as const, 'token' as const),
    apiKey: fc.option(entrySecretArbitrary, { freq: 4 }),
  }),
  { freq: 2 },
);

/** Amazon Bedrock's entry states `aws-sdk` and holds no key (docs/providers/bedrock.md). */
export const awsSdkEntryArbitrary: fc.Arbitrary<ProviderEntry | null> = fc.record({
  auth: fc.constant('aws-sdk' as const),
  apiKey: fc.constant(null),
});
