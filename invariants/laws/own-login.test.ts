import { describe, expect, it } from 'vitest';
import { PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const value = plainCase({ id: 'openai', profiles: [PLAIN_SUBSCRIPTION] }, { programLogin: true });
const model = { provider: 'openai', id: 'gpt-5.5' };
const own = sentFrom(value, ({ holder }) => holder === 'profile', 'bearer');
const others = sentFrom(value, ({ holder }) => holder === 'program login', 'bearer');

function brokenBy(sent: typeof own, of = value, version = '2026.9.6', law = 'own-login') {
  const chat = observation('chat', { model, requests: [request(sent)] });
  return judge(judged([chat], { value: of, version })).flatMap((each) =>
    each.law === law ? [String(each.fingerprint)] : [],
  );
}

describe('a login of another program', () => {
  it('is sent by no path where a profile has a login of its own, not even one that is over', () => {
    expect(brokenBy(own)).toEqual([]);
    expect(brokenBy(others)).toEqual(['own-login | openai | chat: program login beside a login of its own']);
    const over = { ...PLAIN_SUBSCRIPTION, expires: 'past', refresh: 'fails' } as const;
    const ended = { ...value, provider: { ...value.provider, profiles: [over] } };
    expect(brokenBy(others, ended)).toHaveLength(1);
    // No document of older builds says so.
    expect(brokenBy(others, value, '2026.3.13')).toEqual([]);
  });

  it('may be used where there is none', () => {
    const alone = plainCase({ id: 'openai-codex' }, { programLogin: true });
    const sent = sentFrom(alone, ({ holder }) => holder === 'program login', 'bearer');
    expect(brokenBy(sent, alone, '2026.5.22')).toEqual([]);
    expect(brokenBy(sent, alone, '2026.5.22', 'documented-precedence')).toEqual([]);
  });

  it('is kept in no store beside a login of its own, on builds whose documents say so', () => {
    const place = others.place;
    const chat = observation('chat', {
      model,
      requests: [request(own)],
      disclosures: [{ place, where: '.openclaw/agents/main/agent/auth-profiles.json' }],
    });
    const disclosedOn = (version: string) =>
      judge(judged([chat], { value, version })).filter(({ law }) => law === 'no-disclosure').length;
    expect(disclosedOn('2026.5.22')).toBe(1);
    expect(disclosedOn('2026.4.24')).toBe(0);
  });
});
