/**
 * The main job: one deterministic search of the subject, judged law by law.
 *
 * Subject, seed and number of cases come from `suites/conformance-plan.ts`. A violation that is in the
 * baseline is counted and does not fail; anything new does.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { progressLine } from '../cli/progress-line.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { paintFor } from '../reports/paint.ts';
import { textReport } from '../reports/text.ts';
import type { Result } from '../search/result/result.ts';
import { problemsOf, RUN_CHECKS, type RunCheckId } from '../search/result/run-checks.ts';
import { runSearch } from '../search/run-search.ts';
import { writeFoundCase, writeFoundCases } from '../search/saved/found-cases.ts';
import { logLine } from '../support/log-line.ts';
import { conformancePlan } from './conformance-plan.ts';

let result: Result;

beforeAll(async () => {
  result = await runSearch(conformancePlan(process.env), {
    log: logLine,
    progress: progressLine(process.stderr, null),
    found: writeFoundCase,
  });
  writeFoundCases(result);
  process.stdout.write(`\n${textReport(result, { paint: paintFor(process.stdout), isVerbose: true })}\n`);
});

describe('every path of the gateway resolves the same credential', () => {
  for (const law of ALL_LAWS) {
    it(`${law.sentence} (${law.id})`, ({ skip }) => {
      skip(result.judged[law.id] === 0, 'no case had anything for it to judge');
      const broken = result.findings.filter((each) => each.law === law.id && each.status !== 'known');
      expect(
        broken.map(({ status, detail, fingerprint }) => `${status}: ${detail} [${fingerprint}]`),
      ).toEqual([]);
    });
  }
});

describe('the run tested what it says', () => {
  // Its cases do not exercise every law and promise, and it replays nothing of the baseline: `run` and `gate` do. It always has cases
  // and no deadline, so that a run of none of them is one that did not come to its end.
  const others: readonly RunCheckId[] = ['laws-judged', 'promises-exercised', 'no-stale-finding', 'case-run'];
  for (const check of RUN_CHECKS.filter(({ id }) => !others.includes(id))) {
    it(check.name, () => {
      expect(problemsOf(check, result)).toEqual([]);
    });
  }
});
