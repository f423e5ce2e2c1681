import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeJsonNow, writeWhole } from './write-whole.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'write-whole-'));

it('makes the folder, and leaves the file and nothing beside it', async () => {
  await writeWhole(path.join(folder, 'new', 'a.txt'), 'first');
  await writeWhole(path.join(folder, 'new', 'a.txt'), 'second');
  expect(readdirSync(path.join(folder, 'new'))).toEqual(['a.txt']);
  expect(readFileSync(path.join(folder, 'new', 'a.txt'), 'utf8')).toBe('second');
});

it('writes one file many times at once, each time whole', async () => {
  const file = path.join(folder, 'same.txt');
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000));
  await Promise.all(texts.map((text) => writeWhole(file, text)));
  expect(texts).toContain(readFileSync(file, 'utf8'));
});

it('says what is in the way, and leaves nothing behind', async () => {
  const taken = path.join(folder, 'taken');
  mkdirSync(path.join(taken, 'full'), { recursive: true });
  await expect(writeWhole(taken, 'text')).rejects.toThrow(/taken cannot be written: .* Give another file\./);
  expect(() => writeJsonNow(taken, {})).toThrow('cannot be written');
  expect(readdirSync(folder).filter((name) => name.startsWith('taken'))).toEqual(['taken']);
});
