/**
 * Confirms a violation in fresh processes: by the real command where the paths have one, else in processes of
 * the embedded lane that ran nothing before. What shows in neither was an accident of a warm process, or of the
 * moment, and is reported as flaky.
 */

import type { Case } from '../../generators/case.ts';
import type { Claim } from '../../invariants/law.ts';
import type { Observation } from '../../observation/observation.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { judgeCase, lawsOf } from '../evaluate/judge-case.ts';
import type { Finding } from '../result/result.ts';

export interface Confirmation {
  readonly lane: Finding['confirmedIn'];
  readonly observations: Observation[];
}

/** @param index which worker confirms it, modulo their number */
export async function confirm(
  evaluator: Evaluator,
  value: Case,
  violation: Claim,
  index: number,
): Promise<Confirmation> {
  const { version } = evaluator.subject;
  let observations: Observation[] = [];
  for (const lane of ['cli', 'embedded'] as const) {
    const judgement = await judgeCase(
      evaluator.worker(index).fresh(lane),
      value,
      version,
      violation.paths,
      lawsOf(violation),
    );
    observations = judgement?.observations ?? [];
    const same = judgement?.violations.some(({ fingerprint }) => fingerprint === violation.fingerprint);
    // A path without a command was run in a fresh process of the other lane.
    const isCommand = observations.every((each) => each.lane === 'cli');
    if (same) return { lane: isCommand ? 'cli' : 'embedded in a fresh process', observations };
  }
  return { lane: null, observations };
}
