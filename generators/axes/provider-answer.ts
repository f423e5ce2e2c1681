/**
 * What a provider does with a request, beside looking at its key.
 *
 * `by-key`: answers a live key, and refuses any other with its own 401. `forbidden`: 403 for every key. `expired`: the
 * credential's time is over. `rate-limited`: 429. `server-error`: 500. `slow`: by key, after two seconds. `reset`: ends
 * the connection without an answer. `malformed`: 200 with a body that is no JSON. `redirect`: sends every request on to a
 * host of somebody else, which must not learn the key.
 */
import fc from 'fast-check';
import { z } from 'zod';

export const providerAnswerSchema = z.enum([
  'by-key',
  'forbidden',
  'expired',
  'rate-limited',
  'server-error',
  'slow',
  'reset',
  'malformed',
  'redirect',
]);
export type ProviderAnswer = z.infer<typeof providerAnswerSchema>;

/** Whether every request of a path is answered so, or the first alone and the others by key. */
export const answeredRequestsSchema = z.enum(['every', 'first']);
export type AnsweredRequests = z.infer<typeof answeredRequestsSchema>;

/**
 * Nearly always by key; the odd answers shrink to it. A redirect is rarest: 2026.9 tries a refused one again and again,
 * for more than a minute.
 */
export const providerAnswerArbitrary: fc.Arbitrary<ProviderAnswer> = fc.oneof(
  { weight: 24, arbitrary: fc.constant<ProviderAnswer>('by-key') },
  { weight: 2, arbitrary: fc.constantFrom(...providerAnswerSchema.options) },
);

/** AWS sends nobody elsewhere. */
export const awsAnswerArbitrary: fc.Arbitrary<ProviderAnswer> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<ProviderAnswer>('by-key') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...providerAnswerSchema.options.filter((each) => each !== 'redirect')),
  },
);

export const answeredRequestsArbitrary: fc.Arbitrary<AnsweredRequests> = fc.constantFrom(
  'every',
  'every',
  'every',
  'first',
);
