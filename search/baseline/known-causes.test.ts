import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Fault, noCredential, run, standIn, unresolved } from '../../test-support/stand-in.ts';
import { verdictOf } from '../result/verdict.ts';
import { readBaseline } from './baseline.ts';
import { addToBaseline, baselineEntries } from './baseline-update.ts';

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'known-causes-')), 'baseline.json');
afterEach(() => {
  if (existsSync(file)) rmSync(file);
});

/** One cause behind two laws: image fails, and the probe asks elsewhere, where a reference leads nowhere. */
const twice: Fault = (value, name, ...rest) =>
  unresolved(value, name, ...rest) ??
  (name === 'probe' && unresolved(value, 'image', ...rest) ? { ...noCredential, probe: [] } : null);
const met = await run(standIn(unresolved), { cases: 200 });
const [entry] = baselineEntries(met, '2026-11-20', 'known upstream');

describe('a baseline by cause', () => {
  it('has one entry for a cause, with its repairs and where it lies', () => {
    expect(entry!.cause).toEqual({ repairs: ['references-resolve'], paths: ['image'], deviation: null });
    expect(
      baselineEntries({ ...met, findings: [...met.findings, ...met.findings] }, '2026-11-20', 'x'),
    ).toHaveLength(1);
  });

  it('knows a finding of a known cause under another fingerprint, and what has another cause is new', async () => {
    const other = { ...entry!, fingerprint: met.findings[0]!.fingerprint };
    const again = await run(standIn(twice), { cases: 200, entries: [other] });
    const statuses = again.findings.map(({ law, status }) => `${law} ${status}`);
    expect(statuses).toContain('same-failure known');
    expect(again.findings.some(({ status, cause }) => status === 'new' && cause?.paths[0] === 'probe')).toBe(
      true,
    );
    expect(verdictOf(again)).toBe('violates');
  });

  it('is met by its cause alone, and is then not replayed', async () => {
    const unlike = {
      ...entry!,
      fingerprint: (await run(standIn(twice), { cases: 200 })).findings.find(
        ({ law }) => law !== 'same-failure',
      )!.fingerprint,
    };
    const again = await run(standIn(unresolved), { cases: 200, entries: [unlike] });
    expect(again.findings).toMatchObject([{ status: 'known', cause: entry!.cause }]);
    expect(again.baseline).toMatchObject({ unmet: [], replayed: 0 });
    expect(again.causes).toMatchObject([{ status: 'known' }]);
    expect(verdictOf(again)).toBe('conforms');
  });

  it('takes a further fingerprint of a cause as alike, and keeps what a person wrote', async () => {
    await addToBaseline(file, [{ ...entry!, verdict: 'bug', reason: 'by a person' }]);
    const other = (await run(standIn(twice), { cases: 200 })).findings.find(
      ({ law }) => law !== 'same-failure',
    )!;
    await addToBaseline(file, [{ ...entry!, fingerprint: other.fingerprint }]);
    const { entries } = await readBaseline(file);
    expect(entries).toMatchObject([{ verdict: 'bug', reason: 'by a person', alike: [other.fingerprint] }]);
    const again = await run(standIn(unresolved), {
      cases: 200,
      entries: [{ ...entries[0]!, cause: undefined }],
    });
    expect(again.findings).toMatchObject([{ status: 'known', signature: null }]);
  });
});
