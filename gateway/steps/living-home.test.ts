import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import { type CaseCanary, canariesOf } from '../../generators/secrets/canaries.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import type { Home } from '../home/home.ts';
import { canariesNow, livingHome, valueNow, withTurn } from './living-home.ts';

const value = plainCase({
  id: 'google',
  entry: { ...PLAIN_ENTRY, apiKey: PLAIN_PROFILE.secret },
  profiles: [PLAIN_PROFILE, { ...PLAIN_PROFILE, name: 'b' }],
});
const canaries = canariesOf(value, 'living home');
const start = livingHome({} as Home, value, canaries);
const named = (each: CaseCanary) => profileOf(each.place)?.name ?? each.place.holder;
const changed = (now: readonly CaseCanary[]) =>
  Object.fromEntries(
    now
      .filter((each) => each.validity !== 'live')
      .map((each) => [named(each), each.refusedFor ?? each.validity]),
  );

describe('a provider that turns against keys', () => {
  it('refuses those that are in use, for the reason that it gives, and no newer one', () => {
    const now = withTurn(start, { turn: 'wants-credit' });
    expect(changed(canariesNow(now))).toEqual({ entry: 'no-credit', a: 'no-credit', b: 'no-credit' });
    const newer = canariesOf(value, 'another salt');
    expect(changed(canariesNow({ ...now, canaries: newer }))).toEqual({});
    expect(changed(canariesNow(withTurn(now, { turn: 'recovers' })))).toEqual({});
  });

  it('may refuse, or limit, the key of one profile alone', () => {
    expect(changed(canariesNow(withTurn(start, { turn: 'revokes', of: 'b' })))).toEqual({ b: 'revoked' });
    const limited = withTurn(start, { turn: 'limits', of: 'a' });
    expect(changed(canariesNow(limited))).toEqual({ a: 'limited' });
    expect(valueNow(limited)).toBe(value);
  });

  it('limits everybody where no profile is named', () => {
    const limited = withTurn(start, { turn: 'limits' });
    expect(changed(canariesNow(limited))).toEqual({});
    expect(valueNow(limited).provider.answer).toBe('rate-limited');
  });
});
