/**
 * The main job: one deterministic search of the subject, judged law by law.
 *
 * Subject, seed and number of cases come from `suites/conformance-options.ts`. A violation that is in the
 * baseline is listed and does not fail; anything new does.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { progressLine } from '../cli/progress-line.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { textReport } from '../reports/text.ts';
import { runSearch, type SearchRun } from '../search/run-search.ts';
import { conformanceOptions } from './conformance-options.ts';

const options = conformanceOptions(process.env);
let run: SearchRun;

beforeAll(async () => {
  run = await runSearch({
    ...options,
    log: (line) => process.stderr.write(`${line}\n`),
    progress: progressLine(process.stderr, options.deadline),
  });
  process.stdout.write(`\n${textReport(run.result, run.providers, run.foundFolder)}\n`);
});

describe('every path of the gateway resolves the same credential', () => {
  for (const law of ALL_LAWS) {
    it(`${law.sentence} (${law.id})`, () => {
      const broken = run.result.findings.filter((each) => each.law === law.id && each.status !== 'known');
      expect(
        broken.map(({ status, detail, fingerprint }) => `${status}: ${detail} [${fingerprint}]`),
      ).toEqual([]);
    });
  }
});

describe('the run tested what it says', () => {
  it('ran every case that was asked for', () => {
    expect(run.result.cases.achieved).toBe(run.result.cases.asked);
  });

  it('has no entry in its baseline that is stale or expired', () => {
    expect(run.result.baseline).toMatchObject({ stale: [], expired: [] });
  });

  it('met no crash and no hang', () => {
    expect(run.result.notTestable).toEqual([]);
  });
});
