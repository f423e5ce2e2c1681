/**
 * `models.providers.<id>`: the provider's entry in openclaw.json, as far as it decides about credentials.
 *
 * @source docs/openclaw-auth-contract.md 1.5
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { addressArbitrary, baseUrlArbitrary, baseUrlSchema } from './base-url.ts';
import { type EntrySecret, entrySecretArbitrary, entrySecretSchema } from './secret.ts';
import { oneIn } from './weighted.ts';

const providerEntrySchema = z.strictObject({
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
    "The provider's own address (default, or absent, which means the same), the same with a slash after it, spaces (blank), another host of the user's choice (regional), or a path of it (own-path), a server without TLS on this machine (loopback) or in its network (lan, or trusted-lan where the entry allows a private address), or the own address where the network gives a private one for it, and the entry allows that (private-dns).",
  ),
});
export type ProviderEntry = z.infer<typeof providerEntrySchema>;

const secretArbitrary = (hasVariable: boolean) => fc.option(entrySecretArbitrary(hasVariable), { freq: 4 });

/**
 * No entry, an entry with a key, or one that only states how or where to authenticate.
 *
 * @param needsAddress whether the provider is known by its entry alone, which then cannot leave the address blank
 * @param hasVariable whether the provider has a variable of its own
 */
const providerEntryArbitrary = (
  needsAddress: boolean,
  hasVariable: boolean,
): fc.Arbitrary<ProviderEntry | null> => {
  const secret = secretArbitrary(hasVariable);
  return fc.option(
    fc
      .record({
        auth,
        apiKey: secret,
        header: fc.oneof(
          { weight: 9, arbitrary: fc.constant<EntrySecret | null>(null) },
          { weight: 1, arbitrary: secret },
        ),
        authHeader: oneIn(7),
        baseUrl: needsAddress ? addressArbitrary : baseUrlArbitrary,
      })
      .map(withOneKey, (value) => {
        const entry = providerEntrySchema.parse(value);
        if (!isDeepStrictEqual(entry, withOneKey(entry))) throw new Error('drawn by no user');
        return entry;
      }),
    { freq: 3 },
  );
};

/** Every word of the schema; nobody needs those of tokens, subscriptions and AWS beside a key. */
const auth: fc.Arbitrary<ProviderEntry['auth']> = fc.constantFrom(
  ...Array<null>(12).fill(null),
  ...Array<'api-key'>(5).fill('api-key'),
  'token',
  'token',
  'oauth',
  'aws-sdk',
);

/** Users write a key once: in `apiKey`, or in a header; and call it no token where it is none. */
function withOneKey(entry: ProviderEntry): ProviderEntry {
  if (!entry.apiKey) return entry;
  return { ...entry, header: null, auth: entry.auth === 'token' ? null : entry.auth };
}

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
  arbitrary: ({ isAws, isGoogleCloud, needsEntry, environmentVariables }) => {
    if (isAws) return awsSdkEntryArbitrary;
    // Builds before 2026.6.11 refuse an entry with Vertex's api, and give one without it another.
    if (isGoogleCloud) return fc.constant(null);
    return providerEntryArbitrary(needsEntry, environmentVariables.length > 0);
  },
});
