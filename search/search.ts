/**
 * The search: generate, judge, shrink, confirm, and replay what is known and was not met.
 *
 * Real builds break laws often, so a run does not stop at its first violation. Each fingerprint is met, counted,
 * shrunk once from its smallest case, and confirmed in fresh processes before it is reported. Whatever ends a search
 * early, its result has all that was found until then.
 */

import { uncoveredProviders } from '../gateway/versions/uncovered-providers.ts';
import { type Case, caseArbitrary } from '../generators/case.ts';
import type { ProviderId } from '../generators/providers/catalog.ts';
import { byText, isCovered } from '../invariants/fingerprint.ts';
import type { Law } from '../invariants/law.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type BaselineEntry, fingerprintsOf } from './baseline/baseline.ts';
import { causeInBaseline, isMet, knownCauses } from './baseline/known-causes.ts';
import { owedReplays } from './baseline/not-replayed.ts';
import { type Replays, replayUnmet } from './baseline/replay-unmet.ts';
import { causesOf } from './causes/cause.ts';
import { casesForGaps } from './draw/cases-for-gaps.ts';
import { casesForPromises } from './draw/cases-for-promises.ts';
import { allRuns, type CaseRun, chooseRuns } from './draw/choose-runs.ts';
import { declaredPairs } from './draw/coverage.ts';
import { withGatewayPaths } from './draw/gateway-runs.ts';
import type { PairKey } from './draw/pair.ts';
import { randomCases } from './draw/random-cases.ts';
import { isIn } from './draw/shard.ts';
import { spaceOf } from './draw/space.ts';
import { stepsCases } from './draw/steps-cases.ts';
import type { Evaluator } from './evaluate/evaluator.ts';
import { judgeCase } from './evaluate/judge-case.ts';
import { mapRoundRobin } from './evaluate/map-round-robin.ts';
import { Phases } from './phases.ts';
import { figuresOf } from './result/figures.ts';
import { promisesOwed } from './result/promise-coverage.ts';
import { type Finding, type LeftOut, RESULT_VERSION, type Result } from './result/result.ts';
import { Tally } from './result/tally.ts';
import type { SearchHost } from './search-host.ts';
import type { SearchPlan } from './search-plan.ts';
import { completeFindings } from './settle/complete-findings.ts';
import { settle } from './settle/settle.ts';

/** The input of a search: a plan applied to one build. */
export interface SearchInput {
  readonly plan: SearchPlan;
  readonly providers: readonly ProviderId[];
  readonly laws: readonly Law[];
  /** Cases that are run before any random one. */
  readonly promoted: readonly Case[];
  /** Promoted cases that cannot be run, with the reason. */
  readonly leftOut: readonly LeftOut[];
  /** The entries of the baseline that hold for the build. */
  readonly entries: readonly BaselineEntry[];
}

/**
 * Cases for pairs that were not reached, and again for promises that were not exercised, at most, as a part of those that were asked for: who asks for few wants few.
 */
const MORE_FOR_GAPS = 1 / 4;

/** Cases with steps as a part of those that were asked for: each takes several paths, and starts a gateway where it needs one. */
const STEPS_TO_CASES = 1 / 10;

export async function search(evaluator: Evaluator, input: SearchInput, host: SearchHost): Promise<Result> {
  const { plan, providers, laws, promoted, entries } = input;
  const { seed, paths, shard, lane } = plan;
  const { version } = evaluator.subject;
  const space = spaceOf(evaluator.subject, paths, providers);
  const phases = new Phases(plan.seconds);
  const tally = new Tally(version);
  const known = new Set([...entries.flatMap(fingerprintsOf), ...plan.alsoKnown]);
  const isKnown = ({ fingerprint }: Pick<Finding, 'fingerprint'>) => isCovered(fingerprint, known);
  const report = (phase: Parameters<SearchHost['progress']>[0]['phase'], done: number, total: number) =>
    host.progress({ phase, done, total, findings: tally.findings.size });

  const random = randomCases(space, seed, plan.cases);
  const stepping = stepsCases(
    { ...space, paths: [...paths, ...plan.gatewayPaths] },
    seed,
    plan.steps ?? Math.ceil(plan.cases * STEPS_TO_CASES),
    lane,
  );
  const chosen = plan.allPaths
    ? allRuns([...promoted, ...random], paths, laws)
    : chooseRuns(promoted, random, space, laws);
  const all = [
    ...chosen.slice(0, promoted.length),
    ...withGatewayPaths(chosen.slice(promoted.length), plan.gatewayPaths, space),
    ...allRuns(stepping, paths, laws),
  ];
  const runs = all.filter((_, index) => isIn(shard, index));
  const requested = [...runs];
  const declared = declaredPairs(space);
  const promises = promisesOwed(
    version,
    laws.map(({ id }) => id),
    paths,
    providers,
  );
  const gaps = (): PairKey[] => {
    const counts = tally.coverage.counts();
    return [...declared].filter((pair) => !counts[pair]);
  };

  await phases.run('searching', async () => {
    const runCase = async (run: CaseRun, index: number): Promise<void> => {
      const observe = evaluator.worker(index).warm(lane, phases.deadline);
      const judgement = await judgeCase(observe, run.value, version, run.paths, run.laws);
      if (!judgement) return;
      for (const finding of tally.add(run.value, judgement))
        if (!isKnown(finding)) host.found?.(finding, version);
      tally.leaveOut(run, paths, laws);
      report('searching', tally.achieved, requested.length);
    };
    await mapRoundRobin(runs, evaluator.workers, runCase);
    // A shard cannot reach everything, and whoever allows gaps does not wait for them.
    if (!plan.allowGaps && !shard) {
      const most = Math.ceil(plan.cases * MORE_FOR_GAPS);
      const runWhole = async (cases: readonly Case[]): Promise<void> => {
        const more = allRuns(cases.slice(0, most), paths, laws);
        requested.push(...more);
        await mapRoundRobin(more, evaluator.workers, runCase);
      };
      await runWhole(casesForGaps(gaps(), seed, space));
      const unexercised = promises.filter(({ id }) => !tally.promises.isExercised(id));
      if (!plan.allowUnexercised) await runWhole(casesForPromises(unexercised, seed, space));
    }
    // A survey leaves violations as they were met.
    const open = plan.survey ? [] : [...tally.findings.values()].filter((finding) => !isKnown(finding));
    // A search whose time is over completes what it found in the time for settling.
    const options = { plan, laws, deadline: phases.settleDeadline };
    for (const finding of await completeFindings(evaluator, tally, open, options))
      if (!isKnown(finding)) host.found?.(finding, version);
  });

  const findings = new Map(
    [...tally.findings.keys()].sort(byText).map((fingerprint) => {
      const finding = tally.findings.get(fingerprint)!;
      const cause = causeInBaseline(fingerprint, entries);
      return [fingerprint, isKnown(finding) ? { ...finding, cause, status: 'known' as const } : finding];
    }),
  );
  await phases.run('settling', async () => {
    if (plan.survey) return;
    const open = [...findings.values()].filter(({ status }) => status === 'unsettled');
    await settle(evaluator, caseArbitrary(providers), open, {
      plan,
      laws,
      known,
      knownCauses: knownCauses(entries),
      deadline: phases.settleDeadline,
      progress: report,
      take(finding) {
        findings.set(finding.fingerprint, finding);
        host.found?.(finding, version);
      },
    });
  });

  const isUnmet = (entry: BaselineEntry) => !isMet(entry, [...findings.values()]);
  // Shards share the work: each replays its part of the baseline, where it did not meet it.
  const dealt = entries.filter((_, index) => isIn(shard, index)).filter(isUnmet);
  const { owed, notReplayed } = owedReplays(dealt, plan, providers);
  const replays: Replays = { stale: [], replayed: 0, notReplayed };
  await phases.run('replaying', async () => {
    await replayUnmet(evaluator, owed, replays, {
      lane,
      deadline: phases.settleDeadline,
      progress: (done, total) => report('replaying', done, total),
    });
  });

  return {
    resultVersion: RESULT_VERSION,
    suite: packageJson.version,
    shard,
    subject: { version, target: plan.target },
    providers: [...providers],
    lane,
    reference: plan.reference,
    paths: [...paths],
    seed,
    stopped: phases.stopped,
    cases: {
      total: all.length + requested.length - runs.length,
      asked: requested.length,
      achieved: tally.achieved,
      conforming: tally.conforming,
    },
    leftOut: [...input.leftOut],
    notRun: tally.notRun,
    homes: [],
    judged: Object.fromEntries(laws.map(({ id }) => [id, tally.judged[id] ?? 0])),
    lawTimes: tally.lawTimes,
    promises: tally.promises.counts(laws.map(({ id }) => id)),
    findings: [...findings.values()],
    causes: causesOf([...findings.values()]),
    baseline: {
      ...replays,
      expired: [],
      unmet: entries.filter(isUnmet).map(({ fingerprint }) => fingerprint),
    },
    coverage: {
      pairs: tally.coverage.counts(),
      declared: declared.size,
      gaps: gaps(),
      gapsAllowed: plan.allowGaps,
      unexercisedAllowed: plan.allowGaps || plan.allowUnexercised,
    },
    notTestable: tally.notTestable,
    providersNotCovered: uncoveredProviders(evaluator.subject),
    seconds: phases.seconds,
    phases: phases.times,
    gatewayStarts: evaluator.gatewayStarts(),
    ...figuresOf(tally.observed),
  };
}
