/**
 * The search: generate, judge, shrink, confirm.
 *
 * Real builds break laws often, so a run does not stop at its first violation. Each fingerprint is met, counted,
 * shrunk once from its smallest case, and confirmed in fresh processes before it is reported.
 */

import { uncoveredProviders } from '../gateway/versions/uncovered-providers.ts';
import { type Case, caseArbitrary } from '../generators/case.ts';
import type { ProviderId } from '../generators/providers/catalog.ts';
import { isCovered } from '../invariants/fingerprint.ts';
import type { Law } from '../invariants/law.ts';
import type { Lane } from '../observation/lane.ts';
import type { PathName } from '../observation/path-name.ts';
import packageJson from '../package.json' with { type: 'json' };
import { casesForGaps } from './draw/cases-for-gaps.ts';
import { declaredPairs, type Pair } from './draw/coverage.ts';
import { randomCases } from './draw/random-cases.ts';
import { isIn, type Shard } from './draw/shard.ts';
import type { Evaluator } from './evaluate/evaluator.ts';
import { judgeCase } from './evaluate/judge-case.ts';
import { mapRoundRobin } from './evaluate/map-round-robin.ts';
import { figuresOf } from './result/figures.ts';
import { RESULT_VERSION, type Result } from './result/result.ts';
import { Tally } from './result/tally.ts';
import { asMet, type Met, settle } from './settle/settle.ts';

export interface SearchOptions {
  readonly target: string;
  readonly seed: number;
  readonly cases: number;
  readonly paths: readonly PathName[];
  readonly lane: Lane;
  readonly providers: readonly ProviderId[];
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
  /**
   * Milliseconds since the epoch after which no further case is begun; shrinking and confirming have as long again.
   */
  readonly deadline: number;
  /** Whether declared pairs may stay unreached. */
  readonly allowGaps: boolean;
  readonly progress: (state: SearchProgress) => void;
}

/**
 * Cases for pairs that were not reached, at most, as a part of those that were asked for: who asks for few wants few.
 */
const MORE_FOR_GAPS = 1 / 4;

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
  const tally = new Tally();

  const report = (phase: SearchProgress['phase'], done: number, total: number) =>
    options.progress({ phase, done, total, findings: tally.met.size });

  const asked = [...cases];
  const runCase = async (value: Case, index: number): Promise<void> => {
    const judgement = await judgeCase(
      evaluator.worker(index).warm(options.lane, options.deadline),
      value,
      version,
      options.paths,
      options.laws,
    );
    if (!judgement) return;
    tally.add(value, judgement);
    report('searching', tally.achieved, asked.length);
  };
  await mapRoundRobin(asked, evaluator.workers, runCase);

  const declared = declaredPairs(options.providers, options.paths, version);
  const gaps = (): Pair[] => {
    const counts = tally.coverage.counts();
    return [...declared].filter((pair) => !counts[pair]);
  };
  // A shard cannot reach everything, and whoever allows gaps does not wait for them.
  if (!options.allowGaps && !options.shard) {
    const { seed, providers, paths } = options;
    const most = Math.ceil(options.cases * MORE_FOR_GAPS);
    const more = casesForGaps(gaps(), seed, providers, paths, version).slice(0, most);
    asked.push(...more);
    await mapRoundRobin(more, evaluator.workers, runCase);
  }

  const entries = [...tally.met.values()].sort((a, b) =>
    a.violation.fingerprint < b.violation.fingerprint ? -1 : 1,
  );
  const isKnown = ({ violation }: Met) => isCovered(violation.fingerprint, options.known);
  const isSettled = (entry: Met) => options.survey || isKnown(entry);
  const open = entries.filter((entry) => !isSettled(entry));
  const newFindings = await settle(evaluator, arbitrary, open, {
    ...options,
    deadline: settleDeadline(options.deadline, started),
    progress: (settled) => report('shrinking and confirming', settled, open.length),
  });
  const findings = entries.map(
    (entry) => newFindings[open.indexOf(entry)] ?? asMet(entry, isKnown(entry) ? 'known' : 'unsettled'),
  );

  return {
    resultVersion: RESULT_VERSION,
    suite: packageJson.version,
    shard: options.shard,
    subject: { version, target: options.target },
    providers: [...options.providers],
    lane: options.lane,
    paths: [...options.paths],
    seed: options.seed,
    cases: {
      total: all.length + asked.length - cases.length,
      asked: asked.length,
      achieved: tally.achieved,
      conforming: tally.conforming,
    },
    findings,
    baseline: { stale: [], expired: [], unmet: [], replayed: 0 },
    coverage: {
      pairs: tally.coverage.counts(),
      declared: declared.size,
      gaps: gaps(),
      gapsAllowed: options.allowGaps,
    },
    providersNotCovered: uncoveredProviders(evaluator.subject),
    seconds: Math.round((Date.now() - started) / 1000),
    ...figuresOf(tally.observed),
  };
}

/** Settling and replaying may take as long again as the search did. */
export function settleDeadline(deadline: number, started: number): number {
  return Number.isFinite(deadline) ? deadline + (deadline - started) : deadline;
}
