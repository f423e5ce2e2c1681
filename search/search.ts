/**
 * The search: generate, judge, shrink, confirm.
 *
 * Real builds break laws often, so a run does not stop at its first violation. Each fingerprint is met, counted,
 * shrunk once from its smallest case, and confirmed in fresh processes before it is reported.
 */
import type { Lane, Observation, PathName } from '../gateway/observation.ts';
import { uncoveredProviders } from '../gateway/subject/uncovered-providers.ts';
import { type Case, caseArbitrary } from '../generators/case.ts';
import type { ProviderId } from '../generators/providers.ts';
import { isCovered } from '../invariants/fingerprint.ts';
import type { Law, Violation } from '../invariants/law.ts';
import packageJson from '../package.json' with { type: 'json' };
import { Coverage, declaredPairs } from './coverage.ts';
import type { Evaluator } from './evaluator.ts';
import { byPath, count, median, notTestable } from './figures.ts';
import { inTurns } from './in-turns.ts';
import { judgeCase } from './judge-case.ts';
import { randomCases } from './random-cases.ts';
import type { Result } from './result.ts';
import { asMet, isSmaller, type Met, settle } from './settle.ts';
import { isIn, type Shard } from './shard.ts';

export interface SearchOptions {
  readonly target: string;
  readonly seed: number;
  readonly cases: number;
  readonly paths: readonly PathName[];
  readonly lane: Lane;
  readonly providers: readonly ProviderId[];
  /** What cases are judged by. */
  readonly laws: readonly Law[];
  /** The part of the cases to run; null for all. */
  readonly shard: Shard | null;
  /** How many candidates may be run to shrink one finding. */
  readonly shrinkTries: number;
  /** Whether to leave new violations as they were met: neither shrunk nor confirmed. */
  readonly survey: boolean;
  /** Fingerprints of the baseline: what they cover is counted, neither shrunk nor confirmed. */
  readonly known: ReadonlySet<string>;
  /** Replayed before any random case. */
  readonly saved: readonly Case[];
  /** Milliseconds since the epoch after which no further case is begun; shrinking and confirming have as long again. */
  readonly deadline: number;
  /** Whether declared pairs may stay unreached. */
  readonly allowGaps: boolean;
  readonly progress: (state: SearchProgress) => void;
}

export interface SearchProgress {
  readonly phase: 'searching' | 'shrinking and confirming' | 'replaying known violations that were not met';
  readonly done: number;
  readonly total: number;
  readonly findings: number;
}

export async function search(evaluator: Evaluator, options: SearchOptions): Promise<Result> {
  const started = Date.now();
  const { version } = evaluator.subject;
  const arbitrary = caseArbitrary(options.providers);
  const random = randomCases(options.providers, options.seed, options.cases, options.paths, version);
  const all = [...options.saved, ...random];
  const cases = all.filter((_, index) => isIn(options.shard, index));
  const met = new Map<string, Met>();
  const coverage = new Coverage();
  const observed: Observation[] = [];
  let achieved = 0;
  let conforming = 0;

  const report = (phase: SearchProgress['phase'], done: number, total: number) =>
    options.progress({ phase, done, total, findings: met.size });

  await inTurns(cases, evaluator.workers, async (value, index) => {
    const judgement = await judgeCase(
      (each, paths) => evaluator.observe(each, paths, options.lane, index, options.deadline),
      value,
      version,
      options.paths,
      options.laws,
    );
    if (!judgement) return;
    const { observations, violations } = judgement;
    for (const violation of violations) meet(met, violation, value);
    coverage.add(value, observations);
    observed.push(...observations);
    achieved += 1;
    if (violations.length === 0) conforming += 1;
    report('searching', achieved, cases.length);
  });

  const entries = [...met.values()].sort((a, b) =>
    a.violation.fingerprint < b.violation.fingerprint ? -1 : 1,
  );
  const isKnown = ({ violation }: Met) => isCovered(violation.fingerprint, options.known);
  const isSettled = (entry: Met) => options.survey || isKnown(entry);
  const open = entries.filter((entry) => !isSettled(entry));
  const newFindings = await settle(evaluator, arbitrary, open, {
    ...options,
    deadline: secondDeadline(options.deadline, started),
    progress: (settled) => report('shrinking and confirming', settled, open.length),
  });
  const findings = entries.map(
    (entry) => newFindings[open.indexOf(entry)] ?? asMet(entry, isKnown(entry) ? 'known' : 'unsettled'),
  );

  const pairs = coverage.counts();
  const declared = declaredPairs(options.providers, options.paths, version);
  return {
    resultVersion: 2,
    suite: packageJson.version,
    shard: options.shard,
    subject: { version, target: options.target },
    lane: options.lane,
    paths: [...options.paths],
    seed: options.seed,
    cases: { total: all.length, asked: cases.length, achieved, conforming },
    findings,
    baseline: { stale: [], expired: [], unmet: [], replayed: 0 },
    notTestable: notTestable(observed),
    coverage: { pairs, gaps: [...declared].filter((pair) => !pairs[pair]), gapsAllowed: options.allowGaps },
    rejectedConfigs: observed.filter(isRejectedConfig).length,
    observed: count(observed.filter(({ milliseconds }) => milliseconds > 0).map(({ path }) => path)),
    timings: byPath(observed, median),
    slowest: byPath(observed, (times) => times.at(-1) ?? 0),
    httpVersions: count(observed.flatMap(({ requests }) => requests.map(({ httpVersion }) => httpVersion))),
    providersNotCovered: uncoveredProviders(evaluator.subject),
    seconds: Math.round((Date.now() - started) / 1000),
    quietRequests: count(observed.flatMap(({ quiet }) => quiet)),
  };
}

/** When what comes after the search must be done: it has as long as the search had. */
export function secondDeadline(deadline: number, started: number): number {
  return Number.isFinite(deadline) ? deadline + (deadline - started) : deadline;
}

function meet(met: Map<string, Met>, violation: Violation, value: Case): void {
  const before = met.get(violation.fingerprint);
  const smaller = !before || isSmaller(value, before.smallest);
  met.set(violation.fingerprint, {
    violation: smaller ? violation : before.violation,
    smallest: smaller ? value : before.smallest,
    count: (before?.count ?? 0) + 1,
  });
}

function isRejectedConfig({ outcome }: Observation): boolean {
  return outcome.kind === 'failure' && outcome.class === 'bad-config';
}
