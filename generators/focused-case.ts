/**
 * Cases with one credential, in every other one a usable one, and few oddities.
 *
 * One usable key beside one oddity shows what that oddity does; under ten the first hides the others. Chance seldom leaves
 * all axes at their usual value, so here most are there.
 */
import fc from 'fast-check';
import { arbitrariesOf } from './axes/axis-list.ts';
import { type Case, namesNoProviderTwice, setupArbitrary } from './case.ts';
import { CASE_AXES } from './case-axes.ts';
import { CASE_SCHEMA_VERSION } from './case-migrations.ts';
import { isAlone, type ProviderSetup, usableSetup } from './provider-setup.ts';
import type { ProviderId } from './providers/catalog.ts';

/** Only to draw from: what it makes is a case like any other, and shrinks as one (`caseArbitrary`). */
export function focusedCaseArbitrary(
  providers: readonly ProviderId[],
  subscriptions: readonly ProviderId[] = providers,
): fc.Arbitrary<Case> {
  const setup = setupArbitrary(providers, subscriptions);
  const usable = fc
    .tuple(setup.filter(isAlone), fc.boolean())
    .map(([value, isUsable]): ProviderSetup => (isUsable ? usableSetup(value) : value));
  return fc
    .record({
      schemaVersion: fc.constant(CASE_SCHEMA_VERSION),
      otherProvider: mostly<ProviderSetup | null>(null, setup),
      provider: usable,
      ...arbitrariesOf(OLDEST_FIRST, ({ usual, unusual }) => mostly(usual, unusual)),
    })
    .filter(namesNoProviderTwice);
}

/** Drawn in this order, so that a new axis comes last and a seed changes as little as can be. */
const OLDEST_FIRST = Object.fromEntries(
  Object.entries(CASE_AXES).sort(([, a], [, b]) => a.since - b.since),
) as typeof CASE_AXES;

/** Four times in five the usual value. */
function mostly<T>(usual: T, unusual: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: unusual });
}
