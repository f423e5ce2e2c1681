/**
 * The behaviour of a provider towards a request, besides looking at its key.
 *
 * `by-key`: answers a live key, and refuses any other with its own 401. `forbidden`: 403 for every key. `expired`:
 * the credential's time is over. `rate-limited`: 429. `server-error`: 500. `slow`: by key, after two seconds.
 * `reset`: ends the connection without an answer. `malformed`: 200 with a body that is no JSON. `redirect`: sends
 * every request on to a host of somebody else, which must not learn the key.
 *
 * In the provider's own words (`mocks/providers/refusals.ts`): `bad-request` and `refused-content` (400), `unknown-model`
 * (404), `no-credit`, `revoked`, `region`. `challenge`: 403 with a page for people. `retry-later`: 429 with `retry-after`.
 * `spent-key`: 403 in words of billing, as of a key that has a budget of its own
 * (openclaw@2026.9.6:docs/concepts/model-failover.md, "Billing disables"). `echo`: 401 with a body that repeats the headers of the request. `open`: wants no key at all.
 *
 * Trouble that has nothing to do with the key, as models and proxies before them have it: `overloaded` (503, or Anthropic's 529),
 * `timed-out` (504), `client-closed` (499), `gateway-page` (502, with a proxy's page), `nothing-said` (404 without a body),
 * `usage-window` (402 in words of a limit that ends by itself), `limit-in-words` (400 in words of a limit), and `broken-off`: a stream that
 * begins and ends in an error; what is no stream gets 500. `empty`: by key, and turns without a word.
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';

/** The trouble that has nothing to do with the key. */
export const TROUBLES = [
  'overloaded',
  'timed-out',
  'client-closed',
  'gateway-page',
  'nothing-said',
  'usage-window',
  'broken-off',
  'limit-in-words',
] as const;

/** Answers that AWS gives in words of its own, or as anybody does. It sends nobody elsewhere. */
const OF_AWS = [
  'by-key',
  'forbidden',
  'expired',
  'rate-limited',
  'server-error',
  'slow',
  'reset',
  'malformed',
] as const;

export const providerAnswerSchema = z.enum([
  ...OF_AWS,
  'redirect',
  'bad-request',
  'unknown-model',
  'refused-content',
  'no-credit',
  'revoked',
  'region',
  'challenge',
  'retry-later',
  'echo',
  'open',
  'spent-key',
  ...TROUBLES,
  'empty',
]);
export type ProviderAnswer = z.infer<typeof providerAnswerSchema>;

/** The reasons for which a provider refuses a key that it knows, whoever else it answers. */
export type RefusedFor = Extract<ProviderAnswer, 'no-credit' | 'revoked'>;

/** Whether an answer is for want of credit, whatever its status. */
export function isForWantOfCredit(answer: ProviderAnswer): boolean {
  return answer === 'no-credit' || answer === 'spent-key';
}

/**
 * Nearly always by key; the odd answers shrink to it. A redirect is rarest: 2026.9 tries a refused one again and
 * again, for more than a minute.
 */
const providerAnswerArbitrary: fc.Arbitrary<ProviderAnswer> = fc.oneof(
  { weight: 24, arbitrary: fc.constant<ProviderAnswer>('by-key') },
  { weight: 3, arbitrary: fc.constantFrom(...providerAnswerSchema.options) },
);

/** A server of the user's own often wants no key. */
const serverAnswerArbitrary: fc.Arbitrary<ProviderAnswer> = fc.oneof(
  { weight: 21, arbitrary: fc.constant<ProviderAnswer>('by-key') },
  { weight: 3, arbitrary: fc.constantFrom(...providerAnswerSchema.options) },
  { weight: 3, arbitrary: fc.constantFrom<ProviderAnswer>('by-key', 'open') },
);

const awsAnswerArbitrary: fc.Arbitrary<ProviderAnswer> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<ProviderAnswer>('by-key') },
  { weight: 2, arbitrary: fc.constantFrom<ProviderAnswer>(...OF_AWS) },
);

export const answer = setupAxis({
  meaning:
    'What the provider does with a request. forbidden: 403. expired: an error of AWS, or 401. rate-limited: 429. server-error: 500. slow: after two seconds. malformed: 200 without JSON. redirect: to a host of somebody else. bad-request, refused-content: 400. unknown-model: 404. no-credit, revoked, region: in the words of the provider. challenge: 403 with a page. retry-later: 429 with retry-after. echo: 401 that repeats the headers. open: any key, or none, will do. spent-key: 403 in words of billing. overloaded: 503, or 529. timed-out: 504. client-closed: 499. gateway-page: 502 with a page. nothing-said: 404 without a body. usage-window: 402 in words of a limit of time. broken-off: a stream that ends in an error, or 500. limit-in-words: 400 in words of a rate limit. empty: by key, and turns without a word.',
  schema: providerAnswerSchema,
  usual: 'by-key',
  since: 2,
  arbitrary: ({ isAws, needsEntry }) =>
    isAws ? awsAnswerArbitrary : needsEntry ? serverAnswerArbitrary : providerAnswerArbitrary,
});
