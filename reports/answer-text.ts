/** Answers of a case's providers that do not depend on the key alone: no file of the setup shows them. */
import type { ProviderAnswer } from '../generators/axes/provider-answer.ts';
import type { Case } from '../generators/case.ts';
import { setupsOf } from '../generators/secrets/canaries.ts';

const ANSWERS: Record<Exclude<ProviderAnswer, 'by-key'>, string> = {
  forbidden: '403, whatever the key',
  expired: 'that the credential has expired',
  'rate-limited': '429',
  'server-error': '500',
  slow: 'by the key, after two seconds',
  reset: 'nothing: it ends the connection',
  malformed: '200, with a body that is no JSON',
  redirect: '307, to the same path of a host of somebody else',
  'bad-request': '400, as for a request that it cannot read',
  'unknown-model': '404, as for a model that it does not have',
  'refused-content': '400, as for content that it refuses',
  'no-credit': 'that there is no credit left',
  revoked: 'that the key is revoked',
  region: 'that the region is not supported',
  challenge: '403, with a page for people',
  'retry-later': '429, with retry-after',
  echo: '401, with a body that repeats the headers of the request',
  open: '200, whatever the key, or without one',
  'spent-key': '403, in words of billing',
  overloaded: '503, or 529, as where too many ask',
  'timed-out': '504, as after too long a wait',
  'client-closed': '499, as if the client had gone',
  'gateway-page': '502, with the page of a proxy',
  'nothing-said': '404, without a body',
  'usage-window': '402, in words of a limit that ends by itself',
  'limit-in-words': '400, in words of a rate limit',
  empty: 'by key, and turns without a word',
  'broken-off': 'with a stream that ends in an error; 500 to what asks for no stream',
};

/** A title and a text for each provider of the case that answers so. */
export function answersText(value: Case): [string, string][] {
  return setupsOf(value).flatMap(({ id, answer, answeredRequests }) => {
    if (answer === 'by-key') return [];
    const later = answeredRequests === 'first' ? '; to later requests by the key' : '';
    return [[`${id} answers`, `${ANSWERS[answer]}${later}`]];
  });
}
