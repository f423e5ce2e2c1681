import { describe, expect, it } from 'vitest';
import { homeCaseSchema } from '../../home-case/home-case.ts';
import { observation, request } from '../../test-support/conforming.ts';
import { judgeHome } from '../laws.ts';
import { orderedProfile } from './ordered-profile.ts';

const NOW = 1_795_800_000_000;
const secret = (profile: string) => ({
  kind: 'profile',
  provider: 'anthropic',
  profile,
  form: 'key',
  prefix: 'sk-ant-api03-',
  length: 40,
});
const home = (state: object, session: object = {}) =>
  homeCaseSchema.parse({
    kind: 'home',
    schemaVersion: 1,
    writtenBy: null,
    takenAt: NOW,
    files: [
      {
        path: '.openclaw/openclaw.json',
        as: 'json',
        content: {
          agents: { defaults: { model: 'anthropic/claude-opus-4-6' } },
          auth: { order: { anthropic: ['anthropic:a', 'anthropic:b'] } },
        },
      },
      { path: '.openclaw/agents/main/agent/auth-state.json', as: 'json', content: state },
      {
        path: '.openclaw/agents/main/sessions/sessions.json',
        as: 'json',
        content: { 'agent:main:main': session },
      },
    ],
    environment: {},
    secrets: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, secret(`anthropic:${name}`)])),
    asked: { model: null, agent: null, failing: ['chat'] },
  });

function found(value: ReturnType<typeof home>, name: 'a' | 'b' | 'c', provider = 'anthropic'): string[] {
  const place = {
    holder: 'home',
    kind: 'profile',
    provider,
    profile: `${provider}:${name}`,
    name,
  } as const;
  const sent = { kind: 'secret', scheme: 'x-api-key', place, validity: 'live', damage: null } as const;
  const chat = {
    ...observation('chat', { requests: [request(sent)] }),
    model: { provider: 'anthropic', id: 'claude-opus-4-6' },
  };
  const judged = { value, version: '2026.4.24', observations: [chat] };
  return judgeHome(judged, [orderedProfile]).map(
    ({ fingerprint }) => String(fingerprint).split(': ').at(-1) ?? '',
  );
}

describe('the order of profiles in a home', () => {
  const rests = { usageStats: { 'anthropic:a': { cooldownUntil: NOW + 60_000 } } };

  it('is kept by a turn that sends the first profile, or the next while the first rests', () => {
    expect(found(home({}), 'a')).toEqual([]);
    expect(found(home(rests), 'b')).toEqual([]);
    expect(found(home({ usageStats: { 'anthropic:a': { cooldownUntil: NOW - 1 } } }), 'a')).toEqual([]);
  });

  it('is broken by a later profile, one that it leaves out, and one that rests', () => {
    expect(found(home({}), 'b')).toEqual(['a later profile is asked']);
    expect(found(home({}), 'c')).toEqual(['a profile that the order leaves out is asked']);
    expect(found(home(rests), 'a')).toEqual(['a resting profile is asked']);
  });

  it('says nothing of the profiles of a provider that a turn falls back on', () => {
    expect(found(home({}), 'a', 'openai')).toEqual([]);
  });

  it('is the stored one before the configured one', () => {
    const stored = { order: { anthropic: ['anthropic:b', 'anthropic:a'] } };
    expect(found(home(stored), 'b')).toEqual([]);
    expect(found(home(stored), 'a')).toEqual(['a later profile is asked']);
  });

  it('binds a session whose profile a build chose, and none whose user chose it', () => {
    const chosen = (source: string) => ({
      authProfileOverride: 'anthropic:b',
      authProfileOverrideSource: source,
    });
    expect(found(home({}, chosen('user')), 'b')).toEqual([]);
    expect(found(home({}, chosen('auto')), 'c')).toEqual(['a profile that the order leaves out is asked']);
  });
});
