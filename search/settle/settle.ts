/**
 * Settles what a search met: shrinks each new violation once, confirms it in fresh processes, part by part, and finds its
 * cause.
 */

import type { Arbitrary } from 'fast-check';
import type { Case } from '../../generators/case.ts';
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import type { KnownCause } from '../baseline/known-cause.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Finding } from '../result/result.ts';
import { confirmParts } from './confirm-parts.ts';
import { findCauses } from './find-causes.ts';
import { type ShrinkFindingsOptions, shrinkFindings } from './shrink-findings.ts';

export interface SettleOptions extends ShrinkFindingsOptions {
  /** Fingerprints whose parts need no confirmation. */
  readonly known: ReadonlySet<Fingerprint>;
  /** The causes whose signatures make a finding known. */
  readonly knownCauses: readonly KnownCause[];
}

/**
 * Shrinking has half of the time where that is short: a large case that is confirmed says more than a small one that is not.
 */
export async function settle(
  evaluator: Evaluator,
  arbitrary: Arbitrary<Case>,
  findings: readonly Finding[],
  options: SettleOptions,
): Promise<void> {
  const { plan, known, knownCauses, deadline, progress, take } = options;
  const confirmed: Finding[] = [];
  const shrinkDeadline = Number.isFinite(deadline) ? (Date.now() + deadline) / 2 : deadline;
  const smallest =
    plan.shrinkTries === 0
      ? findings
      : await shrinkFindings(evaluator, arbitrary, findings, { ...options, deadline: shrinkDeadline });
  await confirmParts(evaluator, smallest, {
    known,
    met: plan.lane,
    deadline,
    take(finding) {
      confirmed.push(finding);
      take(finding);
    },
    progress: (done, total) => progress('confirming', done, total),
  });
  await findCauses(evaluator, inOrderOf(smallest, confirmed), {
    plan,
    knownCauses,
    deadline,
    take,
    progress: (done, total) => progress('repairing', done, total),
  });
}

/** Findings are confirmed in any order, and each worker must meet the same ones again. */
function inOrderOf(findings: readonly Finding[], confirmed: readonly Finding[]): Finding[] {
  return findings.flatMap(
    ({ fingerprint }) => confirmed.find((each) => each.fingerprint === fingerprint) ?? [],
  );
}
