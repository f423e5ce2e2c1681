/** The result of a search: what it was asked, and what it found until it ended. */
import { absentProviders, presentPlugins } from '../../gateway/subject/provider-plugins.ts';
import type { Subject } from '../../gateway/subject/subject.ts';
import { uncoveredProviders } from '../../gateway/versions/uncovered-providers.ts';
import { isCovered } from '../../invariants/fingerprint.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { fingerprintsOf } from '../baseline/known-cause.ts';
import type { Replays } from '../baseline/replay-unmet.ts';
import { causesOf } from '../causes/found-causes.ts';
import type { PairKey } from '../draw/pair.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Phases } from '../phases.ts';
import type { SearchInput } from '../search-input.ts';
import { figuresOf } from './figures.ts';
import { type Finding, RESULT_VERSION, type Result } from './result.ts';
import type { Tally } from './tally.ts';

export interface SearchEnd {
  readonly phases: Phases;
  readonly tally: Tally;
  /** With the status that each has now. */
  readonly findings: readonly Finding[];
  readonly replays: Replays;
  readonly declared: ReadonlySet<PairKey>;
  /** The number of runs that were planned or added: of all shards, and of this one. */
  readonly total: number;
  readonly asked: number;
}

export function resultOf(
  evaluator: Pick<Evaluator, 'subject' | 'gatewayStarts'>,
  { plan, providers, laws, known, leftOut }: SearchInput,
  { phases, tally, findings, replays, declared, total, asked }: SearchEnd,
): Result {
  const { target, lane, reference, paths, seed, shard, allowGaps, allowUnexercised } = plan;
  const ids = laws.map(({ id }) => id);
  const met = findings.map(({ fingerprint }) => fingerprint);
  return {
    resultVersion: RESULT_VERSION,
    suite: packageJson.version,
    shard,
    subject: { version: evaluator.subject.version, target },
    providers: [...providers],
    lane,
    reference,
    paths: [...paths],
    seed,
    stopped: phases.stopped ?? tally.interruption?.message ?? null,
    cases: { total, asked, achieved: tally.achieved, conforming: tally.conforming },
    leftOut: [...leftOut],
    notRun: tally.notRun,
    homes: [],
    fields: { problem: null, observed: [] },
    judged: Object.fromEntries(ids.map((id) => [id, tally.judged[id] ?? 0])),
    lawTimes: tally.lawTimes,
    promises: tally.promises.counts(ids),
    findings: [...findings],
    causes: causesOf(findings),
    baseline: {
      ...replays,
      expired: [],
      unmet: fingerprintsOf(known).filter((each) => !isCovered(each, met)),
    },
    coverage: {
      pairs: tally.coverage.counts(),
      declared: declared.size,
      gaps: tally.coverage.gapsIn(declared),
      gapsAllowed: allowGaps,
      unexercisedAllowed: allowGaps || allowUnexercised,
    },
    notTestable: tally.notTestable,
    providersNotCovered: notCovered(evaluator.subject),
    seconds: phases.seconds,
    phases: phases.times,
    gatewayStarts: evaluator.gatewayStarts(),
    ...figuresOf(tally.observed),
  };
}

/** Providers that no case has: those that the catalog lacks, and those whose plugin is not there. */
function notCovered(subject: Subject): string[] {
  const { version } = subject;
  return [...uncoveredProviders(subject, presentPlugins(version)), ...absentProviders(version)].sort();
}
