import fc from 'fast-check';
import { inFormsOf } from '../../generators/build-forms.ts';
import { type Case, caseArbitrary } from '../../generators/case.ts';
import { withDoctors } from '../../generators/doctored-case.ts';
import { focusedCaseArbitrary } from '../../generators/focused-case.ts';
import { withProgramLogins } from '../../generators/program-case.ts';
import { withRivals } from '../../generators/rival-case.ts';
import { withTroubles } from '../../generators/troubled-case.ts';
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
  const withoutSteps = any.map((value): Case => ({ ...value, steps: null }));
  const troubled = withTroubles(withDoctors(withoutSteps), providers);
  return withRivals(withProgramLogins(troubled), providers).map((value) => inFormsOf(value, forms));
}

/** The cases of the last draws: a draw takes seconds, and who repeats a run in one process draws the same ones. */
const drawn = new Map<string, readonly Case[]>();
const MOST_DRAWS = 8;

/** The random cases of a run: declared pairs first, then each kind of credential alone, then chance. */
export function randomCases(space: Space, seed: number, count: number): readonly Case[] {
  // The rest of a space follows from its version.
  const key = JSON.stringify([space.version, space.providers, space.paths, seed, count]);
  const cases = drawn.get(key) ?? draw(space, seed, count);
  drawn.delete(key);
  drawn.set(key, cases);
  if (drawn.size > MOST_DRAWS) drawn.delete(drawn.keys().next().value!);
  return cases;
}

function draw(space: Space, seed: number, count: number): readonly Case[] {
  const pairs = (value: Case) => reachablePairs(value, space);
  const paths = new Map(
    space.providers.map((id) => [id, space.paths.filter((path) => space.has(id, path)).length]),
  );
  return chooseCases(drawnFrom(space), seed, count, {
    stages: [pairs, cornersOf, familyCornersOf],
    tells: ({ provider }) => paths.get(provider.id) ?? 0,
  });
}
