/** Finds the signatures of findings: tries every repair on the smallest case of each. */
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import { onFewestPaths } from '../../invariants/violation.ts';
import { signatureOf } from '../causes/signature.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import type { SearchPlan } from '../search-plan.ts';

export interface FindSignaturesOptions {
  readonly plan: Pick<SearchPlan, 'lane'>;
  /** Milliseconds since the epoch after which no further repair is tried. */
  readonly deadline: number;
  /** Told at the beginning, and after each finding. */
  readonly progress: (done: number, total: number) => void;
}

/** @returns the findings in their order, without a signature where there was no time for one */
export async function findSignatures(
  evaluator: Evaluator,
  findings: readonly Finding[],
  { plan, deadline, progress }: FindSignaturesOptions,
): Promise<Finding[]> {
  let done = 0;
  if (findings.length > 0) progress(done, findings.length);
  return mapRoundRobin(findings, evaluator.workers, async (finding, index) => {
    const observe = evaluator.worker(index).warm(plan.lane, deadline);
    const { version } = evaluator.subject;
    const { law, case: value } = finding;
    const signed = async (claim: { paths: Finding['paths']; fingerprint: Fingerprint }) =>
      signatureOf(observe, value, version, { law, ...claim });
    // A violation that shows only beside other paths is tried on all of them.
    const signature = (await signed(onFewestPaths(finding))) ?? (await signed(finding));
    done += 1;
    progress(done, findings.length);
    return { ...finding, signature };
  });
}
