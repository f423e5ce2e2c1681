/**
 * Cases with one credential and few oddities: a usable one, one that was pasted badly, any, or a usable one beside one that
 * is no good.
 *
 * One usable key beside one oddity shows what that oddity does; under ten the first hides the others. Chance seldom leaves
 * all axes at their usual value, so here most are there.
 */
import fc from 'fast-check';
import { arbitrariesOf } from './axes/axis-list.ts';
import { keyShapeSchema } from './axes/key-shape.ts';
import { type Case, namesNoProviderTwice, setupArbitrary } from './case.ts';
import { CASE_AXES } from './case-axes.ts';
import { CASE_SCHEMA_VERSION } from './case-migrations.ts';
import {
  isAlone,
  type ProviderSetup,
  providerSetupArbitrary,
  usableSetup,
  withoutKeys,
} from './provider-setup.ts';
import type { ProviderId } from './providers/catalog.ts';

/** Only to draw from: what it makes is a case like any other, and shrinks as one (`caseArbitrary`). */
export function focusedCaseArbitrary(
  providers: readonly ProviderId[],
  subscriptions: readonly ProviderId[] = providers,
): fc.Arbitrary<Case> {
  const setup = setupArbitrary(providers, subscriptions);
  const alone = setup.filter(isAlone);
  const provider = fc.oneof<fc.WeightedArbitrary<ProviderSetup>[]>(
    { weight: 3, arbitrary: alone.map((value) => usableSetup(value)) },
    { weight: 2, arbitrary: fc.tuple(alone, oddShape).map(([value, shape]) => usableSetup(value, shape)) },
    { weight: 2, arbitrary: alone },
    { weight: 1, arbitrary: setupArbitrary(providers, subscriptions, besideBroken) },
  );
  return fc
    .record({
      schemaVersion: fc.constant(CASE_SCHEMA_VERSION),
      otherProvider: mostly<ProviderSetup | null>(null, setup),
      provider,
      ...arbitrariesOf(OLDEST_FIRST, ({ usual, unusual, oneIn }) => mostly(usual, unusual, oneIn)),
    })
    .filter(namesNoProviderTwice);
}

/** Drawn in this order, so that a new axis comes last and a seed changes as little as can be. */
const OLDEST_FIRST = Object.fromEntries(
  Object.entries(CASE_AXES).sort(([, a], [, b]) => a.since - b.since),
) as typeof CASE_AXES;

/** Four times in five the usual value, or more often. */
function mostly<T>(usual: T, unusual: fc.Arbitrary<T>, oneIn = 5): fc.Arbitrary<T> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: unusual });
}

const oddShape = fc.constantFrom(...keyShapeSchema.exclude(['plain']).options);

/** A usable credential beside one that is no good: what a path takes then is another question than what it takes alone. */
function besideBroken(...owner: Parameters<typeof providerSetupArbitrary>): fc.Arbitrary<ProviderSetup> {
  const alone = providerSetupArbitrary(...owner).filter(isAlone);
  return fc.tuple(alone, alone).map(([value, other]): ProviderSetup => {
    const [usable, broken] = [usableSetup(value), withoutKeys(usableSetup(other))];
    return {
      ...usable,
      environment: usable.environment.length > 0 ? usable.environment : broken.environment,
      profiles: usable.profiles.length > 0 ? usable.profiles : broken.profiles,
      defaultCredentials:
        usable.defaultCredentials.length > 0 ? usable.defaultCredentials : broken.defaultCredentials,
      entry: usable.entry?.apiKey || usable.entry?.header ? usable.entry : (broken.entry ?? usable.entry),
    };
  });
}
