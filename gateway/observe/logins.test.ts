import { expect, it, vi } from 'vitest';
import { PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { lastingLogins, rotatingLogins, tokensToCome } from './logins.ts';

const value = plainCase({ id: 'openai', profiles: [{ ...PLAIN_SUBSCRIPTION, expires: 'past' }] });
const canaries = [...canariesOf(value, 'salt'), ...tokensToCome(value, 'salt')];
const first = canaries.find(({ place }) => place.holder === 'refresh token')!.text;

it('brings a new refresh token each time, and takes none twice', () => {
  const { logins } = rotatingLogins(value);
  const one = logins(canaries, first)!;
  const two = logins(canaries, one.refreshToken)!;
  expect(new Set([first, one.refreshToken, two.refreshToken]).size).toBe(3);
  expect(one.accessToken).not.toBe(two.accessToken);
  expect(logins(canaries, first)).toBeNull();
  expect(logins(canaries, two.refreshToken)).not.toBeNull();
  expect(rotatingLogins(value).logins(canaries, first)).toEqual(one);
});

it('brings access tokens that the case knows as live', () => {
  const { accessToken } = rotatingLogins(value).logins(canaries, first)!;
  expect(canaries.find(({ text }) => text === accessToken)).toMatchObject({ validity: 'live' });
});

it('waits for the end of the token that it gave last', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { logins, ended } = rotatingLogins(value);
  await ended();
  const { seconds } = logins(canaries, first)!;
  vi.setSystemTime(Date.now() + seconds * 1000 - 20);
  const started = performance.now();
  await ended();
  expect(performance.now() - started).toBeGreaterThan(10);
  vi.useRealTimers();
});

it('makes a token last longer where builds end it early, so that it can be used at all', () => {
  const ofAnthropic = plainCase({ id: 'anthropic', profiles: value.provider.profiles });
  const held = [...canariesOf(ofAnthropic, 'salt'), ...tokensToCome(ofAnthropic, 'salt')];
  const token = held.find(({ place }) => place.holder === 'refresh token')!.text;
  const { seconds } = rotatingLogins(value).logins(canaries, first)!;
  expect(rotatingLogins(ofAnthropic).logins(held, token)).toMatchObject({ seconds: seconds + 300 });
});

it('keeps the account that its first token names', () => {
  const tokens = canaries.filter(({ place }) => place.holder === 'refreshed token').map(({ text }) => text);
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(new Set(tokens.map((text) => text.split('.')[1])).size).toBe(1);
});

it('of a case without steps takes its refresh token as often as it comes', () => {
  const again = () => lastingLogins(canaries, first);
  expect(again()).toEqual(again());
  expect(again()).toMatchObject({ refreshToken: first });
  expect(lastingLogins(canaries, 'another')).toBeNull();
});
