import { expect, it, vi } from 'vitest';
import { PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import type { Refreshed, Renewal } from '../../mocks/providers/oauth-token.ts';
import { lastingLogins, rotatingLogins, tokensToCome } from './logins.ts';

const value = plainCase({ id: 'openai', profiles: [{ ...PLAIN_SUBSCRIPTION, expires: 'past' }] });
const canaries = [...canariesOf(value, 'salt'), ...tokensToCome(value, 'salt')];
const first = canaries.find(({ place }) => place.holder === 'refresh token')!.text;

/** The tokens that a refresh token brings. */
function tokens(renewal: Renewal): Refreshed & { refreshToken: string } {
  if (typeof renewal !== 'object' || !renewal?.refreshToken) throw new Error('brings no refresh token');
  return { ...renewal, refreshToken: renewal.refreshToken };
}

it('brings a new refresh token each time, and takes none twice', () => {
  const logins = rotatingLogins(value).loginsIn('recovers');
  const one = tokens(logins(canaries, first));
  const two = tokens(logins(canaries, one.refreshToken));
  expect(new Set([first, one.refreshToken, two.refreshToken]).size).toBe(3);
  expect(one.accessToken).not.toBe(two.accessToken);
  expect(logins(canaries, first)).toBeNull();
  expect(logins(canaries, two.refreshToken)).not.toBeNull();
  expect(rotatingLogins(value).loginsIn('recovers')(canaries, first)).toEqual(one);
});

it('brings access tokens that the case knows as live', () => {
  const { accessToken } = tokens(rotatingLogins(value).loginsIn('recovers')(canaries, first));
  expect(canaries.find(({ text }) => text === accessToken)).toMatchObject({ validity: 'live' });
});

it('waits for the end of the token that it gave last', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { loginsIn, ended } = rotatingLogins(value);
  await ended();
  const { seconds } = tokens(loginsIn('recovers')(canaries, first));
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
  const { seconds } = tokens(rotatingLogins(value).loginsIn('recovers')(canaries, first));
  expect(rotatingLogins(ofAnthropic).loginsIn('recovers')(held, token)).toMatchObject({
    seconds: seconds + 300,
  });
});

it('counts no token as used that brought none in its place', () => {
  const { loginsIn } = rotatingLogins(value);
  expect(loginsIn('fails')(canaries, first)).toBe('failure');
  expect(loginsIn('garbles')(canaries, first)).toBe('garbled');
  expect(loginsIn('keeps')(canaries, first)).toMatchObject({ refreshToken: null });
  expect(loginsIn('keeps')(canaries, first)).toMatchObject({ refreshToken: null });
  expect(tokens(loginsIn('recovers')(canaries, first)).refreshToken).not.toBe(first);
  expect(loginsIn('keeps')(canaries, first)).toBeNull();
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
