import type fc from 'fast-check';
import type { PathName } from '../gateway/observation.ts';
import type { Case } from '../generators/case.ts';
import { chooseCases } from './choose-cases.ts';
import { cornersOf, familyCornersOf } from './corners.ts';
import { reachablePairs } from './coverage.ts';

/** The random cases of a run: declared pairs first, then each kind of credential alone, then chance. */
export function randomCases(
  arbitrary: fc.Arbitrary<Case>,
  seed: number,
  count: number,
  paths: readonly PathName[],
  version: string,
): Case[] {
  const pairs = (value: Case) => reachablePairs(value, paths, version);
  return chooseCases(arbitrary, seed, count, pairs, cornersOf, familyCornersOf);
}
