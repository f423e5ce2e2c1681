import { describe, expect, it } from 'vitest';
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

describe('a failure with the words of a refused key', () => {
  const words = 'HTTP 401: API key not valid. Please pass a valid API key.';
  const model = (status: number) => ({ purpose: 'model', status }) as const;

  it('is of the class of the last answer, which was none to the key', () => {
    expect(failureOf(words, [model(200)])).toMatchObject({ class: 'unusable-answer' });
    expect(failureOf(words, [model(401), model(200)])).toMatchObject({ class: 'unusable-answer' });
    expect(failureOf(words, [model(400)])).toMatchObject({ class: 'bad-request' });
  });

  it('is a rejection where the answer was given for the key, whatever is said of it', () => {
    const refused = { ...model(400), refusesKey: true } as const;
    expect(failureOf(words, [refused])).toMatchObject({ class: 'rejected' });
    expect(failureOf('something went wrong', [refused])).toMatchObject({ class: 'rejected' });
    expect(failureOf('something went wrong', [model(401)])).toMatchObject({ class: 'rejected' });
  });

  it('is a rejection where a later request was refused, or the model was asked by none', () => {
    const fallback = { purpose: 'fallback', status: 401 } as const;
    expect(failureOf(words, [model(200), fallback])).toMatchObject({ class: 'rejected' });
    expect(failureOf(words, [])).toMatchObject({ class: 'rejected' });
  });

  it('keeps another reason beside an answer', () => {
    expect(failureOf('No API key found for provider "google".', [model(200)])).toMatchObject({
      class: 'no-credential',
    });
  });
});
