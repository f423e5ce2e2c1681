/** Settles what a search met: shrinks each new violation once, then confirms it in fresh processes, part by part. */

import type { Arbitrary } from 'fast-check';
import type { Case } from '../../generators/case.ts';
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Finding } from '../result/result.ts';
import { confirmParts } from './confirm-parts.ts';
import { type ShrinkFindingsOptions, shrinkFindings } from './shrink-findings.ts';

export interface SettleOptions extends ShrinkFindingsOptions {
  /** Fingerprints whose parts need no confirmation. */
  readonly known: ReadonlySet<Fingerprint>;
}

/**
 * Where time is short, shrinking has half of it: a large case that is confirmed says more than a small one that is not.
 */
export async function settle(
  evaluator: Evaluator,
  arbitrary: Arbitrary<Case>,
  findings: readonly Finding[],
  options: SettleOptions,
): Promise<void> {
  const { plan, known, deadline, progress, take } = options;
  const shrinkDeadline = Number.isFinite(deadline) ? (Date.now() + deadline) / 2 : deadline;
  const smallest =
    plan.shrinkTries === 0
      ? findings
      : await shrinkFindings(evaluator, arbitrary, findings, { ...options, deadline: shrinkDeadline });
  await confirmParts(evaluator, smallest, {
    known,
    met: plan.lane,
    deadline,
    take,
    progress: (done, total) => progress('confirming', done, total),
  });
}
