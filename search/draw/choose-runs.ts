/**
 * Chooses the paths of each case, and the variants that are run beside it: those that can tell something new.
 *
 * Chat, and the path that shares most code with others, are run in every case. So is each path that reaches a declared
 * pair which no run before it is expected to reach, and one more on which a corner of the case was not met yet. A metamorphic law
 * has its variant run where it meets a family or a place for the first time, unless a drawn variant takes long. Those after the first
 * 120 cases have more paths, unless they take long, and now and then a variant, by chance.
 *
 * The choice depends on the cases alone, so that it is the same for any number of workers. A finding is completed on
 * all paths afterwards (`search/settle/complete-findings.ts`).
 */
import { hash } from 'node:crypto';
import { askedModel } from '../../gateway/asked/unsupported-reason.ts';
import { type Case, caseText } from '../../generators/case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { takesLong } from '../../generators/takes-long.ts';
import { type Law, variantOf } from '../../invariants/law.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { cornersOf, familyCornersOf } from './corners.ts';
import { declaredPairs, placesOf, reachablePairs } from './coverage.ts';
import type { PairKey } from './pair.ts';
import type { Space } from './space.ts';

/** The part of a case that a search runs. */
export interface CaseRun {
  readonly value: Case;
  readonly paths: readonly PathName[];
  /** Those by which it is judged: without a metamorphic law, its variant is not run. */
  readonly laws: readonly Law[];
}

/** The drawn cases of a run that have pairs and corners to reach: further cases tell more than further paths of one. */
const FIRST_CASES = 120;
/**
 * The paths by chance of each later case. In the time of a case with eight, one with four and most of another find more
 * (docs/measurements/2026-11-28-thousand-cases.md).
 */
const MORE_PATHS = 4;
/** Of the later cases in which a variant can tell nothing new, the part that runs it all the same: one in so many. */
const SPARED_VARIANTS = 8;

/** A case whose paths are to be chosen. */
export interface Candidate {
  readonly value: Case;
  /** Paths that are run in any case: those of the violation that a promoted case was saved for; null: a drawn case. */
  readonly claimed: readonly PathName[] | null;
}

/** @param candidates in the order in which they are run */
export function chooseRuns(candidates: readonly Candidate[], space: Space, laws: readonly Law[]): CaseRun[] {
  const met = new Set<string>();
  /** Whether one of the goals is new; all of them are met from now on. */
  const meets = (goals: Iterable<string>): boolean => {
    const before = met.size;
    for (const goal of goals) met.add(goal);
    return met.size > before;
  };
  const declared = declaredPairs(space);
  const promoted = candidates.filter(({ claimed }) => claimed !== null).length;
  const isLater = (index: number) => index >= promoted + FIRST_CASES;
  const pathsOf = ({ value, claimed }: Candidate, index: number): PathName[] => {
    const chosen = new Set(
      space.paths.filter((path) => {
        const isNew = meets(reachablePairs(value, { ...space, paths: [path] }).intersection(declared));
        return isNew || claimed?.includes(path) || pathOf(path).isRepresentative;
      }),
    );
    const others = space.paths
      .filter((path) => !chosen.has(path) && isThere(value, path, space))
      .toSorted(byChance(value));
    const fresh = others.filter((path) => cornerGoals(value, path).some((goal) => !met.has(goal)));
    const hasMore = isLater(index) && !takesLong(value);
    const more = hasMore ? [...fresh, ...others].slice(0, MORE_PATHS) : fresh.slice(0, 1);
    for (const path of more) chosen.add(path);
    for (const path of chosen) meets(cornerGoals(value, path));
    return ALL_PATHS.filter((path) => chosen.has(path));
  };
  const lawsOf = ({ value, claimed }: Candidate, index: number): Law[] =>
    laws.filter((law) => {
      if (!law.variant) return true;
      const variant = variantOf(law, value);
      // The time of one is that of many other cases, which meet the same goals.
      if (variant && claimed === null && takesLong(variant)) return false;
      if (meets(variantGoals(value, law))) return true;
      return isLater(index) && chance(`${law.id} ${caseText(value)}`) % SPARED_VARIANTS === 0;
    });
  return candidates.map((candidate, index) => ({
    value: candidate.value,
    paths: pathsOf(candidate, index),
    laws: lawsOf(candidate, index),
  }));
}

/** Every path and every law of each case. */
export function allRuns(cases: readonly Case[], paths: readonly PathName[], laws: readonly Law[]): CaseRun[] {
  return cases.map((value) => ({ value, paths, laws }));
}

/**
 * The runs of cases for gaps: on the paths that reach one, and on those that are run in every case. They are there for
 * their pairs, so that no variant is run beside them.
 */
export function runsForGaps(
  cases: readonly Case[],
  gaps: readonly PairKey[],
  space: Space,
  laws: readonly Law[],
): CaseRun[] {
  const plain = laws.filter(({ variant }) => !variant);
  const always = space.paths.filter((path) => pathOf(path).isRepresentative);
  return cases.map((value) => {
    const reached = (paths: readonly PathName[]) => reachablePairs(value, { ...space, paths });
    const left = gaps.filter((pair) => !reached(always).has(pair));
    const reaching = space.paths.filter((path) => {
      const own = reached([path]);
      return left.some((pair) => own.has(pair));
    });
    return {
      value,
      paths: space.paths.filter((path) => [...always, ...reaching].includes(path)),
      laws: plain,
    };
  });
}

/** Whether the build has a path for what a case asks on it. */
function isThere(value: Case, path: PathName, { version }: Space): boolean {
  return askedModel(value, pathOf(path), version, 'embedded').unsupported === null;
}

/** The corners of a case on a path, or on one that runs the same code. */
function cornerGoals(value: Case, path: PathName): string[] {
  const { sharesCode } = pathOf(path);
  const code = sharesCode?.when === 'always' ? sharesCode.with.name : path;
  return [...cornersOf(value), ...familyCornersOf(value)].map((corner) => `${corner} on ${code}`);
}

/** None where the law has no variant of the case. */
function variantGoals(value: Case, law: Law): string[] {
  if (variantOf(law, value) === null) return [];
  return [providerOf(value.provider.id).family, ...placesOf(value)].map((each) => `${law.id} of ${each}`);
}

function byChance(value: Case) {
  const text = caseText(value);
  return (a: PathName, b: PathName) => chance(`${a} ${text}`) - chance(`${b} ${text}`);
}

/** A number that depends on nothing but the text. */
function chance(text: string): number {
  return hash('sha256', text, 'buffer').readUInt32BE(0);
}
