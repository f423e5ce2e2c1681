/**
 * The search: generate, judge, shrink, confirm, and replay what is known and was not met.
 *
 * Real builds break laws often, so a run does not stop at its first violation. Each fingerprint is met, counted,
 * shrunk once from its smallest case, and confirmed in fresh processes before it is reported. Whatever ends a search
 * early, its result has all that was found until then.
 */

import { caseArbitrary } from '../generators/case.ts';
import { byText, isCovered } from '../invariants/fingerprint.ts';
import {
  decidedCause,
  fingerprintsOf,
  type KnownCause,
  type KnownFinding,
  knownCauseOf,
} from './baseline/known-cause.ts';
import { owedReplays } from './baseline/not-replayed.ts';
import { type Replays, replayUnmet } from './baseline/replay-unmet.ts';
import { declaredPairs } from './draw/coverage.ts';
import { plannedRuns } from './draw/planned-runs.ts';
import { isIn } from './draw/shard.ts';
import { spaceOf } from './draw/space.ts';
import type { Evaluator } from './evaluate/evaluator.ts';
import { Phases } from './phases.ts';
import type { Finding, Result } from './result/result.ts';
import { resultOf } from './result/result-of.ts';
import { Tally } from './result/tally.ts';
import { runCases } from './run-cases.ts';
import type { Phase, SearchHost } from './search-host.ts';
import type { SearchInput } from './search-input.ts';
import { settle } from './settle/settle.ts';

export async function search(evaluator: Evaluator, input: SearchInput, host: SearchHost): Promise<Result> {
  const { plan, providers, laws } = input;
  const { shard, lane } = plan;
  const { version } = evaluator.subject;
  const space = spaceOf(evaluator.subject, plan.paths, providers);
  const declared = declaredPairs(space);
  const phases = new Phases(plan.seconds);
  const tally = new Tally(version);
  const known = new Set([...fingerprintsOf(input.known), ...plan.alsoKnown]);
  const isKnown = ({ fingerprint }: Pick<Finding, 'fingerprint'>) => isCovered(fingerprint, known);
  const found = (finding: Finding) => host.found?.(finding, version);
  const report = (phase: Phase, done: number, total: number) =>
    host.progress({ phase, done, total, findings: tally.findings.size });

  const { runs, total } = plannedRuns(plan, input.promoted, space, laws);
  const requested = [...runs];
  report('searching', 0, requested.length);
  await phases.run('searching', () =>
    runCases(evaluator, {
      input,
      space,
      declared,
      phases,
      tally,
      requested,
      isKnown,
      found,
      progress: (done, all) => report('searching', done, all),
    }),
  );

  const findings = new Map(
    [...tally.findings.keys()].sort(byText).map((fingerprint) => {
      const finding = tally.findings.get(fingerprint)!;
      return [fingerprint, isKnown(finding) ? { ...finding, status: 'known' as const } : finding];
    }),
  );
  await phases.run('settling', async () => {
    if (plan.survey) return;
    const open = [...findings.values()].filter(({ status }) => status === 'unsettled');
    await settle(evaluator, caseArbitrary(providers), open, {
      plan,
      laws,
      known,
      knownCauses: input.known,
      deadline: phases.settleDeadline,
      progress: report,
      take(finding) {
        findings.set(finding.fingerprint, finding);
        found(finding);
      },
    });
  });

  const met = [...findings.keys()];
  const isUnmet = ({ fingerprint }: KnownFinding) => !isCovered(fingerprint, met);
  // Shards share the work: each replays its part of the baseline, where it did not meet it.
  const dealt = input.known
    .flatMap((cause) => cause.findings)
    .filter((_, index) => isIn(shard, index))
    .filter(isUnmet);
  const { owed, notReplayed } = owedReplays(dealt, plan, providers);
  const replays: Replays = { stale: [], replayed: 0, notReplayed };
  await phases.run('replaying', async () => {
    if (owed.length > 0) report('replaying', 0, owed.length);
    await replayUnmet(evaluator, owed, replays, {
      lane,
      deadline: phases.settleDeadline,
      progress: (done, total) => report('replaying', done, total),
    });
  });

  return resultOf(evaluator, input, {
    phases,
    tally,
    findings: [...findings.values()].map((finding) => withKnown(finding, input.known)),
    replays,
    declared,
    total: total + requested.length - runs.length,
    asked: requested.length,
  });
}

/** A known finding with what the baseline says of its cause. */
function withKnown(finding: Finding, causes: readonly KnownCause[]): Finding {
  const cause = finding.status === 'known' ? knownCauseOf(finding, causes) : null;
  return { ...finding, known: cause && decidedCause(cause) };
}
