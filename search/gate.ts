/**
 * The release gate finds the violations of a candidate that are neither accepted nor shown by an older build.
 *
 * Against a second build, both run the same cases. A fingerprint that the older build shows, too, is not the
 * candidate's; nor is one whose smallest case the older build also fails.
 */
import { installSubject } from '../gateway/subject/install.ts';
import { claimOf } from '../invariants/violation.ts';
import { causesOf } from './causes/found-causes.ts';
import { createEvaluator } from './evaluate/evaluator.ts';
import { stopReason } from './evaluate/stopped.ts';
import { fieldsAsBefore } from './fields.ts';
import type { Finding, Result } from './result/result.ts';
import { runSearch } from './run-search.ts';
import { replayCase } from './saved/replay-case.ts';
import type { SearchHost } from './search-host.ts';
import type { SearchPlan } from './search-plan.ts';

/** @returns the candidate's run, in which the violations of the older build, `against`, are `known` */
export async function gate(plan: SearchPlan, host: SearchHost): Promise<Result> {
  const { against } = plan;
  if (!against) return runSearch(plan, host);
  // A build that cannot be had is told before the first of two searches.
  for (const spec of [against, plan.target]) await installSubject(spec, host.log, host.signal);
  // A violation that the older build shows too is no regression.
  const { found: _, ...quiet } = host;
  const before = await runSearch({ ...plan, target: against, baseline: null, survey: true }, quiet);
  const alsoKnown = before.findings.map(({ fingerprint }) => fingerprint);
  const candidate = await runSearch({ ...plan, alsoKnown }, host);
  const result = {
    ...candidate,
    homes: candidate.homes.map((home) => asBefore(home, before.homes)),
    fields: fieldsAsBefore(candidate.fields, before.fields),
  };
  const stopped = before.stopped ?? result.stopped;
  if (stopped !== null) return { ...result, stopped };
  const findings = [...result.findings];
  try {
    await acceptOlder(findings, against, plan, host);
    return { ...result, findings, causes: causesOf(findings) };
  } catch (error) {
    return { ...result, findings, causes: causesOf(findings), stopped: stopReason(error) };
  }
}

/** A home that the older build fails as well is known. */
function asBefore(home: Result['homes'][number], before: Result['homes']): typeof home {
  const older = before.find(({ file }) => file === home.file);
  const isKnown = home.status === 'new' && older !== undefined && older.status !== 'conforms';
  return isKnown ? { ...home, status: 'known' } : home;
}

/** Marks as known, in place, the findings that the older build shows as well. */
async function acceptOlder(
  findings: Finding[],
  against: string,
  { reference }: SearchPlan,
  host: SearchHost,
): Promise<void> {
  const { log, signal } = host;
  if (findings.every(({ status }) => status !== 'new')) return;
  const older = await installSubject(against, log, signal);
  const kept = host.kept?.(against);
  await using evaluator = await createEvaluator(older, 1, { reference, kept, signal });
  for (const [place, finding] of findings.entries()) {
    if (finding.status !== 'new') continue;
    const saved = { case: finding.case, claim: claimOf(finding) };
    // It is asked as the candidate was.
    const lane = finding.confirmedIn === 'gateway, started for it' ? 'gateway' : 'cli';
    const { verdict } = await replayCase(evaluator, saved, lane);
    if (verdict === 'violates') findings[place] = { ...finding, status: 'known' };
  }
}
