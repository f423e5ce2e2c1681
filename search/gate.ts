/**
 * The release gate: what does a candidate break that is neither accepted nor broken before?
 *
 * Against a second build, both run the same cases. A fingerprint that the older build shows, too, is not the
 * candidate's; nor is one whose smallest case the older build also fails.
 */
import { installSubject } from '../gateway/subject/install.ts';
import { claimOf } from '../invariants/law.ts';
import { createEvaluator } from './evaluate/evaluator.ts';
import type { Finding, Result } from './result/result.ts';
import { type RunSearchOptions, runSearch } from './run-search.ts';
import { replayCase } from './saved/replay-case.ts';

export interface GateOptions extends RunSearchOptions {
  /** The SPEC of the build that the candidate must not be worse than; null: the baseline alone decides. */
  readonly against: string | null;
}

/** @returns the candidate's run; what the older build does as well is `known` in it */
export async function gate({ against, ...options }: GateOptions): Promise<Result> {
  if (!against) return runSearch(options);
  const before = await runSearch({ ...options, target: against, baseline: null, survey: true });
  const alsoKnown = before.findings.map(({ fingerprint }) => fingerprint);
  const run = await runSearch({ ...options, alsoKnown });
  const findings = await withoutOlder(run.findings, against, options);
  return { ...run, findings };
}

async function withoutOlder(
  findings: readonly Finding[],
  against: string,
  { log }: RunSearchOptions,
): Promise<Finding[]> {
  if (findings.every(({ status }) => status !== 'new')) return [...findings];
  const evaluator = await createEvaluator(await installSubject(against, log), 1);
  const judged: Finding[] = [];
  try {
    for (const finding of findings) {
      const saved = { case: finding.case, claim: claimOf(finding) };
      const isOlder =
        finding.status === 'new' && (await replayCase(evaluator, saved, 'cli')).verdict === 'violates';
      judged.push(isOlder ? { ...finding, status: 'known' } : finding);
    }
  } finally {
    await evaluator.close();
  }
  return judged;
}
