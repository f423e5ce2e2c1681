import { describe, expect, it } from 'vitest';
import type { HomeCase } from '../../home-case/home-case.ts';
import { homeCaseOf } from '../../test-support/home-case-of.ts';
import { factsOfHome } from './facts-of-home.ts';

const secret = (kind: string, profile: string | null) => ({
  kind,
  profile,
  provider: 'acme',
  form: 'key',
  prefix: '',
  length: 32,
});

function home(profile: object, more: object = {}): HomeCase {
  return homeCaseOf({
    files: [
      { path: '.openclaw/openclaw.json', as: 'json', content: {} },
      {
        path: '.openclaw/agents/main/agent/auth-profiles.json',
        as: 'json',
        content: { profiles: { 'acme:mine': { ...profile, api_key: '{{profile}}' } } },
      },
    ],
    environment: { ACME_API_KEY: '{{variable}}' },
    secrets: { profile: secret('profile', 'mine'), variable: secret('environment', null) },
    asked: { model: null, agent: null, failing: ['chat'] },
    ...more,
  });
}
const names = (value: HomeCase, lane: 'embedded' | 'gateway' = 'embedded') =>
  factsOfHome(value)
    .liveSecrets('acme', lane)
    .map(({ name }) => name);

describe('the live secrets of a home', () => {
  it('have a profile that says its type and whose it is, and none that does not', () => {
    expect(names(home({ type: 'api_key', provider: 'acme' }))).toContain('profile');
    expect(names(home({ type: 'api_key' }))).toEqual(['variable']);
    expect(names(home({ provider: 'acme' }))).toEqual(['variable']);
  });

  it('have the variables of the shell for commands, and those of the service for its gateway', () => {
    const value = home({}, { service: {} });
    expect(names(value)).toEqual(['variable']);
    expect(names(value, 'gateway')).toEqual([]);
    expect(names(home({}), 'gateway')).toEqual(['variable']);
  });
});
