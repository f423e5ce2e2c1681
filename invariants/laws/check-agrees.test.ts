import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import type { Observation } from '../../observation/observation.ts';
import type { HealthWord } from '../../observation/status.ts';
import { failed, judged, observation } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const plain = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });
const entry = { ...PLAIN_ENTRY, apiKey: PLAIN_PROFILE.secret };

function brokenBy(probe: Partial<Observation>, chat: Partial<Observation> = {}, value = plain): string[] {
  const observations = [observation('chat', chat), observation('probe', probe)];
  return judge(judged(observations, { value }))
    .filter(({ law }) => law === 'check-agrees')
    .map(({ fingerprint }) => String(fingerprint));
}

it('a check is good where chat is answered with the one credential that is there', () => {
  expect(brokenBy({ check: 'good' })).toEqual([]);
  expect(brokenBy({ check: 'bad' })).toEqual([expect.stringContaining('check bad')]);
  expect(brokenBy({ check: 'expiring' })).toEqual([expect.stringContaining('check expiring')]);
  const refused = { outcome: failed('rejected') };
  expect(brokenBy({ check: 'bad' }, refused)).toEqual([]);
});

it('a check is bad where the report beside it calls credentials missing', () => {
  const chat = { requests: [], outcome: failed('no-credential') };
  expect(brokenBy({ check: 'bad', status: 'missing' }, chat)).toEqual([]);
  expect(brokenBy({ check: 'good', status: 'missing' }, chat)).toEqual([
    expect.stringContaining('check good'),
  ]);
});

it('a check may be bad for a route that cannot be told, or a login that is renewed', () => {
  expect(brokenBy({ check: 'bad', status: 'unclear' })).toEqual([]);
  const renewed = plainCase({ id: 'google', profiles: [{ ...PLAIN_SUBSCRIPTION, expires: 'past' }] });
  expect(brokenBy({ check: 'bad' }, {}, renewed)).toEqual([]);
});

it('a check is not bad for a login whose time lasts, and with which chat is answered', () => {
  const login = plainCase({ id: 'google', profiles: [PLAIN_SUBSCRIPTION] });
  expect(brokenBy({ check: 'good' }, {}, login)).toEqual([]);
  expect(brokenBy({ check: 'bad' }, {}, login)).toEqual([expect.stringContaining('check bad')]);
});

describe('a check of credentials that are over', () => {
  const over = { ...PLAIN_PROFILE, type: 'token', expires: 'past' } as const;
  const unasked = { requests: [], outcome: failed('no-credential') };
  const withProfiles = (...profiles: AuthProfile[]) => plainCase({ id: 'google', profiles });

  it('is neither good nor expiring where nothing can renew them', () => {
    for (const profile of [over, { ...PLAIN_SUBSCRIPTION, expires: 'past', refresh: 'none' } as const]) {
      expect(brokenBy({ check: 'bad', status: 'unclear' }, unasked, withProfiles(profile))).toEqual([]);
      expect(brokenBy({ check: 'good' }, unasked, withProfiles(profile))).toEqual([
        'check-agrees | google | probe: ended credentials | probe: check good',
      ]);
      expect(brokenBy({ check: 'expiring' }, unasked, withProfiles(profile))).toEqual([
        'check-agrees | google | probe: ended credentials | probe: check expiring',
      ]);
    }
  });

  it('may be good where a refresh token, another profile or a key is there', () => {
    const renewed = { ...PLAIN_SUBSCRIPTION, expires: 'past', refresh: 'fails' } as const;
    expect(brokenBy({ check: 'good' }, unasked, withProfiles(renewed))).toEqual([]);
    expect(brokenBy({ check: 'good' }, unasked, withProfiles(over, { ...PLAIN_PROFILE, name: 'b' }))).toEqual(
      [],
    );
    expect(
      brokenBy({ check: 'good' }, unasked, plainCase({ id: 'google', profiles: [over], entry })),
    ).toEqual([]);
  });
});

it('a check is expiring only where its own report calls a profile so', () => {
  const refused = { outcome: failed('rejected') };
  const said = (word: HealthWord) => ({
    check: 'expiring' as const,
    health: { profiles: [{ profileId: 'google:a', word }], provider: word },
  });
  expect(brokenBy(said('expiring'), refused)).toEqual([]);
  expect(brokenBy(said('static'), refused)).toEqual([
    'check-agrees | google | probe: its report | probe: check expiring',
  ]);
});
