import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import type { FailureClass } from '../../observation/outcome.ts';
import { failed, judged, observation, request, sentFrom, value } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';
import { documentedCredential } from '../precedence.ts';
import { promisesBroken } from '../promises/of-laws.ts';

describe('the documented order', () => {
  it('sees the token that a provider refuses to exchange: no model is asked then', () => {
    const key: AuthProfile = { ...value.provider.profiles[0]!, type: 'token' };
    const copilot = plainCase({ id: 'github-copilot', profiles: [key] });
    const sent = sentFrom(copilot, ({ holder }) => holder === 'profile', 'bearer');
    const exchange = { ...request(sent), purpose: 'provider' as const, host: 'api.github.com', status: 401 };
    const broken = (...requests: (typeof exchange)[]) =>
      judge(
        judged(
          [
            observation('chat', {
              requests,
              outcome: failed('rejected'),
              model: { provider: 'github-copilot', id: 'gpt-5.4' },
            }),
          ],
          { value: copilot },
        ),
      ).filter(({ law }) => law === 'documented-precedence');
    expect(broken(exchange)).toEqual([]);
    expect(broken()).toHaveLength(1);
  });

  it('says nothing of a chat that an address ends which is none', () => {
    const broken = (ended: FailureClass) =>
      judge(judged([observation('chat', { requests: [], outcome: failed(ended) })])).filter(
        ({ law }) => law === 'documented-precedence',
      );
    expect(broken('refused-address')).toEqual([]);
    expect(broken('other')).toHaveLength(1);
  });

  it('has the profile that the configuration declares before one that it does not', () => {
    const key: AuthProfile = { ...PLAIN_PROFILE, name: 'b' };
    const profiles = [key, { ...PLAIN_PROFILE, type: 'token' as const }];
    const two = plainCase({ id: 'google', profiles, listedProfiles: 'first' });
    const broken = (name: string, of = two) => {
      const sent = sentFrom(of, (place) => profileOf(place)?.name === name);
      return judge(judged([observation('chat', { requests: [request(sent)] })], { value: of })).filter(
        ({ law }) => law === 'documented-precedence',
      );
    };
    expect(broken('b')).toEqual([]);
    expect(broken('a')).toHaveLength(1);
    const promises = promisesBroken(broken('a')[0]!, two, '2026.9.6').map(({ id }) => id);
    expect(promises).toContain('model-failover/configured-profiles-third');
    // Declared alike, the token comes first; an order goes before both.
    expect(broken('a', plainCase({ ...two.provider, listedProfiles: 'all' }))).toEqual([]);
    const order = { where: 'config' as const, names: ['a' as const] };
    expect(broken('a', plainCase({ ...two.provider, order }))).toEqual([]);
  });

  it("ranks no key of a provider that takes a subscription's login alone", () => {
    const entry = { ...PLAIN_ENTRY, apiKey: { source: 'inline', holds: 'live', shape: 'plain' } } as const;
    expect(documentedCredential(plainCase({ id: 'openai-codex', entry }))).toBeNull();
    expect(documentedCredential(plainCase({ id: 'xai', entry }))).not.toBeNull();
  });
});
