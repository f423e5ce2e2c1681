import fc from 'fast-check';
import { traitsOf } from '../../gateway/versions/traits.ts';
import { type Case, caseArbitrary } from '../../generators/case.ts';
import { focusedCaseArbitrary } from '../../generators/focused-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { withoutSecretStore } from '../../generators/secrets/secret-store.ts';
import type { PathName } from '../../observation/path-name.ts';
import { chooseCases } from './choose-cases.ts';
import { cornersOf, familyCornersOf } from './corners.ts';
import { reachablePairs } from './coverage.ts';

/** The arbitrary of the cases of a run: half of them focused. */
export function drawnFrom(providers: readonly ProviderId[], version: string): fc.Arbitrary<Case> {
  const { subscriptions, hasSecretStore } = traitsOf(version);
  const any = fc.oneof(
    caseArbitrary(providers, subscriptions),
    focusedCaseArbitrary(providers, subscriptions),
  );
  return hasSecretStore ? any : any.map(withoutSecretStore);
}

/** The random cases of a run: declared pairs first, then each kind of credential alone, then chance. */
export function randomCases(
  providers: readonly ProviderId[],
  seed: number,
  count: number,
  paths: readonly PathName[],
  version: string,
): Case[] {
  const pairs = (value: Case) => reachablePairs(value, paths, version);
  return chooseCases(drawnFrom(providers, version), seed, count, pairs, cornersOf, familyCornersOf);
}
