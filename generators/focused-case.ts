/**
 * Cases with one credential, in every other one a usable one, and few oddities.
 *
 * One usable key beside one oddity shows what that oddity does; under ten the first hides the others. Chance seldom leaves
 * nine axes at their usual value, so here most are there.
 */
import fc from 'fast-check';
import { AXES, CASE_SCHEMA_VERSION, type Case, namesNoProviderTwice, setupArbitrary } from './case.ts';
import { PLAIN } from './plain-case.ts';
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
      schemaVersion: fc.constant(CASE_SCHEMA_VERSION as 7),
      otherProvider: mostly<ProviderSetup | null>(null, setup),
      provider: usable,
      media: mostly(PLAIN.media, AXES.media),
      mediaSelection: mostly(PLAIN.mediaSelection, AXES.mediaSelection),
      mediaPin: mostly(PLAIN.mediaPin, AXES.mediaPin),
      agent: mostly(PLAIN.agent, AXES.agent),
      speechKey: mostly(PLAIN.speechKey, AXES.speechKey),
      foreignConfig: mostly(PLAIN.foreignConfig, AXES.foreignConfig),
      brokenProgram: mostly(PLAIN.brokenProgram, AXES.brokenProgram),
      otherPlugin: mostly(PLAIN.otherPlugin, AXES.otherPlugin),
      fallback: mostly(PLAIN.fallback, AXES.fallback),
    })
    .filter(namesNoProviderTwice);
}

/** Four times in five the usual value, else another one. */
function mostly<T>(usual: T, axis: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: axis.filter((value) => value !== usual) },
  );
}
