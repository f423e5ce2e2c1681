/**
 * The signature of a violation: the repairs that alone end it, and the paths that each of them moves. Where a repair moves
 * one path and leaves the other as it was, the first is where the cause lies, whatever the law says deviates.
 */
import { z } from 'zod';
import type { Case } from '../../generators/case.ts';
import { firstCredentials } from '../../invariants/behaviour.ts';
import type { Law } from '../../invariants/law.ts';
import type { LawId } from '../../invariants/law-id.ts';
import { KNOWN_LAWS } from '../../invariants/laws.ts';
import type { Claim } from '../../invariants/violation.ts';
import type { Credential } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import { type PathName, pathNameSchema } from '../../observation/path-name.ts';
import type { Observe } from '../evaluate/evaluator.ts';
import { type Judgement, judgeCase } from '../evaluate/judge-case.ts';
import { wasTested } from '../evaluate/was-tested.ts';
import { hasMoved } from './has-moved.ts';
import { REPAIRS } from './repairs.ts';

export const endingSchema = z.object({
  /** The id of a repair that alone ends the violation. */
  repair: z.string(),
  /** The paths that do something else once it is repaired. */
  moves: z.array(pathNameSchema),
});
export type Ending = z.infer<typeof endingSchema>;

/** Two faces of one difference between paths: a repair that turns one into the other has ended nothing. */
const OF_PAIRS: readonly LawId[] = ['same-credential', 'same-failure'];

/**
 * Tries each repair that applies to a case alone. A repair after which no credential is sent any more has repaired nothing.
 *
 * @param claim the violation, on the paths that are to be run
 * @returns null where the case does not show the violation, or there was no time left
 */
export async function signatureOf(
  observe: Observe,
  value: Case,
  version: string,
  claim: Claim,
): Promise<Ending[] | null> {
  const ids: readonly LawId[] = OF_PAIRS.includes(claim.law) ? OF_PAIRS : [claim.law];
  const laws = KNOWN_LAWS.filter(({ id }) => ids.includes(id));
  const before = await judgeCase(observe, value, version, claim.paths, laws);
  if (!before?.violations.some(({ fingerprint }) => fingerprint === claim.fingerprint)) return null;
  // A case in which none of its secrets is sent has none to keep.
  const owesCredential = before.observations.some((each) =>
    credentialsOf(each).some(({ kind }) => kind === 'secret'),
  );
  const endings: Ending[] = [];
  for (const { id, repaired } of REPAIRS) {
    const changed = repaired(value);
    if (!changed) continue;
    const after = await judgeCase(observe, changed, version, claim.paths, laws);
    if (!after) return null;
    const sendsNone = after.observations.every((each) => credentialsOf(each).length === 0);
    if (owesCredential && sendsNone) continue;
    if (hasEnded(after, laws)) endings.push({ repair: id, moves: movedPaths(before, after) });
    // The text that was sent was no secret, and is sent no more: how the paths fail now is another matter.
    else if (sendsNone && after.observations.every(wasTested)) {
      const silenced = pathsOf(before.observations.filter((each) => credentialsOf(each).length > 0));
      if (silenced.length > 0) endings.push({ repair: id, moves: silenced });
    }
  }
  return endings;
}

/**
 * Nothing was repaired where nothing is judged. A case that was repaired to its own variant is not judged, either: that is how a
 * metamorphic law ends.
 */
function hasEnded({ violations, judgedBy, observations }: Judgement, laws: readonly Law[]): boolean {
  const isMetamorphic = laws.some(({ variant }) => variant);
  return violations.length === 0 && (judgedBy.length > 0 || isMetamorphic) && observations.every(wasTested);
}

function movedPaths(before: Judgement, after: Judgement): PathName[] {
  return pathsOf(after.observations.filter((each) => hasMoved(counterpartOf(each, before), each)));
}

function pathsOf(observations: readonly Observation[]): PathName[] {
  return [...new Set(observations.map(({ path }) => path))];
}

function credentialsOf(observation: Observation): readonly Credential[] {
  return firstCredentials(observation) ?? [];
}

function counterpartOf({ path, step }: Observation, { observations }: Judgement): Observation | undefined {
  return observations.find((each) => each.path === path && each.step === step);
}
