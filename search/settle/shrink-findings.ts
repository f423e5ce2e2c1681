/** Shrinks findings, each to the smallest case that still shows its fingerprint. */

import type { Arbitrary } from 'fast-check';
import { type Case, caseSize } from '../../generators/case.ts';
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import type { Law } from '../../invariants/law.ts';
import type { Claim } from '../../invariants/violation.ts';
import { onFewestPaths } from '../../invariants/violation.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { claimedViolation, judgeCase } from '../evaluate/judge-case.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import { isSmaller } from '../result/tally.ts';
import type { SearchPlan } from '../search-plan.ts';
import { COARSE_STEPS } from './coarse-steps.ts';
import { shrink } from './shrink.ts';

export interface ShrinkFindingsOptions {
  readonly plan: SearchPlan;
  readonly laws: readonly Law[];
  /** Milliseconds since the epoch after which nothing further is settled. */
  readonly deadline: number;
  /** Told after each finding that is shrunk and after each part that is confirmed. */
  readonly progress: (phase: 'shrinking' | 'confirming', done: number, total: number) => void;
  /** Takes a finding as far as it is settled, so that whatever ends the search loses none. */
  readonly take: (finding: Finding) => void;
}

/**
 * Smallest cases first. What a worker shrunk is judged by every law: the smallest case of one violation often is a
 * far smaller one of others, which are then shrunk from there. Each worker learns from its own cases alone, so that
 * the result does not depend on which worker is faster.
 *
 * @returns the findings in their order
 */
export async function shrinkFindings(
  evaluator: Evaluator,
  arbitrary: Arbitrary<Case>,
  findings: readonly Finding[],
  options: ShrinkFindingsOptions,
): Promise<Finding[]> {
  const { plan, laws, deadline, progress, take } = options;
  const learned = Array.from({ length: evaluator.workers }, () => new Map<Fingerprint, Case>());
  const shrunk = [...findings];
  let done = 0;
  const bySize = findings
    .map((finding, place) => ({ finding, place }))
    .sort((a, b) => caseSize(a.finding.case) - caseSize(b.finding.case) || a.place - b.place);
  await mapRoundRobin(bySize, evaluator.workers, async ({ finding, place }, index) => {
    if (Date.now() > deadline) return;
    const smallestSeen = learned[index % evaluator.workers]!;
    const start = smallerOf(smallestSeen.get(finding.fingerprint), finding.case);
    const smaller = await shrinkOne(evaluator, arbitrary, { ...finding, case: start }, options, index);
    shrunk[place] = smaller;
    take(smaller);
    const observe = evaluator.worker(index).warm(plan.lane);
    const judgement = await judgeCase(observe, smaller.case, evaluator.subject.version, plan.paths, laws);
    for (const { fingerprint } of judgement?.violations ?? []) {
      smallestSeen.set(fingerprint, smallerOf(smallestSeen.get(fingerprint), smaller.case));
    }
    done += 1;
    progress('shrinking', done, findings.length);
  });
  return shrunk;
}

async function shrinkOne(
  evaluator: Evaluator,
  arbitrary: Arbitrary<Case>,
  finding: Finding,
  { plan, deadline }: Pick<ShrinkFindingsOptions, 'plan' | 'deadline'>,
  index: number,
): Promise<Finding> {
  const observe = evaluator.worker(index).warm(plan.lane);
  const shownBy = (value: Case, claim: Claim) =>
    claimedViolation(observe, value, evaluator.subject.version, claim);
  const shrunkBy = (claim: Claim) =>
    shrink(finding.case, arbitrary, async (value) => Boolean(await shownBy(value, claim)), {
      deadline,
      tries: plan.shrinkTries,
      steps: COARSE_STEPS,
    });
  // A candidate costs a run of each path, and paths that deviate alike mostly do so in the smallest case, too.
  const onFewest = await shrunkBy({ law: finding.law, ...onFewestPaths(finding) });
  const shrunk = (await shownBy(onFewest.value, finding)) ? onFewest : await shrunkBy(finding);
  const violation = await shownBy(shrunk.value, finding);
  return {
    ...finding,
    detail: violation?.detail ?? finding.detail,
    case: shrunk.value,
    shrunkCompletely: shrunk.complete,
    unshrinkable: [...shrunk.unshrinkable],
  };
}

function smallerOf(a: Case | undefined, b: Case): Case {
  return a && isSmaller(a, b) ? a : b;
}
