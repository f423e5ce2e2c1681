import { expect, it } from 'vitest';
import { environmentKey, observation, request } from '../test-support/conforming.ts';
import { isAnsweredAtOnce } from './behaviour.ts';

it('a path is answered at once by its first question, and not by that of a model to fall back on', () => {
  const asked = request(environmentKey);
  const fallback = { ...asked, purpose: 'fallback' as const };
  expect(isAnsweredAtOnce(observation('image', { requests: [asked] }))).toBe(true);
  // The first answer had no word in it.
  expect(isAnsweredAtOnce(observation('image', { requests: [asked, fallback] }))).toBe(false);
  expect(isAnsweredAtOnce(observation('image', { requests: [{ ...asked, status: 429 }, asked] }))).toBe(
    false,
  );
});
