/** Faults after a refusal, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import type { Case } from '../../generators/case.ts';
import { plainCase } from '../../generators/plain-case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { profileIdOf } from '../../generators/secrets/place.ts';
import type { Credential } from '../../observation/credential.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { WireRequest } from '../../observation/request.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const profile = (
  name: 'a' | 'b',
  holds: 'live' | 'stale',
  changes: Partial<AuthProfile> = {},
): AuthProfile => ({
  ...{ name, type: 'api_key', expires: 'never', refresh: 'none', cooldown: 'none' },
  secret: { source: 'inline', holds, shape: 'plain' },
  ...changes,
});
const variable = (name: string) => ({ name, layer: 'process', holds: 'live', shape: 'plain' }) as const;
const order: ProviderSetup['order'] = { where: 'config', names: ['a', 'b'] };

const ofProfile = (value: Case, name: string): Credential =>
  sentFrom(value, (place) => profileIdOf(place) === `${value.provider.id}:${name}`);
const asked = (credential: Credential, status: number, changes: Partial<WireRequest> = {}): WireRequest => ({
  ...request(credential),
  status,
  ...changes,
});

/** The fingerprints of one law in a case of which one path did this, and then failed. */
function broken(
  law: string,
  value: Case,
  path: PathName,
  requests: readonly WireRequest[],
  version = '2026.9.6',
) {
  const model = { provider: value.provider.id, id: 'model' };
  const one = observation(path, { model, requests: [...requests], outcome: failed('rejected') });
  return judge(judged([one], { value, version }))
    .filter((violation) => violation.law === law)
    .map(({ fingerprint }) => `${fingerprint.behaviour}`);
}

describe('after a refused key', () => {
  const value = plainCase({ id: 'google', profiles: [profile('a', 'stale'), profile('b', 'live')], order });
  const [a, b] = [ofProfile(value, 'a'), ofProfile(value, 'b')];
  const breaks = (requests: WireRequest[], of = value) => broken('after-refusal', of, 'chat', requests);

  it('chat tries the next profile', () => {
    expect(breaks([asked(a, 400)])).toEqual(['rejected in place of the next profile']);
    expect(breaks([asked(a, 400), asked(a, 400)])).toEqual(['rejected in place of the next profile']);
    expect(breaks([asked(a, 400), asked(b, 200)])).toEqual([]);
  });

  it.each<[string, Partial<AuthProfile>]>([
    ['is in cooldown', { cooldown: 'active' }],
    ['has nothing', { secret: { source: 'inline', holds: 'nothing', shape: 'plain' } }],
    ['is over', { type: 'token', expires: 'past' }],
  ])('that profile is not owed where it %s', (_, changes) => {
    const other = {
      ...value,
      provider: { ...value.provider, profiles: [profile('a', 'stale'), profile('b', 'live', changes)] },
    };
    expect(breaks([asked(ofProfile(other, 'a'), 401)], other)).toEqual([]);
  });

  it('no other model is asked before the next profile', () => {
    const other = plainCase({ id: 'anthropic', environment: [variable('ANTHROPIC_API_KEY')] }).provider;
    const falling = { ...value, otherProvider: other, fallback: 'other-provider' } as const;
    const key = sentFrom(falling, ({ provider }) => provider === 'anthropic');
    const fallback = asked(key, 200, { purpose: 'fallback', host: 'api.anthropic.com' });
    expect(breaks([asked(a, 401), fallback], falling)).toEqual([
      'another model in place of the next profile',
    ]);
    expect(breaks([asked(a, 401), asked(b, 401), fallback], falling)).toEqual([]);
  });

  it('the fallback model is asked where no profile is left', () => {
    const other = plainCase({ id: 'anthropic', environment: [variable('ANTHROPIC_API_KEY')] }).provider;
    const alone = plainCase(
      { id: 'google', profiles: [profile('a', 'stale')] },
      { otherProvider: other, fallback: 'other-provider' },
    );
    const only = ofProfile(alone, 'a');
    expect(breaks([asked(only, 401)], alone)).toEqual(['rejected in place of the fallback model']);
    // Nothing is known of a fallback without a key.
    const keyless = { ...other, environment: [] };
    expect(breaks([asked(only, 401)], { ...alone, otherProvider: keyless })).toEqual([]);
  });
});

describe.each([
  ['no-credit', 429],
  ['unknown-model', 404],
  ['rate-limited', 429],
  ['usage-window', 402],
  ['limit-in-words', 400],
  ['forbidden', 403],
  ['overloaded', 503],
  ['reset', 0],
  ['timed-out', 504],
  ['client-closed', 499],
  ['gateway-page', 502],
  ['broken-off', 200],
  ['empty', 200],
] as const)('after %s', (answer, status) => {
  it('the fallback model is asked', () => {
    const other = plainCase({ id: 'anthropic', environment: [variable('ANTHROPIC_API_KEY')] }).provider;
    const value = plainCase(
      { id: 'google', answer, profiles: [profile('a', 'live')] },
      { otherProvider: other, fallback: 'other-provider' },
    );
    const requests = [asked(ofProfile(value, 'a'), status)];
    expect(broken('after-refusal', value, 'chat', requests)).toHaveLength(1);
    expect(broken('after-refusal', value, 'telegram-text', requests)).toHaveLength(1);
    // A model that is picked is a strict choice.
    const picked = { ...value, sessionModel: 'same' } as const;
    expect(broken('after-refusal', picked, 'socket-chat', requests)).toEqual([]);
    expect(broken('after-refusal', { ...value, fallback: null }, 'chat', requests)).toEqual([]);
  });
});

it('a model of the agent goes on to its own fallback alone', () => {
  const other = plainCase({ id: 'anthropic', environment: [variable('ANTHROPIC_API_KEY')] }).provider;
  const value = (agent: Case['agent']) =>
    plainCase(
      { id: 'google', profiles: [profile('a', 'stale')] },
      { otherProvider: other, fallback: 'other-provider', agent },
    );
  const broke = (agent: Case['agent'], goesOn: boolean, version?: string) => {
    const of = value(agent);
    const key = sentFrom(of, ({ provider }) => provider === 'anthropic');
    const next = asked(key, 200, { purpose: 'fallback', host: 'api.anthropic.com' });
    const requests = [asked(ofProfile(of, 'a'), 401), ...(goesOn ? [next] : [])];
    return broken('after-refusal', of, 'chat', requests, version);
  };
  expect(broke('strict-model', true)).toEqual([
    'the fallback model of the defaults after a model of the agent',
  ]);
  expect(broke('strict-model', false)).toEqual([]);
  expect(broke('own-model', false)).toEqual(['rejected in place of the fallback model']);
  expect(broke('own-model', true)).toEqual([]);
  // Before, no document says it.
  expect(broke('strict-model', true, '2026.4.24')).toEqual([]);
  expect(broke('own-model', false, '2026.4.24')).toEqual([]);
});

describe('after content that was refused', () => {
  it('no fallback model is owed', () => {
    const other = plainCase({ id: 'anthropic', environment: [variable('ANTHROPIC_API_KEY')] }).provider;
    const value = plainCase(
      { id: 'google', answer: 'refused-content', profiles: [profile('a', 'live')] },
      { otherProvider: other, fallback: 'other-provider' },
    );
    expect(broken('after-refusal', value, 'chat', [asked(ofProfile(value, 'a'), 400)])).toEqual([]);
  });
});

describe('after a request that was refused for its form', () => {
  const profiles = [profile('a', 'live'), profile('b', 'live')];
  const value = plainCase({ id: 'google', answer: 'bad-request', profiles, order });
  const requests = [asked(ofProfile(value, 'a'), 400), asked(ofProfile(value, 'b'), 400)];

  it('chat sends no other credential, on builds whose documents say so', () => {
    expect(broken('after-refusal', value, 'chat', requests)).toEqual(['profile after a bad request']);
    expect(broken('after-refusal', value, 'chat', requests.slice(0, 1))).toEqual([]);
    expect(broken('after-refusal', value, 'chat', requests, '2026.4.24')).toEqual([]);
  });
});

describe('after an account without credit', () => {
  it('chat tries the next profile', () => {
    const profiles = [profile('a', 'live'), profile('b', 'live')];
    const value = plainCase({ id: 'google', answer: 'no-credit', profiles, order });
    const [a, b] = [asked(ofProfile(value, 'a'), 429), asked(ofProfile(value, 'b'), 429)];
    expect(broken('after-refusal', value, 'chat', [a])).toEqual(['rejected in place of the next profile']);
    expect(broken('after-refusal', value, 'chat', [a, b])).toEqual([]);
  });
});

describe('after an upload of audio that failed', () => {
  const profiles = [
    profile('a', 'stale'),
    profile('b', 'live', { type: 'oauth', expires: 'later', refresh: 'works' }),
  ];
  const value = plainCase({ id: 'openai', profiles }, { mediaSelection: 'automatic' });
  const [key, token] = [ofProfile(value, 'a'), ofProfile(value, 'b')];

  it('no credential of another class is sent', () => {
    const breaks = (...of: Credential[]) =>
      broken(
        'after-refusal',
        value,
        'audio',
        of.map((each) => asked(each, 401)),
      );
    expect(breaks(key, token)).toEqual(['profile after a failed upload']);
    expect(breaks(key, key)).toEqual([]);
    const entries = { ...value, mediaSelection: 'entries' } as const;
    expect(broken('after-refusal', entries, 'audio', [asked(key, 401), asked(token, 401)])).toEqual([]);
  });
});
