/** Cases with steps: a plain case whose credentials can all be used, and steps that make sense for it. */
import fc from 'fast-check';
import type { PathName } from '../observation/path-name.ts';
import { type Case, setupArbitrary } from './case.ts';
import { plainCase } from './plain-case.ts';
import { isAlone, type ProviderSetup, usableSetup } from './provider-setup.ts';
import { type ProviderId, providerOf } from './providers/catalog.ts';
import { keepersOf } from './steps/keeper.ts';
import { meaningfulSteps } from './steps/meaningful-steps.ts';
import { providerTurnSchema, type Step } from './steps/step.ts';

/** Only to draw from: what it makes is a case like any other, and shrinks as one (`caseArbitrary`). */
export function stepsCaseArbitrary(
  providers: readonly ProviderId[],
  paths: readonly PathName[],
  hasGateway: boolean,
): fc.Arbitrary<Case> {
  const setup = setupArbitrary(
    providers.filter((id) => providerOf(id).credentials === 'key'),
    [],
  );
  return fc
    .oneof({ weight: 3, arbitrary: setup.filter(isAlone) }, { weight: 2, arbitrary: setup })
    .map((each) => plainCase(withoutOddities(each)))
    .filter((value) => keepersOf(value).length > 0)
    .chain((value) =>
      stepsArbitrary(value, paths, hasGateway).map((steps) => ({
        ...value,
        steps: meaningfulSteps(value, steps),
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

/** The most changes between paths that are taken. */
const CHANGES = 3;

/** One or two paths, taken again after each of some changes. */
function stepsArbitrary(value: Case, paths: readonly PathName[], hasGateway: boolean): fc.Arbitrary<Step[]> {
  const rounds = fc.array(fc.tuple(changeArbitrary(value, hasGateway), takeArbitrary()), {
    minLength: 1,
    maxLength: CHANGES,
  });
  const taken = fc.uniqueArray(fc.constantFrom(...often(paths)), { minLength: 1, maxLength: 2 });
  return fc
    .tuple(taken, rounds)
    .map(([both, later]) => [
      ...both.map((path): Step => ({ do: 'take', path })),
      ...later.flatMap(([change, [take, isOther]]): Step[] => [
        ...change,
        { do: take, path: both[isOther ? both.length - 1 : 0]! },
      ]),
      ...both.map((path): Step => ({ do: 'take', path })),
    ]);
}

/** Chat and image are what users take most. */
function often(paths: readonly PathName[]): PathName[] {
  const usual = paths.filter((path) => path === 'chat' || path === 'image');
  return [...usual, ...usual, ...usual, ...paths];
}

/** How one of the two paths is taken after a change, and whether it is the second. */
function takeArbitrary(): fc.Arbitrary<['take' | 'take-twice', boolean]> {
  return fc.tuple(fc.constantFrom('take', 'take', 'take', 'take', 'take-twice'), fc.boolean());
}

/** A change that the case has something for; nothing: the same again. */
function changeArbitrary(value: Case, hasGateway: boolean): fc.Arbitrary<Step[]> {
  const names = value.provider.profiles.map(({ name }) => name);
  const rotate = fc.constantFrom(...keepersOf(value)).map((keeper): Step => ({ do: 'rotate', keeper }));
  const one = (...steps: Step[]): fc.Arbitrary<Step[]> => fc.constant(steps);
  const choices: { weight: number; arbitrary: fc.Arbitrary<Step[]> }[] = [
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 4, arbitrary: rotate.map((step) => [step]) },
    { weight: 1, arbitrary: one({ do: 'switch-model' }) },
    { weight: 1, arbitrary: one({ do: 'edit-config', by: 'file' }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(...providerTurnSchema.options).map((turn) => [{ do: 'provider', turn }]),
    },
  ];
  if (names.length > 1) {
    const name = fc.constantFrom(...names);
    choices.push({ weight: 2, arbitrary: name.map((first) => [{ do: 'order-profiles', first }]) });
    choices.push({ weight: 1, arbitrary: name.map((each) => [{ do: 'remove-profile', name: each }]) });
  }
  if (hasGateway) {
    // A value behind a reference is read again when it is told so.
    choices.push({ weight: 3, arbitrary: rotate.map((step) => [step, { do: 'reload-secrets' }]) });
    choices.push({ weight: 1, arbitrary: one({ do: 'reload-secrets' }) });
    choices.push({ weight: 2, arbitrary: one({ do: 'restart', by: 'SIGTERM' }) });
    choices.push({ weight: 1, arbitrary: one({ do: 'restart', by: 'SIGKILL' }) });
    choices.push({ weight: 1, arbitrary: one({ do: 'edit-config', by: 'rpc' }) });
  }
  return fc.oneof(...choices);
}
