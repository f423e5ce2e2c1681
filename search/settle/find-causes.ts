/** Finds the causes of confirmed findings: tries every repair on the smallest case of each. */
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import { onFewestPaths } from '../../invariants/violation.ts';
import { causeBySignature, type KnownCause } from '../baseline/known-cause.ts';
import { causeOf } from '../causes/cause.ts';
import { signatureOf } from '../causes/signature.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import type { SearchPlan } from '../search-plan.ts';

export interface FindCausesOptions {
  readonly plan: Pick<SearchPlan, 'lane'>;
  /** A finding with the signature of one of them is known, too. */
  readonly knownCauses: readonly KnownCause[];
  /** Milliseconds since the epoch after which no further repair is tried. */
  readonly deadline: number;
  /** Told at the beginning, and after each finding. */
  readonly progress: (done: number, total: number) => void;
  /** Takes a finding with its signature and cause. */
  readonly take: (finding: Finding) => void;
}

export async function findCauses(
  evaluator: Evaluator,
  findings: readonly Finding[],
  { plan, knownCauses, deadline, progress, take }: FindCausesOptions,
): Promise<void> {
  const open = findings.filter(({ status }) => status === 'new');
  let done = 0;
  if (open.length > 0) progress(done, open.length);
  await mapRoundRobin(open, evaluator.workers, async (finding, index) => {
    const observe = evaluator.worker(index).warm(plan.lane, deadline);
    const { version } = evaluator.subject;
    const { law, case: value } = finding;
    const signed = async (claim: { paths: Finding['paths']; fingerprint: Fingerprint }) =>
      signatureOf(observe, value, version, { law, ...claim });
    // A violation that shows only beside other paths is tried on all of them.
    const signature = (await signed(onFewestPaths(finding))) ?? (await signed(finding));
    const cause = causeOf({ ...finding, signature });
    const isKnown = causeBySignature({ ...finding, cause }, knownCauses) !== null;
    take({ ...finding, signature, cause, status: isKnown ? 'known' : finding.status });
    done += 1;
    progress(done, open.length);
  });
}
