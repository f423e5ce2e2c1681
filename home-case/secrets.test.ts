import { describe, expect, it } from 'vitest';
import { homeCaseOf } from '../test-support/home-case-of.ts';
import type { HomeCase } from './home-case.ts';
import { refreshedBy, textsOfHome } from './secrets.ts';

const part = { provider: 'minimax-portal', profile: 'minimax-portal:me', prefix: '', length: 40 } as const;
const home = (stale: boolean): HomeCase =>
  homeCaseOf({
    writtenBy: '2026.5.28',
    secrets: {
      access: { ...part, kind: 'profile', form: 'key', stale: true },
      refresh: { ...part, kind: 'refresh token', form: 'key', stale },
    },
  });

describe('a refresh token of a home', () => {
  it('brings an access token that is accepted, and is none itself', () => {
    const { texts, canaries } = textsOfHome(home(false), 'one run');
    const brought = refreshedBy(canaries, texts.refresh ?? '');
    expect(canaries.find(({ text }) => text === brought)).toMatchObject({
      validity: 'live',
      place: { provider: 'minimax-portal', profile: 'minimax-portal:me' },
    });
    expect(canaries.find(({ text }) => text === texts.refresh)?.validity).toBe('stale');
    expect(refreshedBy(canaries, texts.access ?? '')).toBeNull();
  });

  it('makes the access token of its profile that of a subscription, which laws hold apart from keys', () => {
    const { canaries } = textsOfHome(home(false), 'one run');
    const isSubscription = canaries.map(
      ({ place }) => place.holder === 'home' && place.isSubscription === true,
    );
    expect(isSubscription).toEqual([true, false, true]);
  });

  it('brings nothing once it is said to be refused', () => {
    const { texts, canaries } = textsOfHome(home(true), 'one run');
    expect(refreshedBy(canaries, texts.refresh ?? '')).toBeNull();
  });
});
