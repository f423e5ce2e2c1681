/**
 * A secret and the ways a user can write one down.
 *
 * A case never holds secret text: it says what a secret is like, and `generators/secrets/canaries.ts` makes the text
 * from the place that holds it. So a saved case is safe to publish, and a smaller case keeps its meaning.
 *
 * The shape is flat on purpose: fast-check shrinks every field without context, so a hand-written case
 * shrinks across sources too (`exec` to `inline`), which a union of records would not.
 *
 * @source openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md (SecretRef sources)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { type KeyShape, keyShapeArbitrary, keyShapeSchema } from './key-shape.ts';
import { weighted } from './weighted.ts';

/**
 * `live`: the provider accepts it. `stale`: well-formed, but the provider answers 401. `limited`: it is good, and has
 * asked too much: the provider answers 429 to it, and to no other.
 */
export const validitySchema = z.enum(['live', 'stale', 'limited']);
export type Validity = z.infer<typeof validitySchema>;

const holdsSchema = z
  .enum(['live', 'stale', 'nothing', 'limited'])
  .describe(
    'What is found there. live: the provider accepts it. stale: well-formed, but the provider answers 401. nothing: the field, variable, file entry or answer is missing. limited: the provider answers 429 to this key alone.',
  );

/**
 * SecretRefs; `dotenv` is an `env` reference whose variable is set in ~/.openclaw/.env, `store` one to OpenClaw's
 * own store of secrets (openclaw@2026.9.6:docs/gateway/secrets/secret-store-and-egress.md), which is there from
 * 2026.8.1 on.
 */
const REFERENCES = ['env', 'dotenv', 'file', 'exec', 'store'] as const;

const fields = {
  holds: holdsSchema,
  shape: keyShapeSchema.describe('The text of the key as it was pasted; plain: as it is.'),
};

/** The secret of an auth profile: text in the store, or a SecretRef (`keyRef`, `tokenRef`). */
export const profileSecretSchema = z.strictObject({ source: z.enum(['inline', ...REFERENCES]), ...fields });
export type ProfileSecret = z.infer<typeof profileSecretSchema>;

/** The secret of a key for speech alone: text, a SecretRef or a template. */
export const speechSecretSchema = z.strictObject({
  source: z.enum(['inline', ...REFERENCES, 'template', 'short-template']),
  ...fields,
});
export type SpeechSecret = z.infer<typeof speechSecretSchema>;

/**
 * The secret of a field of `models.providers.<id>`: besides text and a SecretRef, a `${VARIABLE}` template or its short form
 * `$VARIABLE`, the bare name of the provider's own environment variable (`marker`, where `holds` has no meaning: what the variable holds
 * is the environment axis), and the bare name of a variable that has nothing to do with the provider
 * (`foreign-name`: set to something that is no key of it).
 */
export const entrySecretSchema = z.strictObject({
  source: z
    .enum(['inline', ...REFERENCES, 'template', 'short-template', 'marker', 'foreign-name'])
    .describe(
      "Text, a SecretRef (dotenv: a variable of ~/.openclaw/.env; store: OpenClaw's own store of secrets, from 2026.8.1 on), a template (the name of a variable in braces after a dollar sign; short-template: without the braces, from 2026.5.22 on), the bare name of the provider's own variable (marker), or that of an unrelated one (foreign-name).",
    ),
  ...fields,
});
export type EntrySecret = z.infer<typeof entrySecretSchema>;
export type SecretSource = EntrySecret['source'];

/** Live first, so that shrinking makes secrets live. */
export const validityArbitrary: fc.Arbitrary<Validity> = weighted({ live: 12, stale: 5, limited: 1 });

const holds = weighted({ live: 12, stale: 5, nothing: 5, limited: 1 });
const shape: fc.Arbitrary<KeyShape> = keyShapeArbitrary;

/** Any secret of an auth profile; shrinks to live plain inline text. */
export const profileSecretArbitrary: fc.Arbitrary<ProfileSecret> = fc.record({
  source: fc.constantFrom('inline', ...profileSecretSchema.shape.source.options),
  holds,
  shape,
});

/** Any key for speech; shrinks to live plain inline text. */
export const speechSecretArbitrary: fc.Arbitrary<SpeechSecret> = fc.record({
  source: fc.constantFrom(...speechSecretSchema.shape.source.options),
  holds,
  shape,
});

const SOURCES_OF_ENTRY = {
  inline: 8,
  env: 4,
  dotenv: 4,
  file: 4,
  exec: 4,
  store: 4,
  template: 3,
  'short-template': 1,
} as const;

/**
 * Any secret of a provider entry, seldom the name of an unrelated variable; shrinks to live plain inline text.
 *
 * @param hasVariable whether the provider has a variable whose name can stand there: of another, such a name is a text like any other
 */
export const entrySecretArbitrary = (hasVariable: boolean): fc.Arbitrary<EntrySecret> =>
  fc.record({
    source: hasVariable
      ? weighted({ ...SOURCES_OF_ENTRY, marker: 4, 'foreign-name': 1 })
      : weighted({ ...SOURCES_OF_ENTRY, 'foreign-name': 1 }),
    holds,
    shape,
  });
