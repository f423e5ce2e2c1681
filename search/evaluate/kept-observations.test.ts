import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { observation } from '../../test-support/conforming.ts';
import { keptObservations } from './kept-observations.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'kept-observations-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('kept observations', () => {
  const [chat, image] = [observation('chat'), observation('image')];

  it('are there for the next process, each under its run', () => {
    const file = path.join(folder, 'new', 'some.jsonl');
    keptObservations(file).add('embedded chat of a case', chat);
    const next = keptObservations(file);
    expect(next.get('embedded chat of a case')).toEqual(chat);
    expect(next.get('cli chat of a case')).toBeUndefined();
  });

  it('lose nothing but the line that a killed process wrote by half', () => {
    const file = path.join(folder, 'cut.jsonl');
    const first = keptObservations(file);
    first.add('one', chat);
    first.add('two', image);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    const next = keptObservations(file);
    next.add('three', image);
    const last = keptObservations(file);
    expect(['one', 'two', 'three'].map((run) => last.get(run)?.path)).toEqual(['chat', undefined, 'image']);
  });
});
