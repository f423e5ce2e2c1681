import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathName } from '../observation/path-name.ts';
import { type Case, caseSchema } from './case.ts';
import { PLAIN_SETUP, plainCase } from './plain-case.ts';
import { keepersOf } from './steps/keeper.ts';
import { meaningfulSteps } from './steps/meaningful-steps.ts';
import { isTaken, keepUsable, needsGateway, type Step } from './steps/step.ts';
import { stepsCaseArbitrary } from './steps-case.ts';

const pathsOf = (hasGateway: boolean) => (): readonly PathName[] => [
  'chat',
  'image',
  'speech',
  'probe',
  ...(hasGateway ? (['socket-chat'] as const) : []),
];
const draw = (hasGateway: boolean): Case[] =>
  fc.sample(
    stepsCaseArbitrary(
      {
        providers: ['google', 'openai', 'custom-openai'],
        subscriptions: ['openai'],
        pathsOf: pathsOf(hasGateway),
        memoryPathsOf: () => ['memory-tool'],
      },
      hasGateway,
    ),
    { seed: 1, numRuns: 300 },
  );
const stepsOf = (values: readonly Case[]): Step[] => values.flatMap(({ steps }) => steps ?? []);

describe('a case with steps', () => {
  it('is a case, and the same for the same seed', () => {
    const drawn = draw(true);
    expect(draw(true)).toEqual(drawn);
    for (const value of drawn) expect(caseSchema.parse(value)).toEqual(value);
  });

  it('ends with a path that is taken, and replaces only keys that it has', () => {
    for (const value of draw(true)) {
      expect(value.steps && isTaken(value.steps.at(-1)!)).toBe(true);
      expect(meaningfulSteps(value, value.steps!)).toEqual(value.steps);
      const keepers = stepsOf([value]).flatMap((step) => (step.do === 'rotate' ? [step.keeper] : []));
      expect(keepers.filter((keeper) => !keepersOf(value).includes(keeper))).toEqual([]);
    }
  });

  it('has steps of a gateway where there is one, and none elsewhere', () => {
    expect(draw(true).every(({ steps }) => steps?.some(needsGateway))).toBe(true);
    expect(stepsOf(draw(false)).some(needsGateway)).toBe(false);
  });

  it('has logins whose token has ended, and which nothing but a refresh brings back', () => {
    const logins = draw(true).filter(({ provider }) =>
      provider.profiles.some(({ type }) => type === 'oauth'),
    );
    expect(logins.length).toBeGreaterThan(10);
    for (const { provider } of logins) {
      expect(provider.profiles).toMatchObject([{ expires: 'past', refresh: 'works' }]);
      expect([provider.environment, provider.entry]).toEqual([[], null]);
    }
  });

  it('has several profiles and nothing beside them in one case of eight or so, with an order and without', () => {
    const several = draw(true).filter(
      ({ provider }) => provider.profiles.length > 1 && !provider.entry && provider.environment.length === 0,
    );
    expect(several.length).toBeGreaterThan(20);
    expect(several.some(({ provider }) => provider.order === null)).toBe(true);
    expect(several.some(({ provider }) => provider.order !== null)).toBe(true);
  });

  it('replaces keys through the gateway where they are in the configuration', () => {
    const byRpc = draw(true).filter(({ steps }) => steps?.some((step) => step.do === 'rotate' && step.by));
    expect(byRpc.length).toBeGreaterThan(2);
    for (const value of byRpc) expect(keepersOf(value)).toContain('config');
  });

  it('takes a credential away last, so that a law over several profiles or a session judges what came before', () => {
    const profiles = draw(true).filter(({ provider }) => provider.profiles.length > 1 && !provider.entry);
    const judgeable = profiles.filter(({ steps }) => {
      const chosen = steps!.findIndex((step) =>
        /^(order-profiles|choose-in-session|new-session)$/.test(step.do),
      );
      return chosen >= 0 && keepUsable(steps!.slice(0, chosen));
    });
    expect(judgeable.length).toBeGreaterThan(profiles.length / 3);
  });

  it('lets two agents share a login: the second takes chat, and a path of main is taken beside it', () => {
    const shared = draw(false).filter(({ agent }) => agent === 'second');
    expect(shared.length).toBeGreaterThan(5);
    for (const { provider, steps } of shared) {
      expect(provider.profiles.map(({ type }) => type)).toEqual(['oauth']);
      const paths = new Set(steps!.filter(isTaken).map(({ path }) => path));
      expect(paths.has('chat')).toBe(true);
      expect(paths.size).toBe(2);
    }
  });

  it('gives memory search to another provider that has a key, too, and takes the path again', () => {
    const moved = draw(true).filter(({ steps }) => steps?.some((step) => step.do === 'move-memory'));
    expect(moved.length).toBeGreaterThan(10);
    expect(
      new Set(moved.map(({ provider, otherProvider }) => `${provider.id} ${otherProvider?.id}`)),
    ).toEqual(new Set(['google openai', 'openai google']));
    for (const { otherProvider } of moved)
      expect(otherProvider?.environment).toMatchObject([{ holds: 'live' }]);
  });

  it('has every kind of step among others', () => {
    const kinds = new Set(stepsOf(draw(true)).map((step) => step.do));
    expect([...kinds].sort()).toEqual([
      'choose-in-session',
      'edit-config',
      'first-key',
      'logins',
      'move-memory',
      'new-session',
      'order-profiles',
      'provider',
      'reload-secrets',
      'remove-profile',
      'restart',
      'rotate',
      'run-gateway',
      'switch-model',
      'take',
      'take-twice',
      'withdraw',
    ]);
  });
});

it('meets keys that are good no more, all of them or one among several', () => {
  const steps = [...draw(false), ...draw(true)].map(({ steps: each }) => each ?? []);
  const turns = new Set(steps.flat().flatMap((step) => (step.do === 'provider' ? [step.turn] : [])));
  expect([...turns].sort()).toEqual([
    'cuts',
    'fails',
    'limits',
    'misreads',
    'recovers',
    'refuses',
    'revokes',
    'wants-credit',
  ]);
  const isOfOne = (each: Step) => each.do === 'provider' && each.of !== undefined;
  expect(steps.filter((each) => each.some(isOfOne)).length).toBeGreaterThan(0);
});

it('renews logins in every way that an endpoint may, and keys in none', () => {
  const drawn = [...draw(false), ...draw(true)];
  const turnsOf = ({ steps }: Case) =>
    (steps ?? []).flatMap((step) => (step.do === 'logins' ? [step.turn] : []));
  expect([...new Set(drawn.flatMap(turnsOf))].sort()).toEqual(['fails', 'garbles', 'keeps', 'recovers']);
  const renewing = drawn.filter((each) => turnsOf(each).length > 0);
  expect(renewing.every(({ provider }) => provider.profiles.every(({ type }) => type === 'oauth'))).toBe(
    true,
  );
});

it('meets one limit before anything else where a profile has a cooldown that is over', () => {
  const over = draw(false).filter(({ provider }) =>
    provider.profiles.some((each) => each.cooldown === 'over'),
  );
  expect(over.length).toBeGreaterThan(0);
  for (const { steps, provider } of over)
    expect(steps?.slice(0, 4)).toEqual([
      { do: 'provider', turn: 'limits', of: provider.profiles[0]?.name },
      { do: 'take', path: 'chat' },
      { do: 'provider', turn: 'recovers' },
      { do: 'take', path: 'probe' },
    ]);
});

describe('steps that mean something for a case', () => {
  const plain = draw(false).find(({ provider }) => provider.profiles.length === 0)!;

  it('replace no key that is not there, and let nobody recover who was not ill', () => {
    const take = { do: 'take', path: 'chat' } as const;
    const recovers = { do: 'provider', turn: 'recovers' } as const;
    expect(
      meaningfulSteps(plain, [{ do: 'remove-profile', name: 'a' }, recovers, take, { do: 'switch-model' }]),
    ).toEqual([take]);
    const fails = { do: 'provider', turn: 'fails' } as const;
    expect(meaningfulSteps(plain, [fails, take, recovers, take])).toEqual([fails, take, recovers, take]);
    expect(meaningfulSteps(plain, [fails])).toBeNull();
    const ofNobody = { do: 'provider', turn: 'revokes', of: 'a' } as const;
    expect(meaningfulSteps(plain, [ofNobody, take])).toEqual([take]);
  });

  it('give memory search away once, where there is somebody to have it', () => {
    const [take, move] = [
      { do: 'take', path: 'memory-tool' },
      { do: 'move-memory', by: 'file' },
    ] as const;
    const google = plainCase({ id: 'google' }, { otherProvider: { ...PLAIN_SETUP, id: 'openai' } });
    expect(meaningfulSteps(google, [move, take, move, take])).toEqual([move, take, take]);
    expect(meaningfulSteps({ ...google, otherProvider: null }, [move, take])).toEqual([take]);
  });
});
