import { describe, expect, it } from 'vitest';
import { askedModel } from '../../gateway/asked/unsupported-reason.ts';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { takesLong } from '../../generators/takes-long.ts';
import { variantOf } from '../../invariants/law.ts';
import { ALL_LAWS } from '../../invariants/laws.ts';
import type { PathName } from '../../observation/path-name.ts';
import { PATHS, pathOf } from '../../paths/paths.ts';
import { casesForGaps } from './cases-for-gaps.ts';
import { allRuns, type Candidate, type CaseRun, chooseRuns, runsForGaps } from './choose-runs.ts';
import { declaredPairs, reachablePairs } from './coverage.ts';
import { randomCases } from './random-cases.ts';
import { spaceOf } from './space.ts';

/** Those of commands: doors of a gateway are chosen apart (`gateway-runs.ts`). */
const commands = PATHS.filter(({ onlyLane }) => !onlyLane).map(({ name }) => name);
const space = spaceOf({ version: DEFAULT_TARGET }, commands);
const cases = randomCases(space, 3, 60);
const candidates = cases.map((value): Candidate => ({ value, claimed: null }));
const chosen = chooseRuns(candidates, space, ALL_LAWS);
/** Those over steps judge no case of these. */
const METAMORPHIC = ALL_LAWS.filter(({ variant, over }) => variant && over !== 'steps');

const declared = declaredPairs(space);

/** The declared pairs that runs are expected to reach. */
function reached(runs: readonly CaseRun[]): Set<string> {
  const all = runs.flatMap(({ value, paths }) => [...reachablePairs(value, { ...space, paths })]);
  return new Set(all).intersection(declared);
}
const pathsRun = (runs: readonly CaseRun[]) => runs.reduce((sum, { paths }) => sum + paths.length, 0);

describe('the runs of a search', () => {
  it('reach every declared pair that all paths of all cases would reach, by far fewer paths', () => {
    const all = allRuns(cases, space.paths, ALL_LAWS);
    expect(reached(chosen)).toEqual(reached(all));
    expect(pathsRun(chosen)).toBeLessThan(0.75 * pathsRun(all));
  });

  it('run the paths that share most code in every case, and each path in some', () => {
    const always = PATHS.filter(({ isRepresentative }) => isRepresentative).map(({ name }) => name);
    for (const { paths } of chosen) expect(paths).toEqual(expect.arrayContaining(always));
    const isHad = (path: PathName) => space.providers.some((id) => space.has(id, path));
    expect(new Set(chosen.flatMap(({ paths }) => paths))).toEqual(new Set(commands.filter(isHad)));
  });

  it('judge by every law that has no variant, and by each of the others in some cases', () => {
    for (const { laws } of chosen)
      expect(laws).toEqual(expect.arrayContaining(ALL_LAWS.filter(({ variant }) => !variant)));
    for (const law of METAMORPHIC) {
      const count = chosen.filter(({ laws }) => laws.includes(law)).length;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(cases.length);
    }
  });

  it('take more paths of each of the cases after the first, and none but those that the build has for a case', () => {
    const many = chooseRuns(
      randomCases(space, 3, 200).map((value) => ({ value, claimed: null })),
      space,
      ALL_LAWS,
    );
    const mean = (some: readonly CaseRun[]) => pathsRun(some) / some.length;
    expect(mean(many.slice(120))).toBeGreaterThan(1.5 * mean(many.slice(60, 120)));
    const always = PATHS.filter(({ isRepresentative }) => isRepresentative).map(({ name }) => name);
    for (const { value, paths } of many) {
      const others = paths.filter((path) => !always.includes(path));
      const missing = others.filter(
        (path) => askedModel(value, pathOf(path), space.version, 'embedded').unsupported,
      );
      expect(missing).toEqual([]);
    }
  });

  it('of a case that takes long are few, and none of a variant that takes long, unless it is promoted', () => {
    const long = cases.slice(0, 20).map((value) => ({ ...value, commandBefore: 'doctor' as const }));
    const drawn = [...randomCases(space, 3, 130), ...long].map((value) => ({ value, claimed: null }));
    const few = chooseRuns(drawn, space, ALL_LAWS).slice(-long.length);
    const fewer = pathsRun(few) / few.length;
    expect(fewer).toBeLessThan(pathsRun(chooseRuns(drawn, space, ALL_LAWS).slice(120, 130)) / 10);
    const slowVariants = (runs: readonly CaseRun[]) =>
      runs.flatMap(({ value, laws }) =>
        laws.map((law) => variantOf(law, value)).filter((variant) => variant && takesLong(variant)),
      );
    expect(slowVariants(few)).toEqual([]);
    const promoted = long.map((value) => ({ value, claimed: ['chat'] as const }));
    expect(slowVariants(chooseRuns(promoted, space, ALL_LAWS))).not.toEqual([]);
  });

  it('are the same each time, and for a case do not change with those after it', () => {
    expect(chooseRuns(candidates.slice(0, 20), space, ALL_LAWS)).toEqual(chosen.slice(0, 20));
  });

  it('have the claimed paths of a promoted case, also where they reach nothing new', () => {
    const claimed: PathName[] = ['speech', 'probe'];
    const again = chooseRuns([...candidates, { value: cases[0]!, claimed }], space, ALL_LAWS).at(-1)!;
    expect(again.paths).toEqual(expect.arrayContaining(claimed));
    expect(again.paths.length).toBeLessThan(space.paths.length / 2);
  });
});

describe('the runs of cases for gaps', () => {
  const gaps = [...declared].filter((_, index) => index % 29 === 0);
  const forGaps = casesForGaps(gaps, 7, space);
  const runs = runsForGaps(forGaps, gaps, space, ALL_LAWS);

  it('reach every gap that all paths of their cases would reach, by few of them', () => {
    const all = reached(allRuns(forGaps, space.paths, ALL_LAWS));
    const closed = reached(runs);
    for (const gap of gaps) expect(closed.has(gap)).toBe(all.has(gap));
    expect(pathsRun(runs)).toBeLessThan(0.5 * forGaps.length * space.paths.length);
  });

  it('run no variant', () => {
    for (const { laws } of runs) expect(laws).toEqual(ALL_LAWS.filter(({ variant }) => !variant));
  });
});
