/**
 * Cases with one credential, which mostly is usable, and few oddities.
 *
 * One usable key beside one oddity shows what that oddity does; under ten the first hides the others. Chance seldom leaves
 * nine axes at their usual value, so here most are there.
 */
import fc from 'fast-check';
import { AXES, CASE_SCHEMA_VERSION, type Case, namesTwoProviders, setupArbitrary } from './case.ts';
import { PLAIN } from './plain-case.ts';
import { isAlone, type ProviderSetup, usableSetup } from './provider-setup.ts';
import type { ProviderId } from './providers.ts';

/** Only to draw from: what it makes is a case like any other, and shrinks as one (`caseArbitrary`). */
export function focusedCaseArbitrary(providers: readonly ProviderId[]): fc.Arbitrary<Case> {
  const setup = setupArbitrary(providers);
  const usable = fc
    .tuple(setup.filter(isAlone), fc.boolean())
    .map(([value, isUsable]): ProviderSetup => (isUsable ? usableSetup(value) : value));
  const axes = Object.fromEntries(
    Object.entries(AXES).map(([key, axis]) => [key, mostly(PLAIN[key as keyof typeof AXES], axis)]),
  ) as unknown as { [Axis in keyof typeof AXES]: fc.Arbitrary<Case[Axis]> };
  return fc
    .record({
      schemaVersion: fc.constant(CASE_SCHEMA_VERSION as 6),
      otherProvider: mostly<ProviderSetup | null>(null, setup),
      provider: usable,
      ...axes,
    })
    .filter(namesTwoProviders);
}

/** Four times in five the usual value, else another one. */
function mostly<T>(usual: T, axis: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: axis.filter((value) => value !== usual) },
  );
}
