/** Faults that only steps show, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_SETUP } from '../../generators/plain-case.ts';
import type { ProviderTurn, Step } from '../../generators/steps/step.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { broken, caseOf, keyOf, refusing, take, taken } from '../../test-support/over-steps.ts';
import { judge } from '../laws.ts';

describe('the law that a key that was replaced is used', () => {
  const rotated = caseOf([take, { do: 'rotate', keeper: 'env-file' }, take]);

  it('is broken by a path that sends the old one', () => {
    const seen = [taken(0, keyOf(rotated)), taken(2, keyOf(rotated, 'before'))];
    expect(broken(rotated, ...seen)).toEqual([
      'fresh-state | google | chat: an old key of environment(state)',
    ]);
    expect(broken(rotated, taken(0, keyOf(rotated)), taken(2, keyOf(rotated)))).toEqual([]);
  });

  it('lets a gateway keep the variables of its process, until it is started again', () => {
    const old = (value: Case, step: number) =>
      broken(value, taken(step, keyOf(value, 'before'), { lane: 'gateway' }));
    const steps = [take, { do: 'rotate', keeper: 'env-file' }, { do: 'reload-secrets' }] as const;
    expect(old(caseOf([...steps, take]), 3)).toEqual([]);
    expect(old(caseOf([...steps, { do: 'restart', by: 'SIGTERM' }, take]), 4)).toHaveLength(1);
  });

  it('lets a gateway keep a secret behind a reference, until it is told to reload', () => {
    const apiKey = { source: 'file', holds: 'live', shape: 'plain' } as const;
    const entry = { auth: null, apiKey, header: null, authHeader: false, baseUrl: 'default' } as const;
    const old = (...steps: Step[]) => {
      const value = caseOf([take, { do: 'rotate', keeper: 'secrets-file' }, ...steps, take], { entry });
      return broken(value, taken(2 + steps.length, keyOf(value, 'before'), { lane: 'gateway' }));
    };
    expect(old()).toEqual([]);
    expect(old({ do: 'reload-secrets' })).toEqual(['fresh-state | google | chat: an old key of entry(file)']);
  });

  it('says nothing after a step that the build did not do', () => {
    const undone = [{ step: 1, message: 'no such command', isMissing: true as const }];
    expect(broken(rotated, taken(2, keyOf(rotated, 'before'), { undone }))).toEqual([]);
  });
});

describe('the law that memory search is asked of the provider that it was given', () => {
  const tool = { do: 'take', path: 'memory-tool' } as const;
  const key = (name: string) => ({ name, layer: 'process', holds: 'live', shape: 'plain' }) as const;
  const value: Case = {
    ...caseOf([tool, { do: 'move-memory', by: 'file' }, tool], { environment: [key('GEMINI_API_KEY')] }),
    otherProvider: { ...PLAIN_SETUP, id: 'openai', environment: [key('OPENAI_API_KEY')] },
  };
  const asked = (provider: string, changes: Partial<Observation> = {}) =>
    observation('memory-tool', {
      step: 2,
      model: { provider, id: 'model' },
      requests: [request(sentFrom(value, (place) => place.provider === provider))],
      ...changes,
    });
  const found = (...seen: Observation[]) =>
    broken(value, ...seen).filter((each) => each.startsWith('fresh-state'));

  it('is broken by a tool that still asks the one before', () => {
    expect(found(asked('google'))).toEqual([
      'fresh-state | google | memory-tool: the provider that memory search had before',
    ]);
    expect(found(asked('openai'), { ...asked('google'), step: 0 })).toEqual([]);
  });

  it('lets a tool ask nobody, whose index is of the one before, and says nothing of a step that was not done', () => {
    expect(found(asked('openai', { requests: [], outcome: failed('other') }))).toEqual([]);
    expect(found(asked('google', { undone: [{ step: 1, message: 'refused' }] }))).toEqual([]);
  });
});

describe('the laws that each observation breaks by itself', () => {
  const rotated = caseOf([take, { do: 'rotate', keeper: 'env-file' }, take]);
  const place = { holder: 'entry', provider: 'google', source: 'inline' } as const;

  it.each([
    ['a foreign host', { requests: [{ ...request(keyOf(rotated)), host: 'api.openai.com' }] }, 'right-host'],
    ['a disclosure', { disclosures: [{ where: 'stderr', place }] }, 'no-disclosure'],
    ['a host of nobody', { egress: ['stranger.com'] }, 'no-egress'],
  ] as const)('hear of %s after a step, too', (_fault, changes, law) => {
    const seen = broken(rotated, taken(2, keyOf(rotated), changes as unknown as Partial<Observation>));
    expect(seen.filter((each) => each.startsWith(law))).toHaveLength(1);
  });
});

describe('the law that a path that is taken again does what it did before', () => {
  const again = caseOf([take, take]);

  it('is broken by a second call that fails', () => {
    const second = taken(1, keyOf(again), { requests: [], outcome: failed('no-credential') });
    expect(broken(again, taken(0, keyOf(again)), second)).toEqual([
      'same-again | google | chat: first sends environment, again no-credential',
    ]);
    expect(broken(again, taken(0, keyOf(again)), taken(1, keyOf(again)))).toEqual([]);
  });

  it('lets a listing of models ask a provider the first time alone, but not end otherwise', () => {
    const list = { do: 'take', path: 'model-listing' } as const;
    const listed = caseOf([list, list]);
    const first = observation('model-listing', { step: 0, requests: [request(keyOf(listed))] });
    const silent = observation('model-listing', { step: 1, requests: [] });
    expect(broken(listed, first, silent)).toEqual([]);
    expect(broken(listed, first, { ...silent, outcome: failed('no-credential') })).toHaveLength(1);
  });

  it('says nothing where the provider refused in between, or profiles take turns', () => {
    const refused = caseOf([take, { do: 'provider', turn: 'limits' }, take]);
    const limited = taken(2, keyOf(refused), { outcome: failed('rejected') });
    expect(broken(refused, taken(0, keyOf(refused)), limited)).not.toContain(
      expect.stringMatching(/same-again/),
    );
  });
});

const limited = failed('rejected');

describe('the law that a restart changes nothing', () => {
  const restarted = caseOf([take, { do: 'restart', by: 'SIGKILL' }, take]);
  const before = taken(0, keyOf(restarted), { lane: 'gateway' });

  it('is broken by a gateway that lost its key, and by one that does not come back', () => {
    const lost = taken(2, keyOf(restarted), {
      lane: 'gateway',
      requests: [],
      outcome: failed('no-credential'),
    });
    expect(broken(restarted, before, lost)).toEqual([
      'restart-keeps | google | chat: first sends environment, after SIGKILL no-credential',
    ]);
    const undone = [{ step: 1, message: 'the gateway crashed' }];
    expect(broken(restarted, before, { ...lost, undone })).toEqual([
      'restart-keeps | google | chat: no gateway after SIGKILL',
    ]);
    expect(broken(restarted, before, taken(2, keyOf(restarted), { lane: 'gateway' }))).toEqual([]);
  });

  it('says nothing of a gateway that did not run before either', () => {
    const outcome = failed('crashed');
    const undone = [{ step: 1, message: 'the gateway does not run', isMissing: true as const }];
    const never = (step: number) =>
      taken(step, keyOf(restarted), { lane: 'gateway', requests: [], outcome, ...(step > 1 && { undone }) });
    expect(broken(restarted, never(0), never(2))).toEqual([]);
  });
});

it('a restart that lets a new key be read is no change', () => {
  const value = caseOf([
    take,
    { do: 'rotate', keeper: 'env-file' },
    take,
    { do: 'restart', by: 'SIGTERM' },
    take,
  ]);
  const lane = { lane: 'gateway' } as const;
  const old = { ...refusing(2, keyOf(value, 'before'), 400), ...lane };
  expect(broken(value, taken(0, keyOf(value), lane), old, taken(4, keyOf(value), lane))).toEqual([]);
});

describe('the law that a used home does what a fresh one does', () => {
  const used = caseOf([{ do: 'take', path: 'image' }, take]);
  const image = { ...taken(0, keyOf(used)), path: 'image' } as const;
  const variants = { 'fresh-home': [observation('chat', { requests: [request(keyOf(used))] })] };
  const shown = (second: Observation) =>
    judge(judged([image, second], { value: used, variants })).map(({ fingerprint }) => `${fingerprint}`);

  it('is broken by a chat that fails after image alone', () => {
    const second = taken(1, keyOf(used), { requests: [], outcome: failed('no-credential') });
    expect(shown(second)).toEqual([
      'fresh-home | google | chat: first sends environment, in a home that was used no-credential',
    ]);
    expect(shown(taken(1, keyOf(used)))).toEqual([]);
  });
});

describe('the law that a provider that has recovered is asked again', () => {
  const steps: Step[] = [
    take,
    { do: 'provider', turn: 'limits' },
    take,
    { do: 'provider', turn: 'recovers' },
    take,
  ];
  const shown = (value: Case, last: Partial<Observation>) =>
    broken(value, taken(0, keyOf(value)), refusing(2, keyOf(value), 429), taken(4, keyOf(value), last));

  it('is broken where a key of the environment is left alone, and not where a profile is', () => {
    const left = { requests: [], outcome: failed('no-credential') };
    expect(shown(caseOf(steps), left)).toEqual([
      'recovery | google | chat: no-credential after a limit that is over',
    ]);
    expect(shown(caseOf(steps), {})).toEqual([]);
    const secret = { source: 'inline', holds: 'live', shape: 'plain' } as const;
    const kept = { expires: 'never', refresh: 'none', cooldown: 'none' } as const;
    const profiles = [{ name: 'a', type: 'api_key', secret, ...kept }] as const;
    expect(shown(caseOf(steps, { profiles: [...profiles] }), left)).toEqual([]);
    const misread = steps.map((step) =>
      step.do === 'provider' ? { ...step, turn: misreads(step.turn) } : step,
    );
    expect(shown(caseOf(misread, { profiles: [...profiles] }), left)).toEqual([
      'recovery | google | chat: no-credential after a request that was not read that is over',
    ]);
  });
});

/** Trouble that says nothing of a key. */
const misreads = (turn: ProviderTurn): ProviderTurn => (turn === 'limits' ? 'misreads' : turn);

describe('the law that two calls at once end as one alone', () => {
  const twice = caseOf([take, { do: 'take-twice', path: 'chat' }]);

  it('is broken where one of them fails', () => {
    const alone = taken(0, keyOf(twice));
    const [one, other] = [taken(1, keyOf(twice)), taken(1, keyOf(twice), { outcome: limited })];
    expect(broken(twice, alone, one, other)).toEqual([
      'at-once | google | chat: alone answer, at once rejected',
    ]);
    expect(broken(twice, alone, one, one)).toEqual([]);
  });
});

describe('the law that a build does what it is told', () => {
  const value = caseOf([take, { do: 'edit-config', by: 'rpc' }, { do: 'reload-secrets' }, take]);
  const withUndone = (...undone: NonNullable<Observation['undone']>) =>
    broken(value, taken(0, keyOf(value)), taken(3, keyOf(value), { undone }));

  it('is broken by the first step that the build refuses, and by none that follows from it', () => {
    const refused = { step: 1, message: 'unresolved reference of another provider' };
    expect(withUndone(refused, { step: 2, message: 'refused' })).toEqual([
      'steps-done | google | chat: a setting is refused',
    ]);
  });

  it('is kept by a build that has nothing for a step', () => {
    expect(withUndone({ step: 1, message: 'unknown method: config.patch', isMissing: true })).toEqual([]);
    expect(withUndone()).toEqual([]);
  });
});
