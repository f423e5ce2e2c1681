import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Result } from '../search/result/result.ts';
import { manyFaults, run, standIn } from '../test-support/stand-in.ts';
import { annotations, jobSummary } from './github.ts';

const result = await run(standIn(manyFaults), { cases: 20, survey: true });
const [finding] = result.findings;
const withFindings = (count: number, changes: Partial<Finding> = {}): Result => ({
  ...result,
  findings: Array.from({ length: count }, () => ({ ...finding!, ...changes })),
});
const hostile = fc
  .array(
    fc.oneof(fc.constantFrom('\n', '\r', '\r\n', '::error::x', '##[error]', '%0A', '|', '<b>'), fc.string()),
  )
  .map((parts) => parts.join(''));

describe('annotations', () => {
  it('are ten at most, and the last says how many more there are', () => {
    const lines = annotations(withFindings(40)).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toContain('and 31 more');
    expect(annotations(withFindings(10)).trimEnd().split('\n')).toHaveLength(10);
  });

  it('have the fingerprint', () => {
    expect(annotations(withFindings(1))).toContain(String(finding!.fingerprint));
  });

  it('no text of a finding begins a command of its own', () => {
    fc.assert(
      fc.property(hostile, hostile, (detail, version) => {
        const red = { ...withFindings(1, { detail }), subject: { ...result.subject, version } };
        const lines = annotations(red).split(/[\r\n]/);
        expect(lines).toHaveLength(2);
        expect(lines[0]).toMatch(/^::error title=[^:,]+::/);
        expect(lines[1]).toBe('');
      }),
    );
  });
});

describe('the summary', () => {
  it('has one line for each finding, whatever it says, and none that is a command', () => {
    fc.assert(
      fc.property(hostile, (detail) => {
        const lines = jobSummary(withFindings(3, { detail })).split(/[\r\n]/);
        expect(
          lines.filter((line) => line.startsWith('| ') && !line.startsWith('| fingerprint')),
        ).toHaveLength(3);
        expect(lines.filter((line) => /^\s*(::|##\[)/.test(line))).toEqual([]);
      }),
    );
  });

  it('has 60 kB at most, and says how many more there are', () => {
    const summary = jobSummary(withFindings(2000, { detail: 'ä'.repeat(1000) }));
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(60_000);
    const rows = summary.split('\n').filter((line) => line.startsWith('| ')).length - 1;
    expect(summary).toContain(`and ${2000 - rows} more`);
  });
});
