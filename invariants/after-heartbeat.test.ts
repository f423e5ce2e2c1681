/** Turns of people after a heartbeat that has a model of its own. */
import { describe, expect, it } from 'vitest';
import type { Case } from '../generators/case.ts';
import { PLAIN_PROFILE, plainCase } from '../generators/plain-case.ts';
import type { ProviderId } from '../generators/providers/catalog.ts';
import type { Observation } from '../observation/observation.ts';
import { failed, judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import { judge } from './laws.ts';

const profiles = [PLAIN_PROFILE];
const other = plainCase({ id: 'openai', profiles }).provider;
const value = plainCase({ id: 'google', profiles }, { otherProvider: other, helperModel: 'other-provider' });
const keyOf = (id: ProviderId) => request(sentFrom(value, ({ provider }) => provider === id));

function brokenBy(
  changes: Partial<Observation>,
  chats: Partial<Observation> = {},
  ofCase: Case = value,
): string[] {
  const chat = observation('chat', { requests: [keyOf('google')], ...chats });
  const turn = observation('after-heartbeat', { requests: [keyOf('google')], ...changes });
  return judge(judged([chat, turn], { value: ofCase })).map(({ law }) => law);
}

describe('a turn after a heartbeat', () => {
  it('asks with the credential of chat, whatever model the heartbeat had', () => {
    expect(brokenBy({})).toEqual([]);
    expect(brokenBy({ requests: [keyOf('openai')] })).toContain('same-credential');
    expect(brokenBy({ requests: [], outcome: failed('no-credential') })).toContain('same-failure');
  });

  it('is not held against chat where the heartbeat met what chat meets first', () => {
    const refused = { requests: [{ ...keyOf('google'), status: 429 }], outcome: failed('rate-limited') };
    const unasked = { requests: [], outcome: failed('cooldown') };
    expect(brokenBy(unasked, refused, { ...value, helperModel: 'same' })).toEqual([]);
    expect(brokenBy(unasked, refused)).toContain('same-failure');
    // The heartbeat may have fallen back on chat's model.
    expect(brokenBy(unasked, refused, { ...value, fallback: 'other-provider' })).toEqual([]);
  });

  it('may take another of several profiles than the heartbeat before it took', () => {
    const second = { ...PLAIN_PROFILE, name: 'b' as const };
    const provider = { ...value.provider, profiles: [PLAIN_PROFILE, second] };
    const sent = request(
      sentFrom(
        { ...value, provider },
        (place) => place.provider === 'google' && place.holder === 'profile' && place.profile.name === 'b',
      ),
    );
    expect(brokenBy({ requests: [sent] }, {}, { ...value, provider, helperModel: null })).toEqual([]);
    expect(brokenBy({ requests: [sent] }, {}, { ...value, provider })).toContain('same-credential');
  });
});
