import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { type Case, caseArbitrary } from '../../generators/case.ts';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { ALL_PROVIDERS, idOfProfile } from '../../generators/providers/catalog.ts';
import { canariesOf, setupsOf } from '../../generators/secrets/canaries.ts';
import { authStoresOf } from './auth-stores.ts';

const usual = {
  name: 'a',
  type: 'api_key',
  secret: { source: 'inline', holds: 'live', shape: 'plain' },
  expires: 'never',
  refresh: 'none',
  cooldown: 'none',
} as const satisfies AuthProfile;

const SQLITE = { authStore: 'sqlite', keepsStateApart: true, hasSharedStore: true } as const;

function storeOf(profile: Partial<AuthProfile>, setup: Partial<ProviderSetup> = {}) {
  const value = plainCase({ id: 'anthropic', profiles: [{ ...usual, ...profile }], ...setup });
  const canaries = canariesOf(value, '');
  return {
    store: authStoresOf(value, canaries, SQLITE).shared,
    texts: canaries.map(({ written }) => written),
  };
}

const record = (profile: Partial<AuthProfile>) => {
  const { store, texts } = storeOf(profile);
  return { record: store!.profiles['anthropic:a'], texts };
};

describe('a profile in the store', () => {
  it('holds the text of a key or a token under the name that its type gives it', () => {
    const key = record({});
    expect(key.record).toEqual({ type: 'api_key', provider: 'anthropic', key: key.texts[0] });
    const token = record({ type: 'token' });
    expect(token.record).toEqual({ type: 'token', provider: 'anthropic', token: token.texts[0] });
  });

  it('refers to a secret that is kept elsewhere, and has no text of it', () => {
    const { record: kept, texts } = record({ secret: { ...usual.secret, source: 'file' } });
    expect(kept).toMatchObject({ keyRef: { source: 'file' } });
    expect(kept).not.toHaveProperty('key');
    expect(JSON.stringify(kept)).not.toContain(texts[0]);
  });

  it('that holds nothing has no field for it', () => {
    expect(record({ secret: { ...usual.secret, holds: 'nothing' } }).record).toEqual({
      type: 'api_key',
      provider: 'anthropic',
    });
  });

  it('has a time where its type has one: a token may, an oauth profile always does', () => {
    expect(record({ expires: 'past' }).record).not.toHaveProperty('expires');
    expect(record({ type: 'token' }).record).not.toHaveProperty('expires');
    expect(record({ type: 'token', expires: 'past' }).record).toMatchObject({ expires: Date.UTC(2020, 0) });
    expect(record({ type: 'token', expires: 'malformed' }).record).toMatchObject({ expires: -1 });
    const { record: oauth, texts } = record({ type: 'oauth', refresh: 'works' });
    expect(oauth).toMatchObject({ type: 'oauth', expires: Date.UTC(2100, 0) });
    expect(texts).toEqual(expect.arrayContaining([oauth?.access, oauth?.refresh]));
  });

  it('is put aside until after now, or was until before now', () => {
    const until = (cooldown: AuthProfile['cooldown']) =>
      storeOf({ cooldown }).store!.usageStats['anthropic:a']?.cooldownUntil as number;
    expect(until('active')).toBeGreaterThan(Date.now());
    expect(until('over')).toBeLessThan(Date.now());
    expect(until('none')).toBeUndefined();
  });
});

const anyCase = caseArbitrary(ALL_PROVIDERS.map(({ id }) => id));

describe('the store of a case', () => {
  it('is none where there is neither a profile nor an order in it', () => {
    const bare = { profiles: [] };
    expect(storeOf({}, bare).store).toBeNull();
    expect(storeOf({}, { ...bare, order: { where: 'config', names: ['a'] } }).store).toBeNull();
    expect(storeOf({}, { ...bare, order: { where: 'store', names: ['a'] } }).store?.order).toEqual({
      anthropic: ['anthropic:a'],
    });
  });

  it('has the profiles of a provider under the id of the one whose account it shares', () => {
    const value = plainCase({
      id: 'volcengine-plan',
      profiles: [PLAIN_PROFILE],
      order: { where: 'store', names: ['a'] },
    });
    const { shared } = authStoresOf(value, canariesOf(value, ''), SQLITE);
    expect(shared?.profiles['volcengine:a']).toMatchObject({ provider: 'volcengine' });
    expect(shared?.order).toEqual({ volcengine: ['volcengine:a'] });
  });

  it('has every profile of any case, and of secrets those alone that stand in it', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('sqlite', 'json'), (value, authStore) => {
        const canaries = canariesOf(value, '');
        const { shared, agent, files, agentFiles } = authStoresOf(value, canaries, {
          ...SQLITE,
          authStore,
        });
        const stores = [shared, agent, files, agentFiles].filter((each) => each !== null);
        const ids = setupsOf(value).flatMap(({ id, profiles }) =>
          profiles.map(({ name }) => idOfProfile(id, name)),
        );
        const text = JSON.stringify(stores);
        for (const id of ids) expect(text).toContain(JSON.stringify(id));
        const count = Map.groupBy(canaries, ({ written }) => written);
        for (const { place, written, reference } of canaries) {
          const isElsewhere =
            place.holder === 'environment' || (place.holder === 'profile' && reference !== null);
          // Texts that are no key, such as `undefined`, several places may share.
          if (isElsewhere && count.get(written)?.length === 1)
            expect(text.includes(JSON.stringify(written))).toBe(false);
        }
      }),
    );
  });
});

describe('a database that is the store of all agents and that of main', () => {
  const setup = (id: 'google' | 'anthropic', profileStore: ProviderSetup['profileStore']) =>
    plainCase({ id, profileStore, profiles: [usual], order: { where: 'store', names: ['a'] } }).provider;
  const storesOf = (
    others: ProviderSetup['profileStore'],
    changes: Partial<Case> = {},
    hasSharedStore = true,
  ) => {
    const otherProvider = setup('anthropic', others);
    const value = plainCase(setup('google', 'agent'), { otherProvider, ...changes });
    const { shared, agent } = authStoresOf(value, canariesOf(value, ''), { ...SQLITE, hasSharedStore });
    return [shared, agent].map((store) => store && Object.keys({ ...store.profiles, ...store.order }));
  };
  const both = ['anthropic:a', 'google:a', 'anthropic', 'google'];

  it('is written once, beside a file of an older build and where a build has no other', () => {
    const [shared, agent] = storesOf('older-beside');
    expect([shared?.toSorted(), agent]).toEqual([both.toSorted(), null]);
    const [older, none] = storesOf('own', {}, false);
    expect([older?.toSorted(), none]).toEqual([both.toSorted(), null]);
  });

  it('is two where a build makes one for all agents, or another agent than main has its own', () => {
    const two = [
      ['anthropic:a', 'anthropic'],
      ['google:a', 'google'],
    ];
    expect(storesOf('own')).toEqual(two);
    expect(storesOf('older-beside', { agent: 'second' })).toEqual(two);
    expect(storesOf('own', { agent: 'second' }, false)).toEqual(two);
  });
});

describe('the order of profiles', () => {
  const value = plainCase({
    id: 'anthropic',
    profiles: [usual],
    order: { where: 'store', names: ['a'] },
  });
  const filesOf = (keepsStateApart: boolean) =>
    authStoresOf(value, canariesOf(value, ''), { ...SQLITE, authStore: 'json', keepsStateApart }).files;

  it('has a file of its own, and before 2026.4.7 stands with the profiles', () => {
    const order = { anthropic: ['anthropic:a'] };
    expect(filesOf(true)).toMatchObject({ state: { order } });
    expect(filesOf(true)?.profiles).not.toHaveProperty('order');
    expect(filesOf(false)).toMatchObject({ profiles: { order }, state: null });
  });
});
