/** Faults of a report of usage, planted in a stand-in's observations, and the differences that documents allow it. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from '../generators/plain-case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import { type ProviderId, providerOf } from '../generators/providers/catalog.ts';
import { variableHost } from '../generators/providers/hosts.ts';
import type { Place } from '../generators/secrets/place.ts';
import type { Observation } from '../observation/observation.ts';
import { failed, judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import { judge } from './laws.ts';

type Value = ReturnType<typeof plainCase>;
type At = (place: Place) => boolean;

const inProfile =
  (name: string): At =>
  (place) =>
    place.holder === 'profile' && place.profile.name === name;
const inVariable: At = ({ holder }) => holder === 'environment';
const token = { ...PLAIN_SUBSCRIPTION, type: 'token' } as const;
const second = { name: 'b' } as const;
const variable = (name: string) => ({ name, layer: 'process', holds: 'live', shape: 'plain' }) as const;
const HIDDEN = { requests: [], outcome: failed('no-credential') } satisfies Partial<Observation>;

/** The request of a path: chat's as a bearer to the host of the base URL, unless it is said otherwise. */
function asked(
  value: Value,
  at: At,
  changes: Partial<{ host: string; scheme: string; status: number }> = {},
) {
  const { scheme = 'bearer', ...others } = changes;
  const host = new URL(providerOf(value.provider.id).baseUrl).hostname;
  return { requests: [{ ...request(sentFrom(value, at, scheme)), host, ...others }] };
}

/** The laws that a chat and a report of usage break. */
function broken(value: Value, chat: Partial<Observation>, usage: Partial<Observation>, version = '2026.9.6') {
  const model = { provider: value.provider.id, id: providerOf(value.provider.id).models[0] };
  const observations = [observation('chat', { model, ...chat }), observation('usage', { model, ...usage })];
  const laws = judge(judged(observations, { value, version })).filter(({ paths }) => paths.includes('usage'));
  return laws.map(({ law }) => law);
}

const of = (id: ProviderId, setup: Partial<ProviderSetup>) => plainCase({ id, ...setup });

describe('a report of usage of what profiles hold', () => {
  const value = of('anthropic', { profiles: [token, { ...token, ...second }] });
  const chat = asked(value, inProfile('a'));

  it('is of the account of chat', () => {
    expect(broken(value, chat, asked(value, inProfile('a')))).toEqual([]);
    expect(broken(value, chat, asked(value, inProfile('b')))).toEqual(['same-credential']);
    expect(broken(value, chat, HIDDEN)).toEqual(['same-failure']);
  });

  it('is told at an address of its own, also where a variable names the one of chat', () => {
    const moved = of('anthropic', { profiles: [token], addressVariable: { layer: 'process' } });
    const elsewhere = asked(moved, inProfile('a'), { host: variableHost('anthropic') });
    expect(broken(moved, elsewhere, asked(moved, inProfile('a')))).toEqual([]);
    const unmoved = of('anthropic', { profiles: [token] });
    expect(broken(unmoved, elsewhere, asked(unmoved, inProfile('a')))).toContain('same-credential');
  });

  it('says nothing of a key, and sends none', () => {
    const keyed = of('anthropic', { environment: [variable('ANTHROPIC_API_KEY')] });
    const byKey = asked(keyed, inVariable, { scheme: 'x-api-key' });
    expect(broken(keyed, byKey, HIDDEN)).toEqual([]);
    expect(broken(keyed, byKey, asked(keyed, inVariable))).toEqual(['right-kind']);
    expect(broken(keyed, { ...byKey, outcome: failed('server-error') }, HIDDEN)).toEqual([]);
  });

  it('says nothing of a key in the entry of a subscription that is a provider of its own', () => {
    const apiKey = { source: 'inline', holds: 'live', shape: 'plain' } as const;
    const keyed = of('openai-codex', { entry: { ...PLAIN_ENTRY, apiKey } });
    const refused = { requests: [], outcome: failed('other') };
    expect(broken(keyed, refused, HIDDEN, '2026.4.24')).toEqual([]);
    const signedIn = of('openai-codex', { profiles: [PLAIN_SUBSCRIPTION] });
    expect(broken(signedIn, asked(signedIn, inProfile('a')), HIDDEN, '2026.4.24')).toEqual(['same-failure']);
  });

  it('shows none for a token that is refused', () => {
    const refused = asked(value, inProfile('a'), { status: 401 });
    const rejected = { ...refused, outcome: failed('rejected') };
    expect(broken(value, rejected, rejected)).toEqual([]);
    expect(broken(value, rejected, refused)).toEqual(['same-failure']);
  });

  it('is not bound by the profile that the model of chat names', () => {
    const named = { ...value, chatProfile: 'a' } as const;
    expect(broken(named, chat, asked(named, inProfile('b')))).toEqual([]);
  });

  it('is of the profiles of the agent that the command names', () => {
    const ofAgent = { ...value, agent: 'second' } as const;
    expect(broken(ofAgent, asked(ofAgent, inProfile('a')), HIDDEN)).toEqual(['same-failure']);
    expect(broken(ofAgent, asked(ofAgent, inProfile('a')), asked(ofAgent, inProfile('b')))).toEqual([
      'same-credential',
    ]);
  });
});

it('GitHub is asked with the token that chat exchanges, in another header', () => {
  const value = of('github-copilot', { profiles: [token, { ...token, ...second }] });
  const github = { host: 'api.github.com', scheme: 'token' };
  const chat = asked(value, inProfile('a'), { scheme: 'exchanged bearer' });
  expect(broken(value, chat, asked(value, inProfile('a'), github), '2026.8.1')).toEqual([]);
  expect(broken(value, chat, asked(value, inProfile('b'), github), '2026.8.1')).toEqual(['same-credential']);
});

it.each([['zai', '2026.5.22']] as const)(
  '%s is asked with the key of chat, wherever it is',
  (id, version) => {
    const name = providerOf(id).environmentVariables[0]!;
    const value = of(id, { environment: [variable(name)], profiles: [PLAIN_PROFILE] });
    const chat = asked(value, inProfile('a'));
    expect(broken(value, chat, asked(value, inProfile('a')), version)).toEqual([]);
    expect(broken(value, chat, asked(value, inVariable), version)).toEqual(['same-credential']);
    expect(broken(value, chat, HIDDEN, version)).toEqual(['same-failure']);
  },
);

describe('MiniMax', () => {
  const atHost = (host: string) => ({ host, scheme: 'bearer' });
  const inChina = atHost('api.minimaxi.com');
  const one = of('minimax', { environment: [variable('MINIMAX_API_KEY')] });
  const chat = asked(one, inVariable, { scheme: 'x-api-key' });

  it('is asked at its Chinese host with the one credential that there is', () => {
    expect(broken(one, chat, asked(one, inVariable, inChina))).toEqual([]);
    expect(broken(one, chat, HIDDEN)).toEqual(['same-failure']);
    expect(broken(one, chat, asked(one, inVariable, atHost('api.z.ai')))).toContain('right-host');
  });

  it('gives its key to that host for usage alone', () => {
    const elsewhere = asked(one, inVariable, { scheme: 'bearer', host: 'api.minimaxi.com' });
    const model = { provider: 'minimax', id: 'MiniMax-VL-01' };
    const image = observation('image', { model, ...elsewhere });
    expect(judge(judged([image], { value: one })).map(({ law }) => law)).toContain('right-host');
  });

  it('has an order of its own where there are several', () => {
    const two = of('minimax', { environment: [variable('MINIMAX_API_KEY')], profiles: [PLAIN_PROFILE] });
    expect(
      broken(two, asked(two, inProfile('a'), { scheme: 'x-api-key' }), asked(two, inVariable, inChina)),
    ).toEqual([]);
  });
});
