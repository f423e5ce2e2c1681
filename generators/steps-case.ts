/** Cases with steps: a plain case whose credentials can all be used, and steps that make sense for it. */
import fc from 'fast-check';
import type { PathName } from '../observation/path-name.ts';
import { type ProfileName, profileNameSchema } from './axes/auth-profile.ts';
import { weighted } from './axes/weighted.ts';
import { type Case, setupArbitrary } from './case.ts';
import { PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from './plain-case.ts';
import { isAlone, type ProviderSetup, profileTypesOf, usableSetup } from './provider-setup.ts';
import { type ProviderId, providerOf } from './providers/catalog.ts';
import { keepersOf } from './steps/keeper.ts';
import { meaningfulSteps } from './steps/meaningful-steps.ts';
import { type Keeper, MOST_STEPS, type Step } from './steps/step.ts';

/** Only to draw from: what it makes is a case like any other, and shrinks as one (`caseArbitrary`). */
export function stepsCaseArbitrary(
  providers: readonly ProviderId[],
  paths: readonly PathName[],
  hasGateway: boolean,
  subscriptions: readonly ProviderId[] = [],
): fc.Arbitrary<Case> {
  const keyed = providers.filter((id) => providerOf(id).credentials === 'key');
  const setup = setupArbitrary(keyed, []).map(withoutOddities);
  const logins = keyed.filter((id) => {
    const types = profileTypesOf(providerOf(id), subscriptions.includes(id));
    return types.includes('oauth');
  });
  const stores = keyed.filter((id) => providerOf(id).profileTypes.includes('api_key'));
  return fc
    .oneof(
      { weight: 3, arbitrary: setup.filter(isAlone).filter(hasKeeper) },
      { weight: 2, arbitrary: setup.filter(hasKeeper) },
      ...(stores.length > 0 ? [{ weight: 2, arbitrary: severalProfiles(stores) }] : []),
      ...(logins.length > 0 ? [{ weight: 1, arbitrary: setupArbitrary(logins).map(withLogin) }] : []),
    )
    .map((each) => plainCase(each))
    .chain((value) =>
      stepsArbitrary(value, paths, hasGateway).map((steps) => ({
        ...value,
        steps: meaningfulSteps(value, steps.slice(0, MOST_STEPS)),
      })),
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

/** Profiles alone, with an order or without: an entry or a variable may stand before all of them. */
function severalProfiles(providers: readonly ProviderId[]): fc.Arbitrary<ProviderSetup> {
  const names = fc.subarray(profileNameSchema.options, { minLength: 2 });
  return fc.tuple(setupArbitrary(providers, []), names, fc.boolean()).map(([setup, all, isOrdered]) => ({
    ...withoutOddities(setup),
    environment: [],
    entry: null,
    spareKeys: [],
    profiles: all.map((name) => ({ ...PLAIN_PROFILE, name })),
    order: isOrdered ? { where: 'store', names: [...all] } : null,
  }));
}

/** A login whose token has ended: every path has to refresh it. */
function withLogin(setup: ProviderSetup): ProviderSetup {
  return {
    ...withoutOddities(setup),
    environment: [],
    entry: null,
    order: null,
    spareKeys: [],
    profiles: [{ ...PLAIN_SUBSCRIPTION, expires: 'past' }],
  };
}

const TROUBLES = ['refuses', 'limits', 'fails'] as const;
/** The most changes between paths that are taken. */
const CHANGES = 3;

/** One or two paths, taken again after each of some changes. */
function stepsArbitrary(value: Case, paths: readonly PathName[], hasGateway: boolean): fc.Arbitrary<Step[]> {
  const taken = fc.uniqueArray(fc.constantFrom(...often(paths)), { minLength: 1, maxLength: 2 });
  return taken.chain((both) => {
    const takes = both.map((path): Step => ({ do: 'take', path }));
    const round = fc.tuple(
      changeArbitrary(value, both[0]!, paths, hasGateway),
      takeArbitrary(both, hasGateway),
    );
    return fc
      .array(round, { minLength: 1, maxLength: CHANGES })
      .map((rounds) => [
        ...(hasGateway ? [{ do: 'run-gateway' } as const] : []),
        ...takes,
        ...rounds.flatMap(([change, take]) => [...change, take]),
        ...takes,
      ]);
  });
}

/** Chat and image are what users take most. */
function often(paths: readonly PathName[]): PathName[] {
  const usual = paths.filter((path) => path === 'chat' || path === 'image');
  return [...usual, ...usual, ...usual, ...paths];
}

/** One of the paths, once, or twice at the same time where there is a gateway. */
function takeArbitrary(paths: readonly PathName[], hasGateway: boolean): fc.Arbitrary<Step> {
  return fc.record({
    do: hasGateway ? weighted({ take: 4, 'take-twice': 1 }) : fc.constant('take' as const),
    path: fc.constantFrom(...paths),
  });
}

type Choice = { readonly weight: number; readonly arbitrary: fc.Arbitrary<Step[]> };

/** A change that the case has something for; nothing: the same again. */
function changeArbitrary(
  value: Case,
  path: PathName,
  paths: readonly PathName[],
  hasGateway: boolean,
): fc.Arbitrary<Step[]> {
  const names = value.provider.profiles.map(({ name }) => name);
  const turn = fc.constantFrom(...TROUBLES).map((each): Step => ({ do: 'provider', turn: each }));
  const one = (...steps: Step[]): fc.Arbitrary<Step[]> => fc.constant(steps);
  const choices: Choice[] = [
    ...rotations(keepersOf(value), hasGateway),
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: one({ do: 'switch-model' }) },
    { weight: 1, arbitrary: one({ do: 'edit-config', by: 'file' }) },
    { weight: 2, arbitrary: turn.map((step) => [step]) },
    // It is met, and then over.
    {
      weight: 3,
      arbitrary: turn.map((step) => [step, { do: 'take', path }, { do: 'provider', turn: 'recovers' }]),
    },
  ];
  if (names.length > 1) {
    const name = fc.constantFrom(...names);
    choices.push({ weight: 2, arbitrary: name.map((first) => [{ do: 'order-profiles', first }]) });
    choices.push({ weight: 1, arbitrary: name.map((each) => [{ do: 'remove-profile', name: each }]) });
  }
  if (hasGateway) {
    choices.push({ weight: 1, arbitrary: one({ do: 'reload-secrets' }) });
    choices.push({ weight: 2, arbitrary: one({ do: 'restart', by: 'SIGTERM' }) });
    choices.push({ weight: 1, arbitrary: one({ do: 'restart', by: 'SIGKILL' }) });
    choices.push({ weight: 1, arbitrary: one({ do: 'edit-config', by: 'rpc' }) });
    if (paths.includes('socket-chat') && names.length > 0)
      choices.push({ weight: 3, arbitrary: choiceArbitrary(names) });
  }
  return fc.oneof(...choices);
}

/** Steps that replace keys, for a case that has some to replace. */
function rotations(keepers: readonly Keeper[], hasGateway: boolean): Choice[] {
  if (keepers.length === 0) return [];
  const rotate = fc.constantFrom(...keepers).map((keeper): Step => ({ do: 'rotate', keeper }));
  const byFile: Choice = { weight: 4, arbitrary: rotate.map((step) => [step]) };
  if (!hasGateway) return [byFile];
  return [
    byFile,
    // A value behind a reference is read again when it is told so.
    { weight: 3, arbitrary: rotate.map((step) => [step, { do: 'reload-secrets' }]) },
    ...(keepers.includes('config')
      ? [{ weight: 5, arbitrary: fc.constant<Step[]>([{ do: 'rotate', keeper: 'config', by: 'rpc' }]) }]
      : []),
  ];
}

/** A session is pinned to a profile; after that its model may be changed without another word on the profile. */
function choiceArbitrary(names: readonly ProfileName[]): fc.Arbitrary<Step[]> {
  const chat: Step = { do: 'take', path: 'socket-chat' };
  return fc
    .tuple(fc.constantFrom(...names), fc.boolean())
    .map(([profile, changesModel]): Step[] => [
      { do: 'choose-in-session', model: 'first', profile },
      chat,
      ...(changesModel
        ? ([{ do: 'choose-in-session', model: 'second', profile: null }, chat] satisfies Step[])
        : []),
    ]);
}
