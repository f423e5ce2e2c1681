import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import { type HealthWord, healthWordSchema } from '../../observation/status.ts';
import { judged, observation } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const TOKEN: AuthProfile = { ...PLAIN_PROFILE, type: 'token' };
const LOGIN: AuthProfile = PLAIN_SUBSCRIPTION;

const withProfile = (profile: AuthProfile) => plainCase({ id: 'google', profiles: [profile] });
const health = (word: HealthWord, provider: HealthWord | null = null) => ({
  profiles: [{ profileId: 'google:a', word }],
  provider,
});

function brokenBy(
  path: 'probe' | 'auth-status',
  said: ReturnType<typeof health>,
  value = plainCase({ id: 'google' }),
  version = '2026.9.6',
) {
  return judge(judged([observation(path, { requests: [], health: said })], { value, version }))
    .filter(({ law }) => law === 'health-word')
    .map(({ fingerprint }) => fingerprint.behaviour);
}

/** The words that models status may have for a profile, in a build that promises it least. */
function allowed(profile: AuthProfile, version = '2026.3.13'): HealthWord[] {
  return healthWordSchema.options.filter(
    (word) => brokenBy('probe', health(word), withProfile(profile), version).length === 0,
  );
}
const ANY = healthWordSchema.options;

describe('the word of models status for a stored profile', () => {
  it('is not expired, expiring or missing where its time lasts for years', () => {
    for (const profile of [
      LOGIN,
      { ...LOGIN, refresh: 'none' } as const,
      TOKEN,
      { ...TOKEN, expires: 'later' } as const,
    ])
      expect(allowed(profile)).toEqual(['ok', 'static', 'other']);
    expect(allowed(PLAIN_PROFILE)).toEqual(['ok', 'static', 'other']);
    expect(brokenBy('probe', health('expired'), withProfile(LOGIN))).toEqual([
      'expired for a login whose time lasts',
    ]);
  });

  it('is not ok, static or expiring where its time is over and nothing can renew it', () => {
    for (const profile of [TOKEN, { ...LOGIN, refresh: 'none' } as const])
      expect(allowed({ ...profile, expires: 'past' })).toEqual(['expired', 'missing', 'other']);
  });

  it('is not ok for a token whose time is no time', () => {
    expect(allowed({ ...TOKEN, expires: 'malformed' })).toEqual(ANY.filter((word) => word !== 'ok'));
  });

  it('may be any for a login that is over beside a refresh token: no document says it', () => {
    for (const refresh of ['works', 'fails'] as const)
      expect(allowed({ ...LOGIN, expires: 'past', refresh })).toEqual(ANY);
  });

  it('may be any for a reference, and for a profile that is left alone for now', () => {
    expect(allowed({ ...PLAIN_PROFILE, secret: { ...PLAIN_PROFILE.secret, source: 'file' } })).toEqual(ANY);
    expect(allowed({ ...LOGIN, cooldown: 'active' })).toEqual(ANY);
  });

  it('may be any where a doctor came before, or older records lie beside', () => {
    const profiles = [LOGIN];
    const doctored = plainCase({ id: 'google', profiles }, { commandBefore: 'doctor' });
    const beside = plainCase({ id: 'google', profiles, profileStore: 'older-beside' });
    for (const value of [doctored, beside]) expect(brokenBy('probe', health('expired'), value)).toEqual([]);
  });
});

describe('the word of a running gateway', () => {
  const over: AuthProfile = { ...TOKEN, expires: 'past' };

  it('is held to the same, for a profile and for a provider that has no other credential', () => {
    expect(brokenBy('auth-status', health('expired', 'expired'), withProfile(LOGIN))).toEqual([
      'expired for a login whose time lasts',
      'expired for a provider whose time lasts',
    ]);
    expect(brokenBy('auth-status', health('expired', 'ok'), withProfile(over))).toEqual([
      'ok for a provider whose time is over',
    ]);
  });

  it('may be good for a provider that has a key beside an ended token', () => {
    const entry = { ...PLAIN_ENTRY, apiKey: PLAIN_PROFILE.secret };
    const beside = plainCase({ id: 'google', profiles: [over], entry });
    expect(brokenBy('auth-status', health('expired', 'ok'), beside)).toEqual([]);
    const two = plainCase({ id: 'google', profiles: [over, { ...LOGIN, name: 'b' }] });
    expect(brokenBy('auth-status', health('expired', 'expired'), two)).toEqual([]);
  });

  it('is judged in builds whose documents say what it shows', () => {
    expect(brokenBy('auth-status', health('expired'), withProfile(LOGIN), '2026.8.1')).not.toEqual([]);
    expect(brokenBy('auth-status', health('expired'), withProfile(LOGIN), '2026.7.1-2')).toEqual([]);
  });
});
