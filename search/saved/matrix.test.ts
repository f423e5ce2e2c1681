import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import { writeJson } from '../../support/write-whole.ts';
import { type Fault, noCredential, standIn } from '../../test-support/stand-in.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { keptRow, type NamedCase, versionRow } from './matrix.ts';

/** The stand-in build that is asked next. */
let build: Evaluator;
let isClosed = false;

vi.mock('../../gateway/subject/install.ts', () => ({ installSubject: async () => build.subject }));
vi.mock('../evaluate/evaluator.ts', () => ({
  createEvaluator: async (): Promise<Evaluator> => ({
    ...build,
    async [Symbol.asyncDispose]() {
      isClosed = true;
    },
  }),
}));

const named = (file: string, value = plainCase({ id: 'google' })): NamedCase => ({
  file,
  saved: { schemaVersion: 1, name: null, failing: [], claim: null, seenOn: [], case: value },
});
const rowOf = (fault: Fault, cases = [named('a.json')]) => {
  build = standIn(fault);
  return versionRow('stand-in', cases, {
    lane: 'embedded',
    workers: 1,
    log: () => {},
    signal: new AbortController().signal,
  });
};
const laws = (violations: readonly { readonly law: string }[]) => violations.map(({ law }) => law);
const failsOnImage: Fault = (_value, name) => (name === 'image' ? noCredential : null);

describe('a row of the matrix', () => {
  afterEach(() => {
    expect(isClosed).toBe(true);
    isClosed = false;
  });

  it('has what the real command confirms, with the lane that replays it', async () => {
    const { violations, flaky, tested, notTestable } = await rowOf(failsOnImage);
    const found = violations.find(({ law }) => law === 'same-failure');
    expect(found).toMatchObject({ paths: ['chat', 'image'], lane: 'cli', file: 'a.json' });
    expect({ flaky, notTestable }).toEqual({ flaky: [], notTestable: [] });
    expect(tested).toContain('image');
  });

  it('calls flaky what no fresh process shows, and keeps it out of the violations', async () => {
    const { violations, flaky } = await rowOf((value, name, lane, isFresh) =>
      isFresh ? null : failsOnImage(value, name, lane, isFresh),
    );
    expect(laws(flaky)).toContain('same-failure');
    expect(laws(violations)).not.toContain('same-failure');
  });

  it('says of a case that the build cannot be asked why', async () => {
    const { notTestable, violations } = await rowOf(
      () => null,
      [named('new.json', plainCase({ id: 'openai-codex' }))],
    );
    expect(notTestable).toEqual([
      { file: 'new.json', reason: 'openai-codex is not part of openclaw as installed from npm' },
    ]);
    expect(violations).toEqual([]);
  });
});

describe('a row that was kept', () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'matrix-test-')), 'row.json');

  it('is taken again for the same cases, and for no others', async () => {
    const cases = [named('a.json')];
    expect(await keptRow(file, cases)).toBeNull();
    const row = await rowOf(failsOnImage, cases);
    await writeJson(file, row);
    expect(await keptRow(file, cases)).toEqual(row);
    expect(await keptRow(file, [named('b.json')])).toBeNull();
    expect(await keptRow(file, [named('a.json', plainCase({ id: 'anthropic' }))])).toBeNull();
  });

  it('that is none is refused with a fix', async () => {
    writeFileSync(file, '{"version": 3}');
    await expect(keptRow(file, [])).rejects.toThrow(/is no row of a matrix: .* Remove it\./);
  });
});
