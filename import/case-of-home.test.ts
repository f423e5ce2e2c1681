import { describe, expect, it } from 'vitest';
import { folderOfHome } from '../test-support/folder-of-home.ts';
import { liftedHome } from '../test-support/lifted-home.ts';

const SECRET = 'AIzaSy0123456789abcdef';

describe('imported profiles', () => {
  it('keep where an update left the profiles, and the form of their records', async () => {
    const imported = async (wroteIt: string, store: object) => {
      const folder = folderOfHome({
        '.openclaw/openclaw.json': `{ meta: { lastTouchedVersion: '${wroteIt}' }, agents: { defaults: { model: 'google/gemini-2.5-flash' } } }`,
        '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify(store),
      });
      const { case: value } = liftedHome(folder);
      return [value.provider.profileStore, value.profileRecord, value.provider.profiles[0]?.secret.holds];
    };
    const record = { type: 'api_key', provider: 'google', key: SECRET };
    const { key: _, ...bare } = record;
    const file = (fields: object) => ({ version: 1, profiles: { 'google:default': fields } });
    expect(await imported('2026.4.24', file(record))).toEqual(['own', 'usual', 'live']);
    expect(await imported('2026.6.11', file(record))).toEqual(['older-file', 'usual', 'live']);
    expect(await imported('2026.3.28', file({ ...bare, api_key: SECRET }))).toEqual([
      'own',
      'misnamed',
      'live',
    ]);
    expect(await imported('2026.3.28', file({ ...bare, apiKey: SECRET }))).toEqual([
      'own',
      'aliased',
      'live',
    ]);
    expect(await imported('2026.6.11', { google: { provider: 'google', apiKey: SECRET } })).toEqual([
      'older-file',
      'flat',
      'live',
    ]);
  });
});

describe('an imported model of chat', () => {
  it('keeps that it is named by an alias, and the profile that it names', async () => {
    const imported = async (primary: string) => {
      const models = { 'google/gemini-2.5-flash': { alias: 'fast' } };
      const config = { agents: { defaults: { model: { primary }, models } } };
      const profile = { type: 'api_key', provider: 'google', key: SECRET };
      const store = { version: 1, profiles: { 'google:home': profile, 'google:me@example.com': profile } };
      const folder = folderOfHome({
        '.openclaw/openclaw.json': JSON.stringify(config),
        '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify(store),
      });
      const { case: value, leftOut } = liftedHome(folder);
      return [value.provider.id, value.modelName, value.chatProfile, leftOut];
    };
    expect(await imported('fast')).toEqual(['google', 'alias', null, []]);
    expect(await imported('google/gemini-2.5-flash@google:me@example.com')).toEqual([
      'google',
      'full',
      'b',
      [],
    ]);
    expect(await imported('google/gemini-2.5-flash@google:gone')).toEqual([
      'google',
      'full',
      null,
      ['google:gone: a case has no profile that could be named so'],
    ]);
  });

  it('keeps that it is named without its provider, and that another entry lists its id, too', () => {
    const imported = (defaults: object, others: object = {}) => {
      const google = { baseUrl: 'https://x.example', models: [{ id: 'gemini-2.5-flash' }] };
      const config = { agents: { defaults }, models: { providers: { google, ...others } } };
      const folder = folderOfHome({ '.openclaw/openclaw.json': JSON.stringify(config) });
      const { case: value, leftOut } = liftedHome(folder);
      return [value.provider.id, value.bareModel, value.sharedModel, value.media, leftOut];
    };
    const bare = 'gemini-2.5-flash';
    const inFull = `google/${bare}`;
    const openai = { baseUrl: 'https://y.example', models: [{ id: bare }] };
    expect(imported({ model: bare })).toEqual(['google', true, false, 'same', []]);
    expect(imported({ model: { primary: bare }, imageModel: bare })).toEqual([
      'google',
      true,
      false,
      'same',
      [],
    ]);
    expect(imported({ model: inFull })).toEqual(['google', false, false, 'same', []]);
    expect(imported({ model: inFull }, { openai })).toEqual(['google', false, true, 'same', []]);
    expect(() => imported({ model: bare }, { openai })).toThrow(/is no provider\/model/);
    expect(imported({ model: inFull, imageModel: bare })[4]).toHaveLength(1);
    expect(imported({ model: inFull, imageModel: 'moondream' })).toEqual([
      'google',
      false,
      false,
      'same',
      [expect.stringContaining('moondream')],
    ]);
  });

  it('keeps a template without braces', async () => {
    const google = {
      baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
      apiKey: '$MY_KEY',
      models: [],
    };
    const config = {
      agents: { defaults: { model: 'google/gemini-2.5-flash' } },
      models: { providers: { google } },
    };
    const folder = folderOfHome({ '.openclaw/openclaw.json': JSON.stringify(config) });
    const { case: value } = liftedHome(folder);
    expect(value.provider.entry?.apiKey?.source).toBe('short-template');
  });
});

it('an imported media entry names the profile that it names in the home', async () => {
  const imported = async (profile: string) => {
    const media = { models: [{ provider: 'google', model: 'gemini-2.5-flash', profile }] };
    const config = { agents: { defaults: { model: 'google/gemini-2.5-flash' } }, tools: { media } };
    const record = { type: 'api_key', provider: 'google', key: SECRET };
    const store = { version: 1, profiles: { 'google:home': record, 'google:work': record } };
    const folder = folderOfHome({
      '.openclaw/openclaw.json': JSON.stringify(config),
      '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify(store),
    });
    const { case: value, leftOut } = liftedHome(folder);
    return [value.mediaPin, leftOut];
  };
  expect(await imported('google:work')).toEqual([{ field: 'profile', name: 'b' }, []]);
  expect(await imported('google:gone')).toEqual([
    null,
    ['google:gone: a case has no profile that could be named so'],
  ]);
});

describe('an imported login shell', () => {
  it('is named as left out where it is switched on', async () => {
    const leftOut = async (enabled: boolean) => {
      const config = {
        env: { shellEnv: { enabled } },
        agents: { defaults: { model: 'google/gemini-2.5-flash' } },
      };
      const folder = folderOfHome({ '.openclaw/openclaw.json': JSON.stringify(config) });
      return liftedHome(folder).leftOut;
    };
    expect(await leftOut(true)).toEqual(['env.shellEnv: a case has no login shell']);
    expect(await leftOut(false)).toEqual([]);
  });
});

it('an imported entry that names a profile names the only one of its provider, and no key', () => {
  const imported = (named: string, profiles: readonly string[]) => {
    const google = { baseUrl: 'https://x.example', apiKey: named, models: [] };
    const config = {
      agents: { defaults: { model: 'google/gemini-2.5-flash' } },
      models: { providers: { google } },
    };
    const record = { type: 'api_key', provider: 'google', key: SECRET };
    const store = { version: 1, profiles: Object.fromEntries(profiles.map((id) => [id, record])) };
    const folder = folderOfHome({
      '.openclaw/openclaw.json': JSON.stringify(config),
      '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify(store),
    });
    const { case: value, home, leftOut } = liftedHome(folder);
    const isKept = JSON.stringify(home.files).includes(`"apiKey":"${named}"`);
    return [value.entryProfile, value.provider.entry?.apiKey ?? null, isKept, leftOut.length];
  };
  expect(imported('google:work', ['google:work'])).toEqual([true, null, true, 0]);
  expect(imported('google:work', ['google:work', 'google:home'])).toEqual([false, null, true, 1]);
  expect(imported(`${SECRET}x`, ['google:work'])).toEqual([
    false,
    { source: 'inline', holds: 'live', shape: 'plain' },
    false,
    0,
  ]);
});
