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
