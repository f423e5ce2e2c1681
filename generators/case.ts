/**
 * A case: one user's credential setup as plain JSON. Nothing else is needed to run it again.
 *
 * @example
 * { "schemaVersion": 7, "provider": { "id": "google", "environment": [], … }, "media": "same", … }
 */
import fc from 'fast-check';
import { z } from 'zod';
import { agentArbitrary, agentSchema } from './axes/agent.ts';
import { brokenProgramArbitrary, brokenProgramSchema } from './axes/broken-program.ts';
import { fallbackArbitrary, fallbackSchema } from './axes/fallback.ts';
import { foreignConfigArbitrary } from './axes/foreign-config.ts';
import {
  mediaReferenceArbitrary,
  mediaReferenceSchema,
  mediaSelectionArbitrary,
  mediaSelectionSchema,
} from './axes/model-references.ts';
import { otherPluginArbitrary, otherPluginSchema } from './axes/other-plugin.ts';
import { profilePinArbitrary, profilePinSchema } from './axes/profile-pin.ts';
import { speechSecretSchema } from './axes/secret.ts';
import { speechKeyArbitrary } from './axes/speech-key.ts';
import { migrateCase } from './case-migrations.ts';
import { type ProviderSetup, providerSetupArbitrary, providerSetupSchema } from './provider-setup.ts';
import type { ProviderId } from './providers/catalog.ts';

export const CASE_SCHEMA_VERSION = 7;

/** A case of the newest schema; `caseSchema` reads older ones, too. */
const newestCaseSchema = z
  .strictObject({
    schemaVersion: z.literal(CASE_SCHEMA_VERSION),
    /** The provider that chat uses. */
    provider: providerSetupSchema,
    /** Which model the media paths use, compared with chat. */
    media: mediaReferenceSchema,
    /** How the media paths come to their model. */
    mediaSelection: mediaSelectionSchema,
    /** The profile that the media entries name; null: none. */
    mediaPin: profilePinSchema.nullable(),
    /** The model that is asked where the first fails; null: none. */
    fallback: fallbackSchema.nullable(),
    /** A second, unrelated provider: a decoy, or where the media model lives. */
    otherProvider: providerSetupSchema.nullable(),
    /** Which agent takes the chat turn. */
    agent: agentSchema,
    /** A key for speech alone, of the chat's provider; null: none. */
    speechKey: speechSecretSchema.nullable(),
    /** Whether the .env of the working directory names a configuration of its own. */
    foreignConfig: z.boolean(),
    /** A program on the PATH that could do a provider's work, and fails; null: none. */
    brokenProgram: brokenProgramSchema.nullable(),
    /** Another plugin that is enabled; null: none. */
    otherPlugin: otherPluginSchema.nullable(),
  })
  .refine(namesNoProviderTwice, {
    path: ['otherProvider', 'id'],
    message: 'must differ from provider.id: one provider has one setup',
  });
export const caseSchema = z.preprocess(migrateCase, newestCaseSchema);
export type Case = z.infer<typeof newestCaseSchema>;

/** The axes of a case beside its providers. */
export const AXES = {
  media: mediaReferenceArbitrary,
  mediaSelection: mediaSelectionArbitrary,
  mediaPin: profilePinArbitrary,
  fallback: fallbackArbitrary,
  agent: agentArbitrary,
  speechKey: speechKeyArbitrary,
  foreignConfig: foreignConfigArbitrary,
  brokenProgram: brokenProgramArbitrary,
  otherPlugin: otherPluginArbitrary,
} as const;

/** How often each provider is drawn, if not once: google serves every path in every build, so it tells most. */
const WEIGHTS: Readonly<Partial<Record<ProviderId, number>>> = {
  google: 8,
  openai: 5,
  anthropic: 5,
  'custom-openai': 5,
  'custom-anthropic': 3,
  openrouter: 3,
  'openai-codex': 2,
  'amazon-bedrock': 3,
};

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
      schemaVersion: fc.constant(CASE_SCHEMA_VERSION as 7),
      otherProvider: fc.option(setup, { freq: 2 }),
      provider: setup,
      ...AXES,
    })
    .filter(namesNoProviderTwice);
}

/** Any setup of any of the given providers. */
export function setupArbitrary(
  providers: readonly ProviderId[],
  subscriptions: readonly ProviderId[] = providers,
): fc.Arbitrary<ProviderSetup> {
  if (providers.length === 0) throw new Error('caseArbitrary needs at least one provider.');
  return fc.oneof(
    ...providers.map((id) => ({
      weight: WEIGHTS[id] ?? 1,
      arbitrary: providerSetupArbitrary(id, subscriptions.includes(id)),
    })),
  );
}

interface ProvidersOfCase {
  readonly provider: { readonly id: ProviderId };
  readonly otherProvider: { readonly id: ProviderId } | null;
}

/** One provider has one setup. */
export function namesNoProviderTwice({ provider, otherProvider }: ProvidersOfCase): boolean {
  return otherProvider?.id !== provider.id;
}

/** The text of a case with its keys in one order: equal cases have equal text. */
export function caseText(value: Case): string {
  return JSON.stringify(sortKeys(value));
}

/** How much a case says: the smaller of two counterexamples is the one with less to read. */
export function caseSize(value: Case): number {
  return caseText(value).length;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sortKeys(child)]),
  );
}
