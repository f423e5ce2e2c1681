import { describe, expect, it } from 'vitest';
import { textReport } from '../../reports/text.ts';
import { run, standIn, unresolved } from '../../test-support/stand-in.ts';
import { causesToAdd } from './baseline-update.ts';

const causes = causesToAdd(await run(standIn(unresolved), { cases: 600 }), '2026-11-20', 'known upstream');
const { fingerprint } = causes[0]!.findings[0]!;
// A subject that keeps its promises meets no finding, and makes each of them stale that is replayed.
const conforms = standIn(() => null);
const baselineOf = async (options: Parameters<typeof run>[1]) =>
  (await run(conforms, { cases: 3, causes, ...options })).baseline;

describe('a finding of the baseline that a run did not meet', () => {
  it('is replayed where the run takes its paths and providers', async () => {
    expect(await baselineOf({})).toMatchObject({ stale: [fingerprint], replayed: 1, notReplayed: {} });
  });

  it.each([
    ['survey', { survey: true }],
    ['not-asked', { replaysUnmet: false }],
    ['paths', { paths: ['chat'] }],
    ['providers', { providers: ['anthropic'] }],
  ] as const)('is not replayed, and counted, for the reason %s', async (reason, options) => {
    expect(await baselineOf(options)).toMatchObject({
      unmet: [fingerprint],
      stale: [],
      replayed: 0,
      notReplayed: { [reason]: 1 },
    });
  });

  it('is in the summary with the reason', async () => {
    const result = await run(conforms, { cases: 3, causes, paths: ['chat', 'probe'] });
    expect(textReport(result)).toContain(
      'findings of the baseline that were not met: 1 (0 replayed; 1 not, for paths that the run leaves out)',
    );
  });
});
