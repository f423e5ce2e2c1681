/**
 * Settles what a search met: shrinks each new violation once, finds the repairs that end it, and confirms it in fresh processes. One
 * whose repairs are those of a known cause is confirmed on one of its paths, any other path by path.
 */

import type { Arbitrary } from 'fast-check';
import type { Case } from '../../generators/case.ts';
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import { causeBySignature, type KnownCause } from '../baseline/known-cause.ts';
import { causeOf } from '../causes/cause.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Finding } from '../result/result.ts';
import { confirmParts } from './confirm-parts.ts';
import { findSignatures } from './find-signatures.ts';
import { type ShrinkFindingsOptions, shrinkFindings } from './shrink-findings.ts';

export interface SettleOptions extends ShrinkFindingsOptions {
  /** Fingerprints whose parts need no confirmation. */
  readonly known: ReadonlySet<Fingerprint>;
  /** The causes whose signatures make a finding known. */
  readonly knownCauses: readonly KnownCause[];
}

/**
 * A deadline gives shrinking half of the time, and repairs half of what is left: a large case that is confirmed says more than a
 * small one that is not.
 */
export async function settle(
  evaluator: Evaluator,
  arbitrary: Arbitrary<Case>,
  findings: readonly Finding[],
  options: SettleOptions,
): Promise<void> {
  const { plan, known, knownCauses, deadline, progress, take } = options;
  const smallest =
    plan.shrinkTries === 0
      ? findings
      : await shrinkFindings(evaluator, arbitrary, findings, { ...options, deadline: halfOf(deadline) });
  const signed = await findSignatures(evaluator, smallest, {
    plan,
    deadline: halfOf(deadline),
    progress: (done, total) => progress('repairing', done, total),
  });
  await confirmParts(evaluator, signed, {
    known,
    knownCauseOf: (finding) => repairedAs(finding, knownCauses),
    met: plan.lane,
    deadline,
    take: (finding) => take(explained(finding, knownCauses)),
    progress: (done, total) => progress('confirming', done, total),
  });
}

/** From now to a deadline, half of the way. */
function halfOf(deadline: number): number {
  return Number.isFinite(deadline) ? (Date.now() + deadline) / 2 : deadline;
}

/** The words of a failure, which stand for repairs where none ends it, are those of a fresh process: they are not known yet. */
function repairedAs(finding: Finding, knownCauses: readonly KnownCause[]): string | null {
  const cause = causeOf(finding);
  return cause?.repairs.length ? (causeBySignature({ ...finding, cause }, knownCauses)?.id ?? null) : null;
}

/** A confirmed finding with its cause; one that is flaky has none. */
function explained(finding: Finding, knownCauses: readonly KnownCause[]): Finding {
  if (finding.status === 'flaky') return { ...finding, signature: null };
  const cause = causeOf(finding);
  const isKnown = causeBySignature({ ...finding, cause }, knownCauses) !== null;
  return { ...finding, cause, status: isKnown ? 'known' : finding.status };
}
