/**
 * What a provider does with a request, beside looking at its key.
 *
 * `by-key`: answers a live key, and refuses any other with its own 401. `forbidden`: 403 for every key.
 * `redirect`: sends every request on to a host of somebody else, which must not learn the key.
 */
import fc from 'fast-check';
import { z } from 'zod';

export const providerAnswerSchema = z.enum(['by-key', 'forbidden', 'redirect']);
export type ProviderAnswer = z.infer<typeof providerAnswerSchema>;

/**
 * Nearly always by key; the odd answers shrink to it. A redirect is rarest: 2026.9 tries a refused one again and again,
 * for more than a minute.
 */
export const providerAnswerArbitrary: fc.Arbitrary<ProviderAnswer> = fc.oneof(
  { weight: 24, arbitrary: fc.constant<ProviderAnswer>('by-key') },
  { weight: 1, arbitrary: fc.constantFrom('by-key', 'forbidden', 'forbidden', 'redirect') },
);
