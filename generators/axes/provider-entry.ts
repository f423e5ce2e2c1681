/**
 * `models.providers.<id>`: the provider's entry in openclaw.json, as far as it decides about credentials.
 *
 * @source docs/openclaw-auth-contract.md 1.5
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { addressArbitrary, baseUrlArbitrary, baseUrlSchema } from './base-url.ts';
import { type EntrySecret, entrySecretArbitrary, entrySecretSchema } from './secret.ts';
import { oneIn } from './weighted.ts';

export const providerEntrySchema = z.strictObject({
  auth: z
    .enum(['api-key', 'token', 'oauth', 'aws-sdk'])
    .nullable()
    .describe("The entry's auth field; null: left out."),
  apiKey: entrySecretSchema.nullable(),
  header: entrySecretSchema
    .nullable()
    .describe('A key in headers, under the header that the provider reads its key from.'),
  authHeader: z.boolean().describe('Whether the key is to be sent as a bearer, too.'),
  baseUrl: baseUrlSchema.describe(
    "The provider's own address (default, or absent, which means the same), the same with a slash after it, spaces (blank), or another host of the user's choice (regional).",
  ),
});
export type ProviderEntry = z.infer<typeof providerEntrySchema>;

const secret = fc.option(entrySecretArbitrary, { freq: 4 });

/**
 * No entry, an entry with a key, or one that only states how or where to authenticate.
 *
 * @param needsAddress whether the provider is known by its entry alone, which then cannot leave the address blank
 */
const providerEntryArbitrary = (needsAddress: boolean): fc.Arbitrary<ProviderEntry | null> =>
  fc.option(
    fc.record({
      auth: fc.constantFrom(null, null, 'api-key' as const, 'token' as const),
      apiKey: secret,
      header: fc.oneof(
        { weight: 9, arbitrary: fc.constant<EntrySecret | null>(null) },
        { weight: 1, arbitrary: secret },
      ),
      authHeader: oneIn(7),
      baseUrl: needsAddress ? addressArbitrary : baseUrlArbitrary,
    }),
    { freq: 3 },
  );

/** Amazon Bedrock's entry states `aws-sdk` and holds no key (openclaw@2026.9.6:docs/providers/bedrock.md). */
const awsSdkEntryArbitrary: fc.Arbitrary<ProviderEntry | null> = fc.record({
  auth: fc.constant('aws-sdk' as const),
  apiKey: fc.constant(null),
  header: fc.constant(null),
  authHeader: fc.constant(false),
  baseUrl: fc.constant('default' as const),
});

export const entry = setupAxis({
  meaning: "The provider's entry in models.providers; null: none.",
  schema: providerEntrySchema.nullable(),
  usual: null,
  since: 1,
  arbitrary: ({ isAws, needsEntry }) => (isAws ? awsSdkEntryArbitrary : providerEntryArbitrary(needsEntry)),
});
