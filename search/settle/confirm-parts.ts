/**
 * Confirms findings part by part: a fingerprint names all the paths that deviated alike in one case, and which these are
 * depends on what else the case had. Each path's part of it is confirmed once, with the smallest case that showed it, and a
 * finding is confirmed when all its parts are: the rule by which a baseline knows one. Of a finding whose cause is known one part is enough.
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
  /** Whether one part of a finding is enough, since its cause, which has the other paths, is known. */
  readonly isKnownByCause: (finding: Finding) => boolean;
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
  { known, isKnownByCause, met, deadline, progress, take }: ConfirmOptions,
): Promise<void> {
  const knownParts = new Set([...known].flatMap(partsOf));
  const owed = new Map(
    findings.map((finding): [Finding, Fingerprint[]] => {
      const parts = partsOf(finding.fingerprint).filter((part) => !knownParts.has(part));
      return [finding, isKnownByCause(finding) ? parts.slice(0, 1) : parts];
    }),
  );
  const shownBy = new Map<Fingerprint, Finding>();
  for (const finding of findings.toSorted((a, b) => caseSize(a.case) - caseSize(b.case))) {
    for (const part of owed.get(finding)!) if (!shownBy.has(part)) shownBy.set(part, finding);
  }
  const confirmations = new Map<Fingerprint, Confirmation>();
  const open = new Set(findings);
  const takeDecided = () => {
    for (const finding of open) {
      const own = owed.get(finding)!.map((part) => confirmations.get(part));
      if (own.some((each) => each === undefined)) continue;
      open.delete(finding);
      take(decided(finding, own as Confirmation[]));
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
