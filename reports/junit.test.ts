import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import type { Result } from '../search/result/result.ts';
import { manyFaults, run, standIn } from '../test-support/stand-in.ts';
import { junitReport } from './junit.ts';

const result = await run(standIn(manyFaults), { cases: 20, survey: true });

/** The test cases of well-formed XML: their names, and how they end. */
function read(xml: string): { name: string; end: string | null; message: string }[] {
  const tests: { name: string; end: string | null; message: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testcase') tests.push({ name: attributes.name ?? '', end: null, message: '' });
    const last = tests.at(-1);
    if (last && (name === 'failure' || name === 'skipped'))
      Object.assign(last, { end: name, message: attributes.message });
  });
  parser.write(xml).close();
  return tests;
}

it('has one failure for each finding, under its fingerprint', () => {
  const failed = read(junitReport(result)).filter(({ end }) => end === 'failure');
  expect(failed.map(({ name }) => name).sort()).toEqual(
    result.findings.map(({ fingerprint }) => String(fingerprint)).sort(),
  );
  expect(failed.length).toBeGreaterThan(1);
});

it('skips a known finding, with the reason', () => {
  const findings = result.findings.map((each) => ({ ...each, status: 'known' as const }));
  const tests = read(junitReport({ ...result, findings }));
  const known = tests.filter(({ end, message }) => end === 'skipped' && message.startsWith('known: '));
  expect(known).toHaveLength(findings.length);
  expect(tests.filter(({ end }) => end === 'failure')).toEqual([]);
});

it('is well-formed whatever a finding says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (detail, target) => {
      const findings = result.findings.map((each) => ({ ...each, detail }));
      const changed: Result = { ...result, findings, subject: { ...result.subject, target } };
      expect(read(junitReport(changed))).toHaveLength(read(junitReport(result)).length);
    }),
  );
});

it('says what it is told, but for characters that XML does not have', () => {
  const detail = 'a\u0000 <b> & "c"\n\u{1f600}\t\ud800';
  const [finding] = result.findings;
  const tests = read(junitReport({ ...result, findings: [{ ...finding!, detail }] }));
  expect(tests.find(({ end }) => end === 'failure')?.message).toBe('a\ufffd <b> & "c"\n\u{1f600}\t\ufffd');
});
