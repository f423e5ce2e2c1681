import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstDifference } from './first-difference.ts';

it('finds none between a value of JSON and its copy', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(firstDifference(JSON.parse(text), JSON.parse(text))).toBeNull();
    }),
  );
});

it('names the place, whether a value is another one, another kind, or absent on either side', () => {
  const value = { findings: [{ detail: 'a', paths: ['chat'] }] };
  expect(firstDifference(value, { findings: [{ detail: 'b', paths: ['chat'] }] })).toBe(
    'findings.0.detail: "a" · "b"',
  );
  expect(firstDifference(value, { findings: [{ detail: 'a', paths: ['chat', 'image'] }] })).toBe(
    'findings.0.paths.1: absent · "image"',
  );
  expect(firstDifference(value, { findings: [{ detail: 'a' }] })).toBe('findings.0.paths: ["chat"] · absent');
  expect(firstDifference([], {})).toBe(': [] · {}');
});
