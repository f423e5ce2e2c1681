/** Shrinks findings, each to the smallest case that still shows its fingerprint. */

import type { Arbitrary } from 'fast-check';
import { bySize, type Case, caseSize } from '../../generators/case.ts';
import { ANY_FAMILY, type Fingerprint } from '../../invariants/fingerprint.ts';
import type { Law } from '../../invariants/law.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { Claim } from '../../invariants/violation.ts';
import { onFewestPaths } from '../../invariants/violation.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { claimedViolation, judgeCase } from '../evaluate/judge-case.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import type { SearchPlan } from '../search-plan.ts';
import { COARSE_STEPS } from './coarse-steps.ts';
import { shrink } from './shrink.ts';

export interface ShrinkFindingsOptions {
  readonly plan: SearchPlan;
  readonly laws: readonly Law[];
  /** Milliseconds since the epoch after which nothing further is settled. */
  readonly deadline: number;
  /** Told after each finding that is shrunk, each part that is confirmed and each finding that is repaired. */
  readonly progress: (phase: 'shrinking' | 'confirming' | 'repairing', done: number, total: number) => void;
  /** Takes a finding as far as it is settled, so that whatever ends the search loses none. */
  readonly take: (finding: Finding) => void;
}

/** The number of findings that are shrunk before what their smallest cases show is made use of. */
const ROUND = 8;

/**
 * Smallest cases first, in rounds. The smallest cases of a round are judged for the violations that are still open: the
 * smallest case of one often is a far smaller one of others, which are then shrunk from there. The rounds are the same for
 * any number of workers, and so is the result.
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
  const { workers, subject } = evaluator;
  const smallestSeen = new Map<Fingerprint, Case>();
  const shrunk = [...findings];
  let done = 0;
  if (findings.length > 0) progress('shrinking', done, findings.length);
  const open = findings
    .map((finding, place) => ({ finding, place }))
    .sort((a, b) => caseSize(a.finding.case) - caseSize(b.finding.case) || a.place - b.place);
  while (open.length > 0 && Date.now() <= deadline) {
    const round = open.splice(0, ROUND);
    const smaller = await mapRoundRobin(round, workers, async ({ finding, place }, index) => {
      if (Date.now() > deadline) return null;
      const start = smallerOf(smallestSeen.get(finding.fingerprint), finding.case);
      // Workers without a finding of their own take candidates of the others.
      const share = { first: index, step: round.length, ahead: Math.ceil((workers - index) / round.length) };
      const smallest = await shrinkOne(evaluator, arbitrary, { ...finding, case: start }, options, share);
      shrunk[place] = smallest;
      take(smallest);
      progress('shrinking', ++done, findings.length);
      return smallest;
    });
    if (open.length === 0) break;
    const judgements = await mapRoundRobin(smaller, workers, async (finding, index) => {
      const asked = finding && askedOf(finding, open);
      if (!asked?.paths.length) return null;
      const observe = evaluator.worker(index).warm(plan.lane);
      const among = laws.filter(({ id }) => asked.laws.has(id));
      return judgeCase(observe, finding!.case, subject.version, asked.paths, among);
    });
    for (const [index, judgement] of judgements.entries())
      for (const { fingerprint } of judgement?.violations ?? [])
        smallestSeen.set(fingerprint, smallerOf(smallestSeen.get(fingerprint), smaller[index]!.case));
  }
  return shrunk;
}

/** The paths and the laws of open findings that the smallest case of another can show: a fingerprint names the family of its case. */
function askedOf(
  { fingerprint: { family } }: Finding,
  open: readonly { readonly finding: Finding }[],
): { readonly paths: readonly PathName[]; readonly laws: ReadonlySet<LawId> } {
  const able = open
    .map(({ finding }) => finding)
    .filter(({ fingerprint }) => [family, ANY_FAMILY].includes(fingerprint.family));
  const paths = new Set(able.flatMap((finding) => finding.paths));
  return {
    paths: ALL_PATHS.filter((path) => paths.has(path)),
    laws: new Set(able.map(({ fingerprint }) => fingerprint.law)),
  };
}

/** The workers that shrink one finding: the first, and every `step`-th after it. */
interface Share {
  readonly first: number;
  readonly step: number;
  /** The number of them. */
  readonly ahead: number;
}

async function shrinkOne(
  evaluator: Evaluator,
  arbitrary: Arbitrary<Case>,
  finding: Finding,
  { plan, deadline }: Pick<ShrinkFindingsOptions, 'plan' | 'deadline'>,
  { first, step, ahead }: Share,
): Promise<Finding> {
  const shownBy = (value: Case, claim: Claim, index = 0) =>
    claimedViolation(
      evaluator.worker(first + index * step).warm(plan.lane),
      value,
      evaluator.subject.version,
      claim,
    );
  const shrunkBy = (claim: Claim) =>
    shrink(finding.case, arbitrary, async (value, index) => Boolean(await shownBy(value, claim, index)), {
      deadline,
      tries: plan.shrinkTries,
      steps: COARSE_STEPS,
      ahead: Math.max(1, ahead),
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
  return a && bySize(a, b) < 0 ? a : b;
}
