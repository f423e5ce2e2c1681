import { expect, it } from 'vitest';
import { failureOf } from './failure.ts';

it('keeps the words of a failure, and no frame of its stack, although a function in it is named after an error', () => {
  const words = [
    'starting up',
    'FailoverError: No API key found for provider "google".',
    '    at coerceToFailoverError (file:///build/dist/failover-error.mjs:340:9)',
    '    at file:///build/dist/run.mjs:12:3',
    'cannot go on',
  ];
  expect(failureOf(words.join('\n'), [])).toMatchObject({
    message: 'FailoverError: No API key found for provider "google". / cannot go on',
  });
});

it('tells a path at which the API has nothing from a model that it does not know: both are 404', () => {
  const answer = [{ purpose: 'model', status: 404 }] as const;
  const classOf = (words: string) => failureOf(words, answer);
  expect(classOf('404 Invalid URL (POST /v1/v1/embeddings)')).toMatchObject({ class: 'no-endpoint' });
  expect(classOf('{"type":"not_found_error","message":"Not Found"}')).toMatchObject({ class: 'no-endpoint' });
  expect(classOf('{"type":"not_found_error","message":"model: stub"}')).toMatchObject({
    class: 'unknown-model',
  });
});
