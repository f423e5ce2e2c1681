/** Settles what a search met: shrinks each new violation once, then confirms it in fresh processes, part by part. */

import type { Arbitrary } from 'fast-check';
import type { Case } from '../../generators/case.ts';
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import type { Law } from '../../invariants/law.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Finding } from '../result/result.ts';
import type { SearchPlan } from '../search-plan.ts';
import { confirmParts } from './confirm-parts.ts';
import { shrinkFindings } from './shrink-findings.ts';

export interface SettleOptions {
  readonly plan: SearchPlan;
  readonly laws: readonly Law[];
  /** Fingerprints whose parts need no confirmation. */
  readonly known: ReadonlySet<Fingerprint>;
  /** Milliseconds since the epoch after which nothing further is settled. */
  readonly deadline: number;
  /** Told after each finding that is shrunk and after each part that is confirmed. */
  readonly progress: (phase: 'shrinking' | 'confirming', done: number, total: number) => void;
  /** Takes a finding as far as it is settled, so that whatever ends the search loses none. */
  readonly take: (finding: Finding) => void;
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
