/** The reason why steps that broke no law show nothing of it: a build is not good for what it never came to. */
import { modelRequests } from '../../invariants/behaviour.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { shortened } from '../../support/one-line.ts';

/** The law that is asked about, and the paths that tell of it. */
export interface AskedLaw {
  readonly law: string;
  readonly paths: readonly PathName[];
}

/**
 * @param asked null: every law, on every path that was taken
 * @param judgedBy the laws that had something to judge
 * @returns null where the steps show that the build conforms, and for a case without steps
 */
export function unshownReason(
  observations: readonly Observation[],
  asked: AskedLaw | null,
  judgedBy: readonly LawId[],
): string | null {
  const taken = observations.filter(({ step }) => step !== undefined);
  const told = taken.filter(({ path }) => !asked || asked.paths.includes(path));
  // A gateway that does not start, or has no such door, ends each time alike: no law holds by that.
  if (told.length > 0 && told.every(cameToNothing)) return nothingText(told[0]!);
  const isJudged = !asked || judgedBy.some((id) => id === asked.law);
  return taken.length === 0 || isJudged
    ? null
    : `${asked.law} has nothing to judge in what the steps came to`;
}

/** Whether a path ended before it asked a model. */
function cameToNothing(observation: Observation): boolean {
  return observation.outcome.kind !== 'answer' && modelRequests(observation).length === 0;
}

function nothingText({ path, outcome }: Observation): string {
  const why =
    outcome.kind === 'failure' ? outcome.message : outcome.kind === 'unsupported' ? outcome.reason : '';
  return `${path} came to no model, whenever it was taken (${shortened(why, 200)})`;
}
