import { expect, it } from 'vitest';
import { observation } from '../../test-support/conforming.ts';
import { firstOfEach } from './first-of-each.ts';

it('a replay that was stopped has each path once, or each step in its place', () => {
  const [chat, image, variant] = [observation('chat'), observation('image'), observation('chat')];
  expect(firstOfEach([chat, image, variant])).toEqual([chat, image]);
  const [first, again] = [observation('chat', { step: 0 }), observation('chat', { step: 2 })];
  expect(firstOfEach([again, first, variant])).toEqual([first, again]);
});
