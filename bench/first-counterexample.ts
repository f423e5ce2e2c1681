/** The time that a general search takes to its first counterexample of a known bug, and from there to its smallest case. */

import { installSubject } from '../gateway/subject/install.ts';
import { caseArbitrary, caseSize } from '../generators/case.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { ALL_PATHS } from '../observation/path-name.ts';
import { randomCases } from '../search/draw/random-cases.ts';
import { spaceOf } from '../search/draw/space.ts';
import { createEvaluator } from '../search/evaluate/evaluator.ts';
import { judgeCase } from '../search/evaluate/judge-case.ts';
import { mapRoundRobin } from '../search/evaluate/map-round-robin.ts';
import type { Finding } from '../search/result/result.ts';
import { unsettled } from '../search/result/tally.ts';
import { searchPlan } from '../search/search-plan.ts';
import { shrinkFindings } from '../search/settle/shrink-findings.ts';
import { logLine } from '../support/log-line.ts';

export interface FirstCounterexample {
  readonly seed: number;
  /** Cases that were judged until then; of all workers. */
  readonly cases: number;
  /** Seconds from the start of the workers; null: not met. */
  readonly met: number | null;
  /** Seconds from there; null: not met. */
  readonly shrunk: number | null;
  /** Size of the case as it was met, and of the smallest. */
  readonly sizes: readonly [number, number] | null;
}

/** Cases after which a search gives up. */
const MOST_CASES = 60;

/** @param fingerprint a pattern of the bug's */
export async function firstCounterexample(
  target: string,
  fingerprint: RegExp,
  seed: number,
  workers: number,
): Promise<FirstCounterexample> {
  const subject = await installSubject(target, logLine);
  const space = spaceOf(subject);
  const cases = randomCases(space, seed, MOST_CASES);
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  await using evaluator = await createEvaluator(subject, workers);
  let found: Finding | null = null;
  let judged = 0;
  await mapRoundRobin(cases, workers, async (value, index) => {
    if (found) return;
    const judgement = await judgeCase(
      evaluator.worker(index).warm('embedded'),
      value,
      subject.version,
      ALL_PATHS,
    );
    judged += 1;
    const violation = judgement?.violations.find((each) => fingerprint.test(String(each.fingerprint)));
    if (violation) found ??= unsettled(violation, value);
  });
  const first = found as Finding | null;
  if (!first) return { seed, cases: judged, met: null, shrunk: null, sizes: null };
  const met = seconds();
  const [smallest] = await shrinkFindings(evaluator, caseArbitrary(space.providers), [first], {
    plan: searchPlan({ target, seed, workers }),
    laws: ALL_LAWS,
    deadline: Number.POSITIVE_INFINITY,
    progress: () => {},
    take: () => {},
  });
  const sizes = [caseSize(first.case), caseSize(smallest!.case)] as const;
  return { seed, cases: judged, met, shrunk: seconds() - met, sizes };
}
