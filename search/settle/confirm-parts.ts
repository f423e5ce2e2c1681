/**
 * Confirms what a long search met, part by part: a fingerprint names all the paths that deviated alike in one case, and which these
 * are depends on what else the case had. Each path's part of it is confirmed once, with the smallest case that showed it, and a
 * finding is confirmed when all its parts are: the rule by which a baseline knows one.
 */
import { caseSize, caseText } from '../../generators/case.ts';
import { onFewestPaths, partsOf } from '../../invariants/fingerprint.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import { type Confirmation, confirm } from './confirm.ts';

/**
 * The findings with their status: known, confirmed (in the weakest lane of its parts), or flaky for a part that showed in none.
 *
 * @param known fingerprints whose parts need no confirmation
 * @param progress told after each part
 */
export async function confirmParts(
  evaluator: Evaluator,
  findings: readonly Finding[],
  known: readonly string[],
  progress: (done: number, total: number, part: string, confirmation: Confirmation) => void,
): Promise<Finding[]> {
  const knownParts = new Set(known.flatMap(partsOf));
  const openPartsOf = ({ fingerprint }: Finding) =>
    partsOf(fingerprint).filter((part) => !knownParts.has(part));
  const shownBy = new Map<string, Finding>();
  for (const finding of findings.toSorted((a, b) => caseSize(a.case) - caseSize(b.case))) {
    for (const part of openPartsOf(finding)) if (!shownBy.has(part)) shownBy.set(part, finding);
  }
  // Parts of one case share its runs.
  const byCase = [...Map.groupBy(shownBy, ([, finding]) => caseText(finding.case)).values()];
  let done = 0;
  const settled = await mapRoundRobin(byCase, evaluator.workers, async (group, index) => {
    const ended: [string, Confirmation][] = [];
    for (const [part, finding] of group) {
      const confirmation = await confirmPart(evaluator, finding, part, index);
      ended.push([part, confirmation]);
      done += 1;
      progress(done, shownBy.size, part, confirmation);
    }
    return ended;
  });
  const confirmations = new Map(settled.flat());
  return findings.map((finding) => {
    const own = openPartsOf(finding).map((part) => confirmations.get(part)!);
    if (own.length === 0) return { ...finding, status: 'known' };
    const weakest =
      own.find(({ lane }) => lane === null) ?? own.find(({ lane }) => lane !== 'cli') ?? own[0]!;
    return {
      ...finding,
      status: weakest.lane ? 'new' : 'flaky',
      confirmedIn: weakest.lane,
      observations: weakest.observations,
    };
  });
}

/** On the fewest paths; where the part shows only beside the others, on all of them. */
async function confirmPart(
  evaluator: Evaluator,
  finding: Finding,
  part: string,
  index: number,
): Promise<Confirmation> {
  const alone = await confirm(
    evaluator,
    finding.case,
    { law: finding.law, ...onFewestPaths(finding, part) },
    index,
    'embedded',
  );
  return alone.lane ? alone : confirm(evaluator, finding.case, finding, index, 'embedded');
}
