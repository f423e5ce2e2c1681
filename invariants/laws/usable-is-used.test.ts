import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { PLAIN_ENTRY, plainCase } from '../../generators/plain-case.ts';
import { failed, judged, observation } from '../../test-support/conforming.ts';
import { usableIsUsed } from './usable-is-used.ts';

const variable = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;
const google = plainCase({ id: 'google', environment: [variable] });
const expired: AuthProfile = {
  name: 'a',
  type: 'oauth',
  secret: { source: 'inline', holds: 'live', shape: 'plain' },
  expires: 'past',
  refresh: 'works',
  cooldown: 'none',
};
const portal = plainCase({ id: 'minimax-portal', profiles: [expired] });

const withoutCredential = { requests: [], outcome: failed('no-credential') };
const broken = (value: typeof google, model: string) =>
  usableIsUsed
    .check(
      judged([observation('chat', { ...withoutCredential, model: { provider: model, id: 'model' } })], {
        value,
      }),
    )
    .map(({ fingerprint }) => fingerprint.toString());

describe('the law that a usable credential is used', () => {
  it('is broken by every path that overlooks a live key, also where all paths do', () => {
    expect(broken(google, 'google')).toEqual([
      'usable-is-used | google | chat: no-credential beside a usable environment',
    ]);
  });

  it('is broken where an expired token is not refreshed, and not where its refresh fails', () => {
    expect(broken(portal, 'minimax-portal')).toHaveLength(1);
    const failing = plainCase({ id: 'minimax-portal', profiles: [{ ...expired, refresh: 'fails' }] });
    expect(broken(failing, 'minimax-portal')).toEqual([]);
  });

  it('says nothing where an order, a cooldown, a reference to nothing or the folder stands in the way', () => {
    const names = { where: 'config', names: ['b'] } as const;
    const key: AuthProfile = { ...expired, type: 'api_key', expires: 'never', refresh: 'none' };
    const nothing = { ...key, secret: { source: 'file', holds: 'nothing', shape: 'plain' } } as const;
    for (const setup of [
      { profiles: [key], order: { ...names, names: [...names.names] } },
      { profiles: [{ ...key, cooldown: 'active' as const }] },
      { profiles: [nothing, { ...key, name: 'b' as const }] },
      { environment: [{ ...variable, layer: 'workspace' as const }] },
    ])
      expect(broken(plainCase({ id: 'google', ...setup }), 'google')).toEqual([]);
  });

  it('is broken by a search that overlooks the variable of its provider, also beside a chat that is answered', () => {
    const xai = plainCase({ id: 'xai', environment: [{ ...variable, name: 'XAI_API_KEY' }] });
    const model = { provider: 'xai', id: 'model' };
    const searched = (value: typeof xai, end: Parameters<typeof observation>[1]) => {
      const observations = [
        observation('chat', { model }),
        observation('web-search', { requests: [], ...end, model }),
      ];
      return usableIsUsed.check(judged(observations, { value })).length;
    };
    expect(searched(xai, withoutCredential)).toBe(1);
    expect(searched(xai, { outcome: failed('nothing-selected') })).toBe(1);
    expect(searched(xai, { outcome: failed('other') })).toBe(0);
    // No document says of each provider that the key of its entry counts.
    const ofEntry = plainCase({
      id: 'xai',
      entry: { ...PLAIN_ENTRY, apiKey: { source: 'inline', holds: 'live', shape: 'plain' } },
    });
    expect(searched(ofEntry, withoutCredential)).toBe(0);
  });

  it('is broken by a turn that calls a model of the catalog unknown whose provider is configured', () => {
    const file = { kind: 'authorized-user', at: 'well-known', holds: 'live' } as const;
    const vertex = plainCase({ id: 'google-vertex', defaultCredentials: [file] });
    const unknown = (value: typeof vertex, path: 'chat' | 'completion' = 'chat') => {
      const model = { provider: value.provider.id, id: 'model' };
      const seen = observation(path, { requests: [], outcome: failed('unknown-model'), model });
      return usableIsUsed.check(judged([seen], { value })).map(({ fingerprint }) => fingerprint.behaviour);
    };
    expect(unknown(vertex)).toEqual(['unknown-model beside a usable default credentials file']);
    expect(unknown(portal)).toHaveLength(1);
    // Completion has a list of models of its own, and so has a user.
    expect(unknown(vertex, 'completion')).toEqual([]);
    expect(unknown(plainCase({ ...portal.provider, modelId: 'listed' }))).toEqual([]);
    // The documents name a profile.
    expect(unknown(google)).toEqual([]);
  });

  it('says nothing where a key of speech, of a search or of memory refers to nothing: it ends a strict command', () => {
    const nothing = { source: 'env', holds: 'nothing', shape: 'plain' } as const;
    const endpoint = { apiKey: nothing, hasAddress: false, hasHeader: false };
    for (const beside of [{ speechKey: nothing }, { searchKey: nothing }, { memoryEndpoint: endpoint }]) {
      const value = plainCase({ id: 'google', environment: [variable] }, beside);
      expect(broken(value, 'google')).toEqual([]);
    }
  });

  it('expects audio to ask with a subscription where documents say so alone', () => {
    const openai = plainCase({ id: 'openai', profiles: [expired] });
    const hears = (version: string) => {
      const model = { provider: 'openai', id: 'model' };
      const observations = [observation('audio', { ...withoutCredential, model })];
      return usableIsUsed.check(judged(observations, { value: openai, version })).length > 0;
    };
    expect(hears('2026.9.6')).toBe(true);
    expect(hears('2026.8.1')).toBe(false);
    expect(hears('2026.6.11')).toBe(false);
  });

  it("counts no key of a provider that takes a subscription's login alone", () => {
    const entry = { ...PLAIN_ENTRY, apiKey: { source: 'inline', holds: 'live', shape: 'plain' } } as const;
    expect(broken(plainCase({ id: 'openai-codex', entry }), 'openai-codex')).toEqual([]);
    expect(broken(plainCase({ id: 'xai', entry }), 'xai')).toHaveLength(1);
  });

  it("counts no profile for OpenAI's speech, which has a key of its own or a variable", () => {
    const key: AuthProfile = { ...expired, type: 'api_key', expires: 'never', refresh: 'none' };
    const value = plainCase({ id: 'openai', profiles: [key] });
    const brokenOn = (path: 'speech' | 'image-generation') =>
      usableIsUsed.check(
        judged([observation(path, { ...withoutCredential, model: { provider: 'openai', id: 'model' } })], {
          value,
        }),
      );
    expect(brokenOn('speech')).toEqual([]);
    expect(brokenOn('image-generation')).toHaveLength(1);
  });
});
