import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
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

it.runIf(process.platform === 'linux')(
  'writes no part of a file where the disk takes only a part',
  async () => {
    const module = fileURLToPath(new URL('write-whole.ts', import.meta.url));
    // A process that may write files of 4 kB: the first write of a larger one is short, as on a disk that fills up.
    const script = `
    const { writeWhole, writeJsonNow } = await import(${JSON.stringify(module)});
    for (const write of [() => writeWhole('a.txt', 'x'.repeat(9000)), async () => writeJsonNow('b.json', 'x'.repeat(9000))])
      await write().catch(({ message }) => console.log(message));`;
    const limited = mkdtempSync(path.join(os.tmpdir(), 'write-whole-'));
    const shell = `trap '' XFSZ; ulimit -f 8; exec "$0" --disable-warning=ExperimentalWarning --input-type=module --eval "$1"`;
    const { stdout } = await execa('sh', ['-c', shell, process.execPath, script], { cwd: limited });
    expect(stdout.split('\n')).toEqual([
      'a.txt cannot be written: it is too large. Give another file.',
      'b.json cannot be written: it is too large. Give another file.',
    ]);
    expect(readdirSync(limited)).toEqual([]);
  },
);
