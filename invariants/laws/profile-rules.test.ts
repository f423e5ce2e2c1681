import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { plainCase } from '../../generators/plain-case.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { omittedProfile } from './omitted-profile.ts';
import { probeReason } from './probe-reason.ts';

const usual: AuthProfile = {
  name: 'a',
  type: 'token',
  secret: { source: 'inline', holds: 'live', shape: 'plain' },
  expires: 'never',
  refresh: 'none',
  cooldown: 'none',
};
const second: AuthProfile = { ...usual, name: 'b' };
const ordered = plainCase({
  id: 'google',
  profiles: [usual, second],
  order: { where: 'config', names: ['a'] },
});
const keyOf = (name: string) =>
  sentFrom(ordered, (place) => place.holder === 'profile' && place.profile.name === name);

describe('the law of omitted profiles', () => {
  const broken = (...names: string[]) =>
    omittedProfile.check(
      judged([observation('chat', { requests: names.map((name) => request(keyOf(name))) })], {
        value: ordered,
      }),
    ).length;

  it('is broken by a later request with a profile that the order leaves out, and not by one that it names', () => {
    expect(broken('a')).toBe(0);
    expect(broken('a', 'b')).toBe(1);
  });

  it('says nothing of an order that names no profile that is there', () => {
    const value = plainCase({ ...ordered.provider, order: { where: 'config', names: ['c'] } });
    const chat = observation('chat', { requests: [request(keyOf('b'))] });
    expect(omittedProfile.check(judged([chat], { value }))).toEqual([]);
  });
});

describe("the law of the probe's reasons", () => {
  const broken = (
    profile: AuthProfile,
    reason: string | null,
    names: readonly AuthProfile['name'][] | null = null,
  ) => {
    const order = names && { where: 'config' as const, names: [...names] };
    const value = plainCase({ id: 'google', profiles: [profile], order });
    const probe = [{ profileId: 'google:a', source: 'profile', status: 'unknown', reason }];
    return probeReason
      .check(judged([observation('probe', { probe, requests: [] })], { value }))
      .map(({ fingerprint }) => fingerprint.behaviour);
  };
  const expired: AuthProfile = { ...usual, expires: 'past' };

  it('takes the code of the fault, and no other', () => {
    expect(broken(expired, 'expired')).toEqual([]);
    expect(broken(expired, 'unresolved_ref')).toEqual(['unresolved_ref in place of expired']);
    expect(broken(usual, 'expired')).toEqual(['expired in place of no fault']);
  });

  it('asks for a reason where the one fault of a profile kept it from being asked', () => {
    expect(broken(expired, null)).toEqual(['no reason in place of expired']);
    expect(broken(usual, null)).toEqual([]);
    const missing: AuthProfile = { ...expired, secret: { source: 'file', holds: 'nothing', shape: 'plain' } };
    expect(broken(missing, null)).toEqual([]);
  });

  it('lets the order be the reason where it names no stored profile, and asks for none', () => {
    expect(broken(usual, 'excluded_by_auth_order', ['b'])).toEqual([]);
    expect(broken(usual, null, ['b'])).toEqual([]);
    expect(broken(usual, 'excluded_by_auth_order')).toHaveLength(1);
  });
});
