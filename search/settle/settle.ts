/** Settles what a search met: shrinks each violation once and confirms it in fresh processes. */
import type { Arbitrary } from 'fast-check';
import { type Case, caseSize } from '../../generators/case.ts';
import { onFewestPaths } from '../../invariants/fingerprint.ts';
import type { Claim, Law, Violation } from '../../invariants/law.ts';
import type { Lane } from '../../observation/lane.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { claimedViolation, judgeCase } from '../evaluate/judge-case.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import { COARSE_STEPS } from './coarse-steps.ts';
import { confirm } from './confirm.ts';
import { shrink } from './shrink.ts';

/** A violation that a search met, with the smallest of the cases that showed it. */
export interface Met {
  readonly violation: Violation;
  readonly smallest: Case;
  /** In how many cases. */
  readonly count: number;
}

export interface SettleOptions {
  readonly lane: Lane;
  readonly laws: readonly Law[];
  readonly paths: readonly PathName[];
  /** Milliseconds since the epoch after which nothing further is settled. */
  readonly deadline: number;
  /** How many candidates may be run to shrink one finding. */
  readonly shrinkTries: number;
  /** Told after each, with how many are settled. */
  readonly progress: (settled: number) => void;
}

/**
 * Smallest cases first. What a worker shrunk is judged by every law: the smallest case of one violation often is a
 * far smaller one of others, which are then shrunk from there. Each worker learns from its own cases alone, so that
 * the result does not depend on which worker is faster.
 *
 * @returns the findings in the order of `entries`
 */
export async function settle(
  evaluator: Evaluator,
  arbitrary: Arbitrary<Case>,
  entries: readonly Met[],
  options: SettleOptions,
): Promise<Finding[]> {
  const learned = Array.from({ length: evaluator.workers }, () => new Map<string, Case>());
  let settled = 0;
  const bySize = entries
    .map((entry, place) => ({ entry, place }))
    .sort((a, b) => caseSize(a.entry.smallest) - caseSize(b.entry.smallest) || a.place - b.place);
  const findings = await mapRoundRobin(bySize, evaluator.workers, async ({ entry, place }, index) => {
    if (Date.now() > options.deadline) return { finding: asMet(entry, 'unsettled'), place };
    const smallestSeen = learned[index % evaluator.workers]!;
    const smallest = smallerOf(smallestSeen.get(entry.violation.fingerprint), entry.smallest);
    const finding = await settleOne(evaluator, arbitrary, { ...entry, smallest }, options, index);
    const judgement = await judgeCase(
      evaluator.worker(index).warm(options.lane),
      finding.case,
      evaluator.subject.version,
      options.paths,
      options.laws,
    );
    for (const { fingerprint } of judgement?.violations ?? []) {
      smallestSeen.set(fingerprint, smallerOf(smallestSeen.get(fingerprint), finding.case));
    }
    settled += 1;
    options.progress(settled);
    return { finding, place };
  });
  return findings.sort((a, b) => a.place - b.place).map(({ finding }) => finding);
}

async function settleOne(
  evaluator: Evaluator,
  arbitrary: Arbitrary<Case>,
  { violation, smallest, count }: Met,
  { lane, deadline, shrinkTries: tries }: SettleOptions,
  index: number,
): Promise<Finding> {
  const { version } = evaluator.subject;
  const observe = evaluator.worker(index).warm(lane);
  const again = (value: Case) => claimedViolation(observe, value, version, violation);
  const shrunkBy = (claim: Claim) =>
    shrink(
      smallest,
      arbitrary,
      async (value) => Boolean(await claimedViolation(observe, value, version, claim)),
      { deadline, tries, steps: COARSE_STEPS },
    );
  // A candidate costs a run of each path, and paths that deviate alike mostly do so in the smallest case, too.
  const onFewest = await shrunkBy({ law: violation.law, ...onFewestPaths(violation) });
  const shrunk = (await again(onFewest.value)) ? onFewest : await shrunkBy(violation);
  const confirmed = await confirm(evaluator, shrunk.value, violation, index, lane);
  return {
    law: violation.law,
    paths: [...violation.paths],
    fingerprint: violation.fingerprint,
    detail: (await again(shrunk.value))?.detail ?? violation.detail,
    status: confirmed.lane ? 'new' : 'flaky',
    confirmedIn: confirmed.lane,
    met: count,
    case: shrunk.value,
    shrunkCompletely: shrunk.complete,
    unshrinkable: [...shrunk.unshrinkable],
    observations: confirmed.observations,
  };
}

/** A finding as it was met: neither shrunk nor confirmed. */
export function asMet({ violation, smallest, count }: Met, status: 'known' | 'unsettled'): Finding {
  return {
    law: violation.law,
    paths: [...violation.paths],
    fingerprint: violation.fingerprint,
    detail: violation.detail,
    status,
    confirmedIn: null,
    met: count,
    case: smallest,
    shrunkCompletely: false,
    unshrinkable: [],
    observations: [],
  };
}

function smallerOf(a: Case | undefined, b: Case): Case {
  return a && isSmaller(a, b) ? a : b;
}

/** By size, then by text: cases end in any order, and the choice must not depend on it. */
export function isSmaller(a: Case, b: Case): boolean {
  return caseSize(a) !== caseSize(b) ? caseSize(a) < caseSize(b) : JSON.stringify(a) < JSON.stringify(b);
}
