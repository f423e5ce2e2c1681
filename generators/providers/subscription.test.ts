import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseArbitrary } from '../case.ts';
import { PLAIN_SUBSCRIPTION, plainCase } from '../plain-case.ts';
import { ownerOfHost, providerOfSetup, providerSetupArbitrary } from '../provider-setup.ts';
import { secretText } from '../secrets/secret-text.ts';
import { providerOf } from './catalog.ts';

const profile = PLAIN_SUBSCRIPTION;
const { provider: subscribed } = plainCase({ id: 'openai', profiles: [profile] });
const { provider: unsubscribed } = plainCase({ id: 'openai' });

describe('a subscription of a provider that also sells keys', () => {
  it('is drawn beside keys, and not for a build that keeps it elsewhere', () => {
    const subscriptions = (subscribes: boolean) =>
      fc
        .sample(providerSetupArbitrary('openai', subscribes), { seed: 1, numRuns: 200 })
        .filter(({ profiles }) => profiles.some(({ type }) => type === 'oauth')).length;
    expect(subscriptions(true)).toBeGreaterThan(40);
    expect(subscriptions(false)).toBe(0);
  });

  it('shrinks to a key', () => {
    const smaller = [...caseArbitrary(['openai']).shrink(plainCase(subscribed), undefined)];
    expect(smaller.map(({ value }) => value.provider.profiles[0]?.type)).toContain('api_key');
  });

  it('brings hosts and models of its own', () => {
    expect(providerOfSetup(subscribed).hosts).toEqual(['api.openai.com', 'chatgpt.com']);
    expect(providerOfSetup(unsubscribed)).toBe(providerOf('openai'));
    expect(providerOfSetup(subscribed).models).not.toEqual(providerOf('openai').models);
  });

  it('owns its host where the case has it', () => {
    expect(ownerOfHost([subscribed], 'chatgpt.com')?.id).toBe('openai');
    expect(ownerOfHost([unsubscribed], 'chatgpt.com')?.id).toBe('openai-codex');
    expect(ownerOfHost([subscribed], 'example.com')).toBe(null);
  });

  it('has a web token, and a key beside it none', () => {
    const place = { holder: 'profile', provider: 'openai', source: 'inline' } as const;
    expect(secretText({ ...place, profile }, 'abc').split('.')).toHaveLength(3);
    expect(secretText({ ...place, profile: { ...profile, type: 'api_key' } }, 'abc')).toBe('sk-proj-abc');
  });
});
