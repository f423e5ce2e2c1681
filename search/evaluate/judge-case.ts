/** Runs a case, and the variants of it that laws ask for, and judges what was seen. */

import { takenPaths } from '../../generators/steps/taken-paths.ts';
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import { isAbout, isOver, type Law, variantOf } from '../../invariants/law.ts';
import type { LawId } from '../../invariants/law-id.ts';
import { ALL_LAWS, HOME_LAWS, judge, judgeHome, KNOWN_LAWS } from '../../invariants/laws.ts';
import type { Claim, Violation } from '../../invariants/violation.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { PATHS } from '../../paths/paths.ts';
import type { Observe } from './evaluator.ts';
import { wasTested } from './was-tested.ts';

/** A variant runs on these: they tell most, and the others share their code. */
const VARIANT_PATHS = PATHS.filter(({ isRepresentative }) => isRepresentative).map(({ name }) => name);

/** The paths on which the variant of a law is run. */
export function variantPathsOf({
  variantPaths = VARIANT_PATHS,
}: Pick<Law, 'variantPaths'>): readonly PathName[] {
  return variantPaths;
}

export interface Judgement {
  readonly observations: Observation[];
  readonly violations: Violation[];
  /** The laws that the case says something of. */
  readonly judgedBy: readonly LawId[];
  /** Milliseconds that laws took which asked for a variant. */
  readonly lawTimes: Readonly<Partial<Record<LawId, number>>>;
}

/**
 * Judges a case by the given laws.
 *
 * @returns null where there was no time left
 */
export async function judgeCase(
  observe: Observe,
  value: AnyCase,
  version: string,
  paths: readonly PathName[],
  laws: readonly Law[] = isHomeCase(value) ? HOME_LAWS : ALL_LAWS,
): Promise<Judgement | null> {
  const observations = await observe(value, paths);
  if (!observations) return null;
  if (isHomeCase(value)) {
    const asked = HOME_LAWS.filter(({ id }) => laws.some((law) => law.id === id));
    const judged = { value, version, observations };
    const judgedBy = asked.filter((law) => law.judges?.(judged) ?? true).map(({ id }) => id);
    return { observations, violations: judgeHome(judged, asked), judgedBy, lawTimes: {} };
  }
  const variants: Partial<Record<LawId, Observation[]>> = {};
  const lawTimes: Partial<Record<LawId, number>> = {};
  for (const law of laws.filter((each) => isOver(each, value))) {
    const started = Date.now();
    const variant = variantOf(law, value);
    // The observations of steps tell whether there is anything to hold them against. A gateway that did not start would not start again.
    const isIdle =
      value.steps &&
      !(observations.some(wasTested) && isAbout(law, { value, version, observations, variants: {} }));
    if (!variant || isIdle) continue;
    const compared = value.steps ? takenPaths(value) : variantPathsOf(law);
    const seen = await observe(
      variant,
      compared.filter((path) => paths.includes(path)),
      value.steps ? laneOf(observations) : undefined,
    );
    if (!seen) return null;
    variants[law.id] = seen;
    lawTimes[law.id] = Date.now() - started;
  }
  const judged = { value, version, observations, variants };
  const judgedBy = laws.filter((law) => isAbout(law, judged)).map(({ id }) => id);
  return { observations, violations: judge(judged, laws), judgedBy, lawTimes };
}

/** The lane that steps chose, whatever the lane of the run; undefined: that of the run. */
function laneOf(observations: readonly Observation[]): Lane | undefined {
  return (['gateway', 'embedded'] as const).find((lane) => observations.every((each) => each.lane === lane));
}

/** The law of a violation, as the only one to judge by. */
export function lawsOf({ law }: { readonly law: string }): Law[] {
  return KNOWN_LAWS.filter(({ id }) => id === law);
}

/** The claimed violation, where the case shows it on the claimed paths: what other paths do changes no claim. */
export async function claimedViolation(
  observe: Observe,
  value: AnyCase,
  version: string,
  claim: Claim,
): Promise<Violation | undefined> {
  const judgement = await judgeCase(observe, value, version, claim.paths, lawsOf(claim));
  return judgement?.violations.find(({ fingerprint }) => fingerprint === claim.fingerprint);
}
