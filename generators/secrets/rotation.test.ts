import { expect, it } from 'vitest';
import { plainCase } from '../plain-case.ts';
import { canariesOf } from './canaries.ts';
import { generationOf, rotate } from './rotation.ts';

const value = plainCase({
  id: 'google',
  environment: [{ name: 'GEMINI_API_KEY', layer: 'state', holds: 'live', shape: 'plain' }],
});
const first = generationOf(value, 'salt', 0);
const second = generationOf(value, 'salt', 1);

it('keeps the texts of the first generation', () => {
  expect(first).toEqual(canariesOf(value, 'salt'));
});

it('replaces a key by one of the same place, and the provider refuses the old one', () => {
  const old = first[0]!.text;
  const { text, canaries } = rotate(`GEMINI_API_KEY="${old}"\n`, first, second)!;
  expect(text).toBe(`GEMINI_API_KEY="${second[0]!.text}"\n`);
  expect(text).not.toContain(old);
  expect(canaries.map(({ text, validity }) => [text, validity])).toEqual([
    [second[0]!.text, 'live'],
    [old, 'stale'],
  ]);
});

it('replaces nothing in a file without a key of the case', () => {
  expect(rotate('OTHER="value"\n', first, second)).toBeNull();
});
