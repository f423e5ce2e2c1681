/**
 * Keys of a provider in variables beside its usual one, to be used where a key has asked too much.
 *
 * `list`: a key of `<PROVIDER>_API_KEYS`. `numbered`: `<PROVIDER>_API_KEY_1` and on. `override`:
 * `OPENCLAW_LIVE_<PROVIDER>_KEY`, which is to be the only one.
 *
 * @source openclaw@2026.9.6:docs/gateway/authentication.md ("API key rotation (gateway)");
 *   openclaw@2026.9.6:docs/concepts/model-providers/official-provider-plugins.md (the names of each provider)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { validityArbitrary, validitySchema } from './secret.ts';
import { shrunkBy } from './shrunk-by.ts';
import { weighted } from './weighted.ts';

export const spareFormSchema = z.enum(['list', 'numbered', 'override']);
export type SpareForm = z.infer<typeof spareFormSchema>;

const spareKeySchema = z.strictObject({
  form: spareFormSchema.describe('The variable that holds it.'),
  holds: validitySchema,
});
export type SpareKey = z.infer<typeof spareKeySchema>;

const MOST = 3;
const USUAL_VARIABLE = /^(.+)_API_KEY$/;

/** The word of a provider in the names of its variables; null for one without such names. */
export function spareWord([usual = '']: readonly string[]): string | null {
  return USUAL_VARIABLE.exec(usual)?.[1] ?? null;
}

/** @param count which of the numbered ones it is, from 1 */
export function spareVariable(word: string, form: SpareForm, count: number): string {
  if (form === 'override') return `OPENCLAW_LIVE_${word}_KEY`;
  return form === 'list' ? `${word}_API_KEYS` : `${word}_API_KEY_${count}`;
}

const some = fc
  .array(fc.record({ form: weighted({ list: 5, numbered: 4, override: 1 }), holds: validityArbitrary }), {
    maxLength: MOST,
    size: 'small',
  })
  .filter(hasOneOverride);

function hasOneOverride(keys: readonly SpareKey[]): boolean {
  return keys.filter(({ form }) => form === 'override').length < 2;
}

/** In one setup of sixteen. */
const rarelySome: fc.Arbitrary<SpareKey[]> = fc.oneof(
  { weight: 15, arbitrary: fc.constant<SpareKey[]>([]) },
  { weight: 1, arbitrary: some.filter((keys) => keys.length > 0) },
);

export const spareKeys = setupAxis({
  meaning:
    'Keys in variables beside the usual one: of a list (GEMINI_API_KEYS), numbered (GEMINI_API_KEY_1), or one that overrides the others (OPENCLAW_LIVE_GEMINI_KEY).',
  schema: z.array(spareKeySchema).max(MOST).refine(hasOneOverride, {
    message: 'must have one override at most: it is one variable',
  }),
  usual: [],
  since: 12,
  arbitrary: ({ environmentVariables, isAws, isGoogleCloud }) =>
    isAws || isGoogleCloud || spareWord(environmentVariables) === null
      ? fc.constant<SpareKey[]>([])
      : shrunkBy(rarelySome, some),
});
