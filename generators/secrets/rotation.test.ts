import { expect, it } from 'vitest';
import { plainCase } from '../plain-case.ts';
import { canariesOf } from './canaries.ts';
import { generationOf, rotate, textAfter } from './rotation.ts';

const value = plainCase({
  id: 'google',
  environment: [{ name: 'GEMINI_API_KEY', layer: 'state', holds: 'stale', shape: 'plain' }],
});
const first = generationOf(value, 'salt', 0);
const second = generationOf(value, 'salt', 1);

it('keeps the texts of the first generation', () => {
  expect(first).toEqual(canariesOf(value, 'salt'));
});

it('replaces a key by a live one of the same place, and the provider refuses the old one', () => {
  const old = first[0]!.text;
  const { replacements, canaries } = rotate(value, 'env-file', first, second)!;
  const text = textAfter(`GEMINI_API_KEY="${old}"\n`, replacements);
  expect(text).toBe(`GEMINI_API_KEY="${second[0]!.text}"\n`);
  expect(canaries).toMatchObject([
    { text: second[0]!.text, validity: 'live', generation: 1 },
    { text: old, validity: 'stale', isReplaced: true },
  ]);
});

it('replaces the newest key, and none that was replaced before', () => {
  const { canaries } = rotate(value, 'env-file', first, second)!;
  const { replacements } = rotate(value, 'env-file', canaries, generationOf(value, 'salt', 2))!;
  expect(replacements.map(({ old, now }) => [old.generation, now.generation])).toEqual([[1, 2]]);
});

it('replaces nothing where no key of the case is kept', () => {
  expect(rotate(value, 'config', first, second)).toBeNull();
});
