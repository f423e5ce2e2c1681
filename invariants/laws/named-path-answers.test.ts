import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../observation/outcome.ts';
import { observation, request } from '../../test-support/conforming.ts';
import { homeCaseOf } from '../../test-support/home-case-of.ts';
import { judgeHome } from '../laws.ts';
import { namedPathAnswers } from './named-path-answers.ts';

const part = { provider: 'openrouter', form: 'key', prefix: 'sk-or-', length: 40 };
const home = (entry: object) =>
  homeCaseOf({
    files: [
      {
        path: '.openclaw/openclaw.json',
        as: 'json',
        content: {
          agents: { defaults: { model: 'openrouter/auto' } },
          models: { providers: { openrouter: { apiKey: '{{entry}}', models: [], ...entry } } },
        },
      },
      {
        path: '.openclaw/agents/main/agent/auth-profiles.json',
        as: 'json',
        content: { profiles: { 'openrouter:a': { type: 'api_key', provider: 'openrouter', key: '{{a}}' } } },
      },
    ],
    secrets: {
      entry: { ...part, kind: 'entry', stale: true },
      a: { ...part, kind: 'profile', profile: 'openrouter:a' },
    },
    asked: { model: null, agent: null, failing: ['chat'] },
  });

function found(value: ReturnType<typeof home>, kind: 'entry' | 'profile'): string[] {
  const place = {
    holder: 'home',
    kind,
    provider: 'openrouter',
    profile: kind === 'profile' ? 'openrouter:a' : null,
    name: kind === 'profile' ? 'a' : 'entry',
  } as const;
  const sent = { kind: 'secret', scheme: 'bearer', place, validity: 'stale', damage: null } as const;
  const outcome: Outcome = { kind: 'failure', class: 'rejected', message: '401' };
  const chat = {
    ...observation('chat', { requests: [request(sent)], outcome }),
    model: { provider: 'openrouter', id: 'auto' },
  };
  const judged = { value, version: '2026.6.9', observations: [chat] };
  return judgeHome(judged, [namedPathAnswers]).map(({ fingerprint }) => String(fingerprint));
}

describe('a path that its user named, and that is rejected', () => {
  it('is a violation where it sends the key of the entry beside a profile that can be used', () => {
    expect(found(home({}), 'entry')).toEqual([expect.stringContaining('rejected beside a usable profile')]);
  });

  it('is none where it sends the profile, or where documents leave open what comes first', () => {
    expect(found(home({}), 'profile')).toEqual([]);
    expect(found(home({ auth: 'api-key' }), 'entry')).toEqual([]);
    const reference = { apiKey: { source: 'env', provider: 'default', id: 'OPENROUTER_API_KEY' } };
    expect(found(home(reference), 'entry')).toEqual([]);
  });
});

describe('a path that is rejected after its user replaced the key of the entry', () => {
  type Steps = NonNullable<ReturnType<typeof home>['asked']['after']>;
  const foundAfter = (lane: 'gateway' | 'embedded', steps: Steps, config: object = {}) => {
    const value = home({});
    const [file] = value.files;
    if (file?.as === 'json') Object.assign(file.content as object, config);
    const given = { ...value, asked: { ...value.asked, after: steps } };
    const place = {
      holder: 'home',
      kind: 'entry',
      provider: 'openrouter',
      profile: null,
      name: 'entry',
    } as const;
    const old = {
      kind: 'secret',
      scheme: 'bearer',
      place,
      validity: 'stale',
      damage: null,
      isReplaced: true,
    } as const;
    const outcome: Outcome = { kind: 'failure', class: 'rejected', message: '401' };
    const seen = { ...observation('chat', { requests: [request(old)], outcome }), lane };
    const model = { provider: 'openrouter', id: 'auto' };
    const judged = { value: given, version: '2026.9.6', observations: [{ ...seen, model }] };
    return judgeHome(judged, [namedPathAnswers]).map(({ fingerprint }) => String(fingerprint));
  };
  const replace = { do: 'replace', secret: 'entry' } as const;
  const old = [expect.stringContaining('rejected with a replaced entry')];

  it('is a violation where it sends the old one: a gateway applies its configuration at once', () => {
    expect(foundAfter('gateway', [replace])).toEqual(old);
    expect(foundAfter('embedded', [replace])).toEqual(old);
  });

  it('is none where the gateway was told not to, until it is started again', () => {
    const config = { gateway: { reload: { mode: 'off' } } };
    const isNew = (found: string[]) => found.every((each) => !each.includes('replaced'));
    expect(isNew(foundAfter('gateway', [replace], config))).toBe(true);
    expect(foundAfter('gateway', [replace, { do: 'restart' }], config)).toEqual(old);
  });
});
