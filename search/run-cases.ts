/**
 * The first phase of a search: the planned runs, further cases for what these do not reach, and all paths of the cases that
 * show a new violation.
 */
import { casesForGaps } from './draw/cases-for-gaps.ts';
import { casesForPromises } from './draw/cases-for-promises.ts';
import { allRuns, type CaseRun, runsForGaps } from './draw/choose-runs.ts';
import type { PairKey } from './draw/pair.ts';
import type { Space } from './draw/space.ts';
import { dealByProvider } from './evaluate/deal-by-provider.ts';
import type { Evaluator } from './evaluate/evaluator.ts';
import { Interrupted } from './evaluate/interrupted.ts';
import { judgeCase } from './evaluate/judge-case.ts';
import { mapDealt } from './evaluate/map-dealt.ts';
import type { Phases } from './phases.ts';
import { promisesOwed } from './result/promise-coverage.ts';
import type { Finding } from './result/result.ts';
import type { Tally } from './result/tally.ts';
import type { SearchInput } from './search-input.ts';
import { completeFindings } from './settle/complete-findings.ts';

/**
 * Cases for pairs that were not reached, and again for promises that were not exercised, at most, as a part of those that were
 * asked for: who asks for few wants few.
 */
const MORE_FOR_GAPS = 1 / 4;
/** Cases for one pair at most: what else is in a case may keep it from being reached. */
const TRIES = 4;

export interface RunCasesOptions {
  readonly input: SearchInput;
  readonly space: Space;
  readonly declared: ReadonlySet<PairKey>;
  readonly phases: Phases;
  /** Filled with what the cases show. */
  readonly tally: Tally;
  /** The runs of the search: planned ones, to which further ones are added. */
  readonly requested: CaseRun[];
  readonly isKnown: (finding: Finding) => boolean;
  /** Told of new findings, and again of each smaller case. */
  readonly found: (finding: Finding) => void;
  readonly progress: (done: number, total: number) => void;
}

export async function runCases(evaluator: Evaluator, options: RunCasesOptions): Promise<void> {
  const { input, space, declared, phases, tally, requested, isKnown, found, progress } = options;
  const { plan, laws, providers } = input;
  const { seed, paths, shard, lane } = plan;
  const { version } = evaluator.subject;
  const tell = (findings: readonly Finding[]) => {
    for (const finding of findings) if (!isKnown(finding)) found(finding);
  };
  const runAll = (runs: readonly CaseRun[]) => {
    const { workers, coldWorker } = dealByProvider(runs, evaluator.workers);
    return mapDealt(runs, [...workers, coldWorker], async (run, _, hand) => {
      const worker = hand < workers.length ? evaluator.worker(hand) : evaluator.coldWorker;
      const observe = worker.warm(lane, phases.deadline);
      const judging = judgeCase(observe, run.value, version, run.paths, run.laws);
      const judgement = await judging.catch((error: unknown) => {
        if (!(error instanceof Interrupted)) throw error;
        tally.interrupt(run.value, error);
        return null;
      });
      if (!judgement) return;
      tell(tally.add(run.value, judgement));
      tally.leaveOut(run, paths, laws);
      progress(tally.achieved, requested.length);
    });
  };
  await runAll([...requested]);

  // A shard cannot reach everything, and whoever allows gaps does not wait for them.
  if (!plan.allowGaps && !shard) {
    const most = Math.ceil(plan.cases * MORE_FOR_GAPS);
    const runMore = async (runs: readonly CaseRun[], already = 0): Promise<number> => {
      const more = runs.slice(0, most - already);
      requested.push(...more);
      await runAll(more);
      return more.length;
    };
    for (let attempt = 0, count = 0; attempt < TRIES; attempt++) {
      const gaps = tally.coverage.gapsIn(declared);
      if (gaps.length === 0 || count === most || Date.now() >= phases.deadline) break;
      const cases = casesForGaps(gaps, seed + attempt, space);
      count += await runMore(runsForGaps(cases, gaps, space, laws), count);
    }
    const ids = laws.map(({ id }) => id);
    const owed = promisesOwed(version, ids, paths, providers);
    const unexercised = owed.filter(({ id }) => !tally.promises.isExercised(id));
    if (!plan.allowUnexercised)
      await runMore(allRuns(casesForPromises(unexercised, seed, space), paths, laws));
  }

  // A survey leaves violations as they were met.
  const open = plan.survey ? [] : [...tally.findings.values()].filter((finding) => !isKnown(finding));
  // A search whose time is over completes what it found in the time for settling.
  tell(await completeFindings(evaluator, tally, open, { plan, laws, deadline: phases.settleDeadline }));
}
