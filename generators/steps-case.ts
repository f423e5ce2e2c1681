/** Cases with steps: a plain case whose credentials can all be used, and steps that make sense for it. */
import fc from 'fast-check';
import type { PathName } from '../observation/path-name.ts';
import { profileNameSchema } from './axes/auth-profile.ts';
import { weighted } from './axes/weighted.ts';
import { type Case, setupArbitrary } from './case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from './plain-case.ts';
import { isAlone, type ProviderSetup, profileTypesOf, usableSetup } from './provider-setup.ts';
import { type ProviderId, providerOf } from './providers/catalog.ts';
import { changeArbitrary } from './steps/change.ts';
import { firstKeyArbitrary } from './steps/first-key.ts';
import { keepersOf } from './steps/keeper.ts';
import { limitedOnce } from './steps/limited-once.ts';
import { meaningfulSteps } from './steps/meaningful-steps.ts';
import { embedsByVariable, movedMemoryArbitrary } from './steps/moved-memory.ts';
import { keepUsable, MOST_STEPS, type Step } from './steps/step.ts';

/** The questions that the build of a run can be asked. */
export interface Askable {
  readonly providers: readonly ProviderId[];
  /** Providers of which a login may be a profile. */
  readonly subscriptions: readonly ProviderId[];
  /** The paths that the build has for a provider, among those that steps may take. */
  pathsOf(provider: ProviderId): readonly PathName[];
  /** The paths that ask a gateway for vectors by the settings of memory search. */
  memoryPathsOf(provider: ProviderId): readonly PathName[];
}

/** Only to draw from: what it makes is a case like any other, and shrinks as one (`caseArbitrary`). */
export function stepsCaseArbitrary(
  { providers, subscriptions, pathsOf, memoryPathsOf }: Askable,
  hasGateway: boolean,
): fc.Arbitrary<Case> {
  const keyed = providers.filter((id) => providerOf(id).credentials === 'key' && pathsOf(id).length > 0);
  const setup = setupArbitrary(keyed, []).map(withoutOddities);
  const logins = keyed.filter((id) => {
    const types = profileTypesOf(providerOf(id), subscriptions.includes(id));
    return types.includes('oauth');
  });
  const stores = keyed.filter((id) => providerOf(id).profileTypes.includes('api_key'));
  const plain = fc
    .oneof(
      { weight: 2, arbitrary: setup.filter(isAlone).filter(hasKeeper) },
      { weight: 1, arbitrary: setup.filter(hasKeeper) },
      ...(stores.length > 0
        ? [
            { weight: 4, arbitrary: severalProfiles(stores) },
            { weight: 3, arbitrary: oneKey(stores) },
          ]
        : []),
    )
    .map((each) => plainCase(each));
  const drawn = fc
    .oneof(
      { weight: 10, arbitrary: plain },
      ...(logins.length > 0 ? [{ weight: 2, arbitrary: loginCase(setupArbitrary(logins)) }] : []),
    )
    .chain((value) =>
      stepsArbitrary(value, pathsOf(value.provider.id), hasGateway).map((steps) => ({
        ...value,
        steps: meaningfulSteps(value, steps.slice(0, MOST_STEPS)),
      })),
    );
  const embedders = keyed.filter((id) => memoryPathsOf(id).length > 0 && embedsByVariable(id));
  const isMoved = hasGateway && embedders.length > 1;
  return fc.oneof(
    { weight: 12, arbitrary: drawn },
    ...(isMoved ? [{ weight: 1, arbitrary: movedMemoryArbitrary(embedders, memoryPathsOf) }] : []),
    ...(keyed.length > 0 ? [{ weight: 2, arbitrary: firstKeyArbitrary(keyed, pathsOf, hasGateway) }] : []),
  );
}

/** Steps show what follows from one another where nothing else stands in the way. */
function withoutOddities(setup: ProviderSetup): ProviderSetup {
  return {
    ...usableSetup(setup),
    answer: 'by-key',
    answeredRequests: 'every',
    olderModelsFile: false,
    profileStore: 'own',
  };
}

function hasKeeper(setup: ProviderSetup): boolean {
  return keepersOf(plainCase(setup)).length > 0;
}

/** Profiles alone, with an order or without: an entry or a variable may stand before all of them. The first may have had a cooldown. */
function severalProfiles(providers: readonly ProviderId[]): fc.Arbitrary<ProviderSetup> {
  const names = fc.subarray(profileNameSchema.options, { minLength: 2 });
  const isOrdered = weighted({ yes: 3, no: 1 }).map((each) => each === 'yes');
  const first = weighted({ none: 7, over: 1 });
  const parts = fc.tuple(setupArbitrary(providers, []), names, isOrdered, first);
  return parts.map(([setup, all, isOrdered, cooldown]) => ({
    ...alone(setup),
    profiles: all.map((name, place) => ({
      ...PLAIN_PROFILE,
      name,
      cooldown: place === 0 ? cooldown : 'none',
    })),
    order: isOrdered ? { where: 'store', names: [...all] } : null,
  }));
}

/** One key in an entry or a profile: as text, or behind a reference to a file or a command. */
function oneKey(providers: readonly ProviderId[]): fc.Arbitrary<ProviderSetup> {
  const source = fc.constantFrom('inline' as const, 'file' as const, 'exec' as const);
  return fc.tuple(setupArbitrary(providers, []), source, fc.boolean()).map(([setup, where, isProfile]) => {
    const secret = { ...PLAIN_PROFILE.secret, source: where };
    const { needsEntry } = providerOf(setup.id);
    return {
      ...alone(setup),
      entry: isProfile && !needsEntry ? null : { ...PLAIN_ENTRY, apiKey: isProfile ? null : secret },
      profiles: isProfile ? [{ ...PLAIN_PROFILE, secret }] : [],
    };
  });
}

/** A setup with nothing yet that a credential is kept in. */
function alone(setup: ProviderSetup): ProviderSetup {
  return { ...withoutOddities(setup), environment: [], entry: null, order: null, spareKeys: [] };
}

/** A login whose token has ended: every path has to refresh it. Two agents may share it. */
function loginCase(setups: fc.Arbitrary<ProviderSetup>): fc.Arbitrary<Case> {
  const profiles = [{ ...PLAIN_SUBSCRIPTION, expires: 'past' as const }];
  return fc
    .tuple(setups, fc.constantFrom('main' as const, 'second' as const))
    .map(([setup, agent]) => plainCase({ ...alone(setup), profiles }, { agent }));
}

/** The most changes between paths that are taken. */
const CHANGES = 3;

/** One or two paths, taken again after each of some changes. What takes something away comes last: after it few laws judge. */
function stepsArbitrary(value: Case, paths: readonly PathName[], hasGateway: boolean): fc.Arbitrary<Step[]> {
  return takenArbitrary(value, paths).chain((both) => {
    const takes = both.map((path): Step => ({ do: 'take', path }));
    const scene = { value, hasGateway, path: both[0]!, paths };
    const round = fc.tuple(changeArbitrary(scene), takeArbitrary(both, hasGateway));
    return fc.array(round, { minLength: 1, maxLength: CHANGES }).map((rounds) => [
      ...(hasGateway ? [{ do: 'run-gateway' } as const] : []),
      ...(limitedOnce(value, paths) ?? takes),
      ...rounds
        .map(([change, take]) => [...change, take])
        .toSorted((one, other) => Number(keepUsable(other)) - Number(keepUsable(one)))
        .flat(),
      ...takes,
    ]);
  });
}

/** Another agent takes chat alone, so that beside it a path is taken which main may take. */
function takenArbitrary({ agent }: Case, paths: readonly PathName[]): fc.Arbitrary<PathName[]> {
  const others = paths.filter((path) => path !== 'chat');
  if (agent !== 'second' || others.length === 0 || others.length === paths.length)
    return fc.uniqueArray(oftenUsual(paths), { minLength: 1, maxLength: 2 });
  return fc.constantFrom(...others).map((other) => ['chat', other]);
}

/** The paths that users take most. */
const USUAL: readonly PathName[] = ['chat', 'image', 'socket-chat', 'cron-job'];

function oftenUsual(paths: readonly PathName[]): fc.Arbitrary<PathName> {
  const usual = paths.filter((path) => USUAL.includes(path));
  const any = fc.constantFrom(...paths);
  return usual.length === 0
    ? any
    : fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: any });
}

/** One of the paths, once, or twice at the same time where there is a gateway. */
function takeArbitrary(paths: readonly PathName[], hasGateway: boolean): fc.Arbitrary<Step> {
  return fc.record({
    do: hasGateway ? weighted({ take: 6, 'take-twice': 1 }) : fc.constant('take' as const),
    path: fc.constantFrom(...paths),
  });
}
