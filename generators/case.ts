/**
 * A case: one user's credential setup as plain JSON. Nothing else is needed to run it again.
 *
 * @example
 * { "schemaVersion": 7, "provider": { "id": "google", "environment": [], … }, "media": "same", … }
 */
import fc from 'fast-check';
import { z } from 'zod';
import { sortedText } from '../support/sorted-text.ts';
import { arbitrariesOf, schemasOf } from './axes/axis-list.ts';
import { CASE_AXES } from './case-axes.ts';
import { CASE_SCHEMA_VERSION, migrateCase } from './case-migrations.ts';
import { type ProviderSetup, providerSetupArbitrary, providerSetupSchema } from './provider-setup.ts';
import { type ProviderId, providerOf, storedUnder } from './providers/catalog.ts';

// This order is that of kept files: `otherProvider` stands among the axes.
const { media, mediaSelection, mediaPin, fallback, ...others } = schemasOf(CASE_AXES);

/** A case of the newest schema; `caseSchema` reads older ones, too. */
const newestCaseSchema = z
  .strictObject({
    schemaVersion: z.literal(CASE_SCHEMA_VERSION),
    provider: providerSetupSchema.describe('The provider that chat uses.'),
    media,
    mediaSelection,
    mediaPin,
    fallback,
    otherProvider: providerSetupSchema
      .nullable()
      .describe('A second, unrelated provider: a decoy, or where the media model lives; null: none.'),
    ...others,
  })
  .refine(namesNoProviderTwice, {
    path: ['otherProvider', 'id'],
    message: 'must differ from provider.id: one provider has one setup',
  });
export const caseSchema = z.preprocess(migrateCase, newestCaseSchema);
export type Case = z.infer<typeof newestCaseSchema>;

/**
 * Any case over the given providers (those that the subject can serve).
 *
 * Shrinks without context: a hand-written case shrinks as well as a generated one.
 *
 * @param subscriptions those of which a subscription may be a profile beside keys, where they sell any
 * @throws Error when `providers` is empty: there would be nothing to test.
 */
export function caseArbitrary(
  providers: readonly ProviderId[],
  subscriptions: readonly ProviderId[] = providers,
): fc.Arbitrary<Case> {
  const setup = setupArbitrary(providers, subscriptions);
  return fc
    .record({
      schemaVersion: fc.constant(CASE_SCHEMA_VERSION),
      otherProvider: fc.option(setup, { freq: 2 }),
      provider: setup,
      ...arbitrariesOf(CASE_AXES, ({ arbitrary }) => arbitrary),
    })
    .filter(namesNoProviderTwice);
}

/** Any setup of any of the given providers, each as often as its weight says. */
export function setupArbitrary(
  providers: readonly ProviderId[],
  subscriptions: readonly ProviderId[] = providers,
  setupOf = providerSetupArbitrary,
): fc.Arbitrary<ProviderSetup> {
  if (providers.length === 0) throw new Error('caseArbitrary needs at least one provider.');
  return fc.oneof(
    ...providers.map((id) => ({
      weight: providerOf(id).weight,
      arbitrary: setupOf(id, subscriptions.includes(id)),
    })),
  );
}

interface ProvidersOfCase {
  readonly provider: { readonly id: ProviderId };
  readonly otherProvider: { readonly id: ProviderId } | null;
}

/** One provider has one setup, and so have two that share their credentials. */
export function namesNoProviderTwice({ provider, otherProvider }: ProvidersOfCase): boolean {
  return otherProvider === null || storedUnder(otherProvider.id) !== storedUnder(provider.id);
}

/** The text of a case with its keys in one order: equal cases have equal text. */
export function caseText(value: Case): string {
  return sortedText(value);
}

/** The size of a case: the smaller of two counterexamples is the one with less to read. */
export function caseSize(value: Case): number {
  return caseText(value).length;
}

/** By size, then by text: cases end in any order, and the choice of the smallest must not depend on it. */
export function bySize(a: Case, b: Case): number {
  const texts = [caseText(a), caseText(b)] as const;
  return texts[0].length - texts[1].length || (texts[0] < texts[1] ? -1 : Number(texts[0] > texts[1]));
}
