/**
 * Confirms findings part by part: a fingerprint names all the paths that deviated alike in one case, and which these are
 * depends on what else the case had. Each path's part of it is confirmed once, with the smallest case that showed it, and a
 * finding is confirmed when all its parts are: the rule by which a baseline knows one. Of findings with one known cause and the same paths,
 * one part of the smallest is enough.
 */
import { caseSize, caseText } from '../../generators/case.ts';
import { type Fingerprint, partsOf } from '../../invariants/fingerprint.ts';
import { onFewestPaths } from '../../invariants/violation.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import { type Confirmation, confirm } from './confirm.ts';

export interface ConfirmOptions {
  /** Fingerprints whose parts need no confirmation. */
  readonly known: Iterable<Fingerprint>;
  /** The id of a finding's cause where it is known; else null. */
  readonly knownCauseOf: (finding: Finding) => string | null;
  /** The lane in which they were met. */
  readonly met: Lane;
  /** Milliseconds since the epoch after which no further part is confirmed. */
  readonly deadline: number;
  /** Told after each part. */
  readonly progress: (done: number, total: number, part: Fingerprint, confirmation: Confirmation) => void;
  /** Takes a finding when the last of its parts is confirmed, or found to be flaky. */
  readonly take: (finding: Finding) => void;
}

/** Findings get their status: known, confirmed (in the weakest lane of their parts), or flaky for a part that showed in none. */
export async function confirmParts(
  evaluator: Evaluator,
  findings: readonly Finding[],
  options: ConfirmOptions,
): Promise<void> {
  const { known, knownCauseOf, met, deadline, progress, take } = options;
  const knownParts = new Set([...known].flatMap(partsOf));
  const owed = new Map<Finding, Fingerprint[]>();
  const shownBy = new Map<Fingerprint, Finding>();
  const sharedBy = new Map<string, Fingerprint>();
  for (const finding of findings.toSorted((a, b) => caseSize(a.case) - caseSize(b.case))) {
    const parts = partsOf(finding.fingerprint).filter((part) => !knownParts.has(part));
    const cause = knownCauseOf(finding);
    const own = cause === null ? parts : parts.slice(0, 1).map((part) => shared(sharedBy, cause, part));
    owed.set(finding, own);
    for (const part of own) if (!shownBy.has(part)) shownBy.set(part, finding);
  }
  const confirmations = new Map<Fingerprint, Confirmation>();
  const open = new Set(findings);
  /** Those whose share no fresh process showed: that says nothing of their own. */
  const alone: Finding[] = [];
  const takeDecided = () => {
    for (const finding of open) {
      const own = owed.get(finding)!.map((part) => confirmations.get(part));
      if (own.some((each) => each === undefined)) continue;
      open.delete(finding);
      const isShared =
        knownCauseOf(finding) !== null && owed.get(finding)!.some((part) => shownBy.get(part) !== finding);
      if (!isShared) take(decided(finding, own as Confirmation[]));
      else if (own.every((each) => each!.lane !== null)) take({ ...finding, status: 'known' });
      else alone.push(finding);
    }
  };
  takeDecided();
  // Parts of one case share its runs.
  const byCase = [...Map.groupBy(shownBy, ([, finding]) => caseText(finding.case)).values()];
  await mapRoundRobin(byCase, evaluator.workers, async (group, index) => {
    for (const [part, finding] of group) {
      if (Date.now() > deadline) return;
      const confirmation = await confirmPart(evaluator, finding, part, index, met);
      confirmations.set(part, confirmation);
      takeDecided();
      progress(confirmations.size, shownBy.size, part, confirmation);
    }
  });
  if (alone.length > 0) await confirmParts(evaluator, alone, { ...options, knownCauseOf: () => null });
}

/** The part that stands for those with its cause, reference and paths; the first of them where there is none yet. */
function shared(sharedBy: Map<string, Fingerprint>, cause: string, part: Fingerprint): Fingerprint {
  const key = JSON.stringify([cause, part.law, part.reference?.path, part.paths]);
  const first = sharedBy.get(key) ?? part;
  sharedBy.set(key, first);
  return first;
}

/** @param parts the confirmations of the parts that are not known */
function decided(finding: Finding, parts: readonly Confirmation[]): Finding {
  if (parts.length === 0) return { ...finding, status: 'known' };
  const weakest =
    parts.find(({ lane }) => lane === null) ?? parts.find(({ lane }) => lane !== 'cli') ?? parts[0]!;
  return {
    ...finding,
    status: weakest.lane ? 'new' : 'flaky',
    confirmedIn: weakest.lane,
    observations: oncePerPath([weakest, ...parts].flatMap(({ observations }) => observations)),
  };
}

/** The first observation of each path, or of each step that takes one. */
function oncePerPath(observations: readonly Observation[]): Observation[] {
  return [...Map.groupBy(observations, ({ path, step }) => `${step} ${path}`).values()].map(
    ([first]) => first!,
  );
}

/** On the fewest paths; where the part shows only beside the others, on all of them. */
async function confirmPart(
  evaluator: Evaluator,
  finding: Finding,
  part: Fingerprint,
  index: number,
  met: Lane,
): Promise<Confirmation> {
  const alone = await confirm(
    evaluator,
    finding.case,
    { law: finding.law, ...onFewestPaths(finding, part) },
    index,
    met,
  );
  return alone.lane ? alone : confirm(evaluator, finding.case, finding, index, met);
}
