/**
 * The claim that a case is to be shrunk by: its own, or the first violation that it shows on a path that fails for the user,
 * or on any. It is kept on the fewest paths, since each candidate of a shrink costs a run of every path.
 */

import { isHomeCase } from '../../home-case/any-case.ts';
import type { Law } from '../../invariants/law.ts';
import { KNOWN_LAWS } from '../../invariants/laws.ts';
import { type Claim, claimOf, onFewestPaths, type Violation } from '../../invariants/violation.ts';
import type { Lane } from '../../observation/lane.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { chat } from '../../paths/chat.ts';
import { image } from '../../paths/image.ts';
import { BadInput } from '../../support/bad-input.ts';
import type { Evaluator, Observe } from '../evaluate/evaluator.ts';
import { claimedViolation, judgeCase, lawsOf } from '../evaluate/judge-case.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { CaseFile } from '../saved/case-file.ts';

/**
 * @param law the law to look for; null: any
 * @throws BadInput when the case breaks no law on this build
 */
export async function claimOfCase(
  evaluator: Evaluator,
  saved: CaseFile,
  law: string | null,
  lane: Lane = 'embedded',
): Promise<Claim> {
  const observe = observeSideBySide(evaluator, lane);
  const { version } = evaluator.subject;
  const shownBy = async (laws: readonly Law[], paths = ALL_PATHS): Promise<readonly Violation[]> =>
    (await judgeCase(observe, saved.case, version, paths, laws))?.violations ?? [];
  const isShown = async (claim: Claim) =>
    Boolean(await claimedViolation(observe, saved.case, version, claim));

  const own = saved.claim && (law ?? saved.claim.law) === saved.claim.law ? saved.claim : null;
  // Dearer looks are taken only where the cheaper ones find nothing: more paths, then laws that run a variant.
  const likely: readonly PathName[] = [
    ...new Set<PathName>([chat.name, ...(saved.failing.length > 0 ? saved.failing : [image.name])]),
  ];
  const cheap = law ? lawsOf({ law }) : KNOWN_LAWS.filter((each) => !each.variant);
  const claim =
    own && (await isShown(own))
      ? own
      : (chosen(await shownBy(cheap, likely), saved) ??
        chosen(await shownBy(cheap), saved) ??
        chosen(law ? [] : await shownBy(KNOWN_LAWS), saved));
  if (claim) {
    const fewest = { law: claim.law, ...onFewestPaths(claim) };
    return (await isShown(fewest)) ? fewest : claim;
  }
  const others = [...new Set((await shownBy(KNOWN_LAWS)).map((each) => each.law))].join(', ') || 'no law';
  throw new BadInput(
    `The case breaks ${others} on openclaw ${version}${law ? `, not ${law}` : ''}. Give another --target.`,
  );
}

function chosen(shown: readonly Violation[], { failing }: CaseFile): Claim | null {
  const own = shown.find(({ paths }) => paths.some((path) => failing.includes(path))) ?? shown[0];
  return own ? claimOf(own) : null;
}

/** All workers take part in the one case, each with some of its paths. */
function observeSideBySide(evaluator: Evaluator, lane: Lane): Observe {
  return async (value, paths, own = lane) => {
    // Steps follow one another.
    if (!isHomeCase(value) && value.steps) return evaluator.worker(0).warm(own)(value, paths);
    const seen = await mapRoundRobin(paths, evaluator.workers, (path: PathName, index) =>
      evaluator.worker(index).warm(own)(value, [path]),
    );
    return seen.every((each) => each !== null) ? seen.flat() : null;
  };
}
