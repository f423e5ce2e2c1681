import fc from 'fast-check';
import { inFormsOf } from '../../generators/build-forms.ts';
import { type Case, caseArbitrary } from '../../generators/case.ts';
import { focusedCaseArbitrary } from '../../generators/focused-case.ts';
import { chooseCases } from './choose-cases.ts';
import { cornersOf, familyCornersOf } from './corners.ts';
import { reachablePairs } from './coverage.ts';
import type { Space } from './space.ts';

/** The arbitrary of the cases of a run that have no steps: half of them focused. */
export function drawnFrom({ providers, subscriptions, forms }: Space): fc.Arbitrary<Case> {
  const any = fc.oneof(
    caseArbitrary(providers, subscriptions),
    focusedCaseArbitrary(providers, subscriptions),
  );
  return any.map((value): Case => inFormsOf({ ...value, steps: null }, forms));
}

/** The random cases of a run: declared pairs first, then each kind of credential alone, then chance. */
export function randomCases(space: Space, seed: number, count: number): Case[] {
  const pairs = (value: Case) => reachablePairs(value, space);
  const paths = new Map(
    space.providers.map((id) => [id, space.paths.filter((path) => space.has(id, path)).length]),
  );
  return chooseCases(drawnFrom(space), seed, count, {
    stages: [pairs, cornersOf, familyCornersOf],
    tells: ({ provider }) => paths.get(provider.id) ?? 0,
  });
}
