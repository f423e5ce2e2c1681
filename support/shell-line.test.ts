import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shellQuoted, suiteLine } from './shell-line.ts';

it('a shell reads the words that were quoted, whatever is in them', () => {
  // No argument of a program can hold a NUL.
  const word = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const line = `printf '%s\\0' ${shellQuoted(words)}`;
      const read = execFileSync('sh', ['-c', line], { encoding: 'utf8' }).split('\0').slice(0, -1);
      expect(read).toEqual(words.map((each) => each.toWellFormed()));
    }),
    { numRuns: 50 },
  );
});

it('the suite is called by a script that is there', () => {
  const [node, script = '', ...rest] = suiteLine('replay', 'a b.json').split(' ');
  expect(node).toBe('node');
  expect(existsSync(script)).toBe(true);
  expect(rest.join(' ')).toBe("replay 'a b.json'");
});
