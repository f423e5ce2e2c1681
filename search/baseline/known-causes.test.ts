import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { textReport } from '../../reports/text.ts';
import { type Fault, run, standIn, unresolved } from '../../test-support/stand-in.ts';
import type { Cause } from '../causes/cause.ts';
import { verdictOf } from '../result/verdict.ts';
import { readBaseline } from './baseline.ts';
import { addToBaseline, causesToAdd } from './baseline-update.ts';
import { fingerprintsOf, isSignedBy, type KnownCause } from './known-cause.ts';

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'known-causes-')), 'baseline.json');
afterEach(() => {
  if (existsSync(file)) rmSync(file);
});

/** One cause behind two laws: image fails, and the probe asks elsewhere, where a reference leads nowhere. */
const twice: Fault = (value, name, ...rest) =>
  unresolved(value, name, ...rest) ??
  (name === 'probe' && unresolved(value, 'image', ...rest) ? { egress: ['telemetry.example.com'] } : null);
const met = await run(standIn(unresolved), { cases: 600 });
const ofProbe = (await run(standIn(twice), { cases: 600 })).findings.find(
  ({ law }) => law !== 'same-failure',
)!;
const [found] = causesToAdd(met, '2026-11-20', 'known upstream');
const cause = found!;
const decided: KnownCause = {
  ...cause,
  id: 'image-needs-it',
  sentence: 'Image needs what it does not have',
  verdict: 'bug',
  page: 'docs/findings/README.md',
};

describe('a baseline by cause', () => {
  it('has one entry for a cause that nobody has read: its signature, a sentence of it, and its findings', () => {
    expect(cause).toMatchObject({
      verdict: null,
      signatures: [{ repairs: ['references-resolve'], paths: ['image'], deviation: null }],
      sentence: 'image: ends when every reference resolves, where it says “No API key found”',
    });
    const twofold = { ...met, findings: [...met.findings, ...met.findings] };
    expect(causesToAdd(twofold, '2026-11-20', 'x')).toHaveLength(1);
  });

  it('knows a finding by its fingerprint and says what was decided', async () => {
    const again = await run(standIn(unresolved), { cases: 600, causes: [decided] });
    expect(again.findings).toMatchObject([{ status: 'known', known: { id: decided.id }, signature: null }]);
    expect(again.causes).toMatchObject([{ id: decided.id, status: 'known', known: { verdict: 'bug' } }]);
    expect(textReport(again).split('\n')[1]).toBe(
      '   known bug image-needs-it · call fails · Image needs what it does not have · 1 finding · docs/findings/README.md',
    );
    expect(verdictOf(again)).toBe('conforms');
  });

  it('knows a finding of a known signature under another fingerprint', async () => {
    const known = { ...decided, findings: [{ ...decided.findings[0]!, fingerprint: ofProbe.fingerprint }] };
    const again = await run(standIn(unresolved), { cases: 600, causes: [known], replaysUnmet: false });
    const [signature] = cause.signatures;
    expect(again.findings).toMatchObject([{ status: 'known', known: { id: decided.id }, cause: signature }]);
  });

  it('does not know a finding of another signature', async () => {
    const both = await run(standIn(twice), { cases: 600, causes: [decided], allPaths: true });
    expect(both.findings.some((each) => each.status === 'new' && each.cause?.paths[0] === 'probe')).toBe(
      true,
    );
    expect(verdictOf(both)).toBe('violates');
  });

  it('takes a further fingerprint of a known signature into its cause, and keeps what a person wrote', async () => {
    const [own] = decided.findings;
    await addToBaseline(file, [{ ...decided, findings: [{ ...own!, fingerprint: ofProbe.fingerprint }] }]);
    await addToBaseline(file, [cause]);
    const { causes } = await readBaseline(file);
    expect(causes).toMatchObject([{ id: decided.id, verdict: 'bug', sentence: decided.sentence }]);
    expect(new Set(fingerprintsOf(causes))).toEqual(new Set([own!.fingerprint, ofProbe.fingerprint]));
  });

  it('takes what does more harm than its signature was seen to do as a cause of its own', async () => {
    const [own] = decided.findings;
    await addToBaseline(file, [decided]);
    await addToBaseline(file, [{ ...cause, findings: [{ ...own!, fingerprint: ofProbe.fingerprint }] }]);
    expect((await readBaseline(file)).causes).toHaveLength(2);
  });

  it('is a file in which a finding is three lines: fingerprint, paths and case', async () => {
    await addToBaseline(file, [{ ...decided, sentence: 'line 0', reason: '"line 1"' }]);
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(
      lines.filter((line) => line.includes(`"case": ${JSON.stringify(cause.findings[0]!.case)}`)),
    ).toHaveLength(1);
    expect(lines.length).toBeLessThan(40);
    expect((await readBaseline(file)).causes).toEqual([
      { ...decided, sentence: 'line 0', reason: '"line 1"' },
    ]);
  });
});

it('a signature has the repairs of a finding, and each of its paths', () => {
  const signatures: Cause[] = [
    { repairs: ['live'], paths: ['audio', 'image'], deviation: null },
    { repairs: ['live'], paths: ['speech'], deviation: null },
  ];
  const isSigned = (changes: Partial<Cause>) => isSignedBy({ ...signatures[0]!, ...changes }, signatures);
  expect(isSigned({ paths: ['image'] })).toBe(true);
  expect(isSigned({ paths: ['image', 'speech'] })).toBe(true);
  expect(isSigned({ paths: ['chat'] })).toBe(false);
  expect(isSigned({ repairs: ['plain'] })).toBe(false);
  expect(isSigned({ repairs: [], deviation: 'right-host | speech' })).toBe(false);
});
