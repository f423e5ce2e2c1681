import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SETUP, plainCase } from '../../generators/plain-case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import type { PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { DEFAULT_TARGET } from '../versions/default-target.ts';
import { traitsOf } from '../versions/traits.ts';
import { writeHome } from './home.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'home-test-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

async function written(value: Case, version: string, pathName?: PathName) {
  const folder = path.join(root, String(++count));
  const canaries = canariesOf(value, 'home test');
  const settings = { plugins: {}, compileCache: path.join(root, 'cache'), logFile: path.join(root, 'log') };
  const home = await writeHome(value, canaries, traitsOf(version), folder, {
    ...settings,
    paths: pathName ? [pathOf(pathName)] : [],
  });
  const json = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  return { home, folder, canaries, config: json('.openclaw/openclaw.json'), json };
}

const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const live = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;

describe('a home', () => {
  it("names chat's model by its alias, or with a profile that is there", async () => {
    const value = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });
    const modelOf = async (changes: Partial<Case>, version = DEFAULT_TARGET) => {
      const { config } = await written({ ...value, ...changes }, version);
      const { main } = config.agents.entries ?? { main: config.agents.list?.[0] };
      return [main?.model?.primary ?? config.agents.defaults.model.primary, config.agents.defaults.models];
    };
    const aliased = { 'google/gemini-2.5-flash': { alias: 'house-model' } };
    expect(await modelOf({ modelName: 'alias' })).toEqual(['house-model', aliased]);
    expect(await modelOf({ modelName: 'alias' }, '2026.4.24')).toEqual(['house-model', aliased]);
    expect(await modelOf({ modelName: 'alias', agent: 'own-model' })).toEqual([
      'house-model',
      expect.objectContaining(aliased),
    ]);
    const named = ['google/gemini-2.5-flash@google:a', undefined];
    expect(await modelOf({ chatProfile: 'a' })).toEqual(named);
    expect(await modelOf({ chatProfile: 'a', agent: 'own-model' })).toEqual(named);
    expect(await modelOf({ chatProfile: 'b' })).toEqual(['google/gemini-2.5-flash', undefined]);
  });

  it('names models without their provider where one entry alone lists them, and lists the id of chat at another', async () => {
    const { provider: otherProvider } = plainCase({ id: 'openai', entry: PLAIN_ENTRY });
    const value = plainCase(
      { id: 'google', entry: PLAIN_ENTRY },
      { otherProvider, mediaSelection: 'image-model', bareModel: true },
    );
    const configOf = async (changes: Partial<Case>) =>
      (await written({ ...value, ...changes }, '2026.6.11')).config;
    const { model, imageModel } = (await configOf({ media: 'other-provider' })).agents.defaults;
    expect([model.primary, imageModel.primary]).toEqual(['gemini-2.5-flash', 'gpt-5.4']);
    const shared = await configOf({ sharedModel: true });
    expect(shared.agents.defaults.model.primary).toBe('google/gemini-2.5-flash');
    const listed = shared.models.providers.openai.models.map(({ id }: { id: string }) => id);
    expect(listed).toEqual(['gpt-5.4', 'gemini-2.5-flash']);
  });

  it('has the id of the only profile in the entry of the provider, if the case says so', async () => {
    const value = plainCase({ id: 'custom-openai', profiles: [PLAIN_PROFILE] }, { entryProfile: true });
    const keyOf = async (of: Case) => {
      const { providers } = (await written(of, DEFAULT_TARGET)).config.models;
      return providers['custom-openai'].apiKey;
    };
    expect(await keyOf(value)).toBe('custom-openai:a');
    const several = [PLAIN_PROFILE, { ...PLAIN_PROFILE, name: 'b' as const }];
    expect(await keyOf({ ...value, provider: { ...value.provider, profiles: several } })).toBeUndefined();
    expect(await keyOf({ ...value, entryProfile: false })).toBeUndefined();
  });

  it('names the runtime of a picked model with a choice, in builds that refuse the pick without, and of no other', async () => {
    const { provider: otherProvider } = plainCase({ id: 'openai' });
    const value = plainCase({ id: 'google' }, { otherProvider });
    const modelsOf = async (sessionModel: Case['sessionModel'], version = '2026.9.6') =>
      (await written({ ...value, sessionModel }, version)).config.agents.defaults.models;
    const told = { 'openai/gpt-5.4': { agentRuntime: { id: 'openclaw' } } };
    expect(await modelsOf('other-provider')).toMatchObject(told);
    expect(await modelsOf('other-provider', '2026.7.1-2')).toBeUndefined();
    expect(await modelsOf('other-model')).toBeUndefined();
    expect(await modelsOf(null)).toBeUndefined();
  });

  it('gives a model to subagents and compaction, beside what a path sets of them', async () => {
    const { provider: otherProvider } = plainCase({ id: 'openai' });
    const value = plainCase({ id: 'google' }, { otherProvider, helperModel: 'other-provider' });
    const defaultsOf = async (changes: Partial<Case>, path?: PathName) =>
      (await written({ ...value, ...changes }, DEFAULT_TARGET, path)).config.agents.defaults;
    const model = 'openai/gpt-5.4';
    const given = { subagents: { model }, compaction: { model } };
    expect(await defaultsOf({})).toMatchObject(given);
    expect((await defaultsOf({}, 'compaction')).compaction).toEqual({ model, keepRecentTokens: 10 });
    expect(await defaultsOf({ helperModel: null })).not.toHaveProperty('subagents');
    expect(await defaultsOf({ agent: 'own-model' })).not.toHaveProperty('subagents');
  });

  it('has the heartbeats of the agent that takes turns: of a second one in its own settings, since then no other has any', async () => {
    const { provider: otherProvider } = plainCase({ id: 'openai' });
    const value = plainCase({ id: 'google' }, { otherProvider, heartbeat: 'isolated-light' });
    const agentsOf = async (changes: Partial<Case>, version = DEFAULT_TARGET, path?: PathName) =>
      (await written({ ...value, ...changes }, version, path)).config.agents;
    const [isolated, light] = [{ isolatedSession: true }, { lightContext: true }];
    expect((await agentsOf({})).defaults.heartbeat).toEqual({ ...isolated, ...light });
    expect((await agentsOf({}, '2026.3.13')).defaults.heartbeat).toEqual(light);
    expect((await agentsOf({ heartbeat: null })).defaults).not.toHaveProperty('heartbeat');
    const taken = await agentsOf({ heartbeat: null }, DEFAULT_TARGET, 'after-heartbeat');
    expect(taken.defaults.heartbeat).toEqual({ target: 'none' });
    const given = { heartbeat: 'isolated', helperModel: 'other-provider', agent: 'second' } as const;
    const { defaults, entries } = await agentsOf(given, DEFAULT_TARGET, 'heartbeat');
    expect(defaults).not.toHaveProperty('heartbeat');
    expect(entries.second).toEqual({ heartbeat: { target: 'none', model: 'openai/gpt-5.4', ...isolated } });
    expect(entries.main).toEqual({});
  });

  it('has the key of speech where the version reads it', async () => {
    const value = plainCase({ id: 'google' }, { speechKey: key });
    const [older, newer] = [await written(value, '2026.7.1-2'), await written(value, '2026.8.1')];
    const text = older.canaries[0]!.written;
    expect(older.config.messages.tts.providers.google.apiKey).toBe(text);
    expect(newer.config.tts.providers.google.apiKey).toBe(newer.canaries[0]!.written);
    expect((await written(value, '2026.3.23')).config).not.toHaveProperty('messages');
    expect(older.home.declares('.openclaw/openclaw.json', older.canaries[0]!)).toBe(true);
  });

  it('leaves the address out of an entry where the version takes one without', async () => {
    const value = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, baseUrl: 'absent' } });
    expect((await written(value, '2026.5.20')).config.models.providers.google).not.toHaveProperty('baseUrl');
    expect((await written(value, '2026.5.18')).config.models.providers.google.baseUrl).toMatch(/^https:/);
  });

  it('leaves a header out that the version would refuse to read behind a reference', async () => {
    const header = { ...key, source: 'env' } as const;
    const value = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, header } });
    const headersOf = async (version: string) =>
      (await written(value, version)).config.models.providers.google.headers;
    expect(await headersOf('2026.3.2')).toBeUndefined();
    expect(await headersOf('2026.3.7')).toMatchObject({ 'x-goog-api-key': { source: 'env' } });
  });

  it('has a configuration in the working directory that moves every provider away, where the case says so', async () => {
    const value = plainCase({ id: 'google', environment: [live] }, { foreignConfig: true });
    const { folder, json, config } = await written(value, DEFAULT_TARGET);
    const named = readFileSync(path.join(folder, 'work', '.env'), 'utf8');
    expect(named).toContain(`OPENCLAW_CONFIG_PATH="${path.join(folder, 'work', 'openclaw.json')}"`);
    expect(json('work/openclaw.json').models.providers.google.baseUrl).toBe(
      'https://google.named-by-variable.com/v1beta',
    );
    expect(config.models).toBeUndefined();
    const plain = await written(plainCase({ id: 'google', environment: [live] }), DEFAULT_TARGET);
    expect(existsSync(path.join(plain.folder, 'work', '.env'))).toBe(false);
  });

  it('has a program that can be run and fails, where the case says so', async () => {
    const { home } = await written(plainCase({ id: 'google' }, { brokenProgram: 'whisper' }), '2026.4.21');
    expect(statSync(path.join(home.programs!, 'whisper')).mode & 0o100).not.toBe(0);
    expect((await written(plainCase({ id: 'google' }), '2026.4.21')).home.programs).toBeNull();
  });

  it('names a provider of memory search for the command that looks into it, in the form of the version', async () => {
    const value = plainCase({ id: 'google' });
    const search = { provider: 'gemini', model: 'gemini-embedding-001', fallback: 'none' };
    expect((await written(value, '2026.7.1-2', 'memory')).config.agents.defaults.memorySearch).toEqual(
      search,
    );
    expect((await written(value, '2026.8.1', 'memory')).config.memory.search).toEqual(search);
    expect((await written(value, '2026.8.1')).config).not.toHaveProperty('memory');
  });

  it('has the endpoint of memory search beside what the command sets, in the form of the version', async () => {
    const memoryEndpoint = { apiKey: key, hasAddress: true, hasHeader: true };
    const value = plainCase({ id: 'google' }, { memoryEndpoint });
    const [older, newer] = [await written(value, '2026.7.1-2', 'memory'), await written(value, '2026.9.6')];
    const apiKey = older.canaries[0]!.written;
    expect(older.config.agents.defaults.memorySearch).toMatchObject({
      provider: 'gemini',
      remote: { apiKey },
    });
    expect(newer.config.memory.search.remote).toMatchObject({
      baseUrl: 'https://google.memory-gateway.com/v1beta',
      headers: { 'X-Memory-Tenant': 'memory-of-google' },
    });
  });

  it('has the keys of a list in one variable, and the numbered and the overriding ones in their own', async () => {
    const spareKeys = (['list', 'numbered', 'list'] as const).map((form) => ({
      form,
      holds: 'live' as const,
    }));
    const { home, canaries } = await written(plainCase({ id: 'google', spareKeys }), DEFAULT_TARGET);
    const [first, numbered, second] = canaries.map((each) => each.written);
    expect(home.environment).toMatchObject({
      GEMINI_API_KEYS: `${first},${second}`,
      GEMINI_API_KEY_1: numbered,
    });
  });

  it('has what the requests of an entry carry, in the builds that read it', async () => {
    const value = plainCase({
      id: 'google',
      entry: PLAIN_ENTRY,
      entryRequest: { part: 'header', secret: { ...key, source: 'env' } },
    });
    const entryOf = async (version: string) => (await written(value, version)).config.models.providers.google;
    expect((await entryOf(DEFAULT_TARGET)).request.auth).toMatchObject({
      mode: 'header',
      headerName: 'x-goog-api-key',
      value: { source: 'env' },
    });
    expect(await entryOf('2026.3.13')).not.toHaveProperty('request');
  });

  it('names the models to fall back on, of chat and of the media that have a list', async () => {
    const value = plainCase(
      { id: 'google' },
      { fallback: 'other-provider', otherProvider: { ...PLAIN_SETUP, id: 'anthropic' } },
    );
    const { config } = await written(value, DEFAULT_TARGET);
    const fallback = providerOf('anthropic').models[0];
    expect(config.agents.defaults.model.fallbacks).toEqual([`anthropic/${fallback}`]);
    const images = config.tools.media.models.filter((each: { capabilities: string[] }) =>
      each.capabilities.includes('image'),
    );
    expect(images.map(({ provider }: { provider: string }) => provider)).toEqual(['google', 'anthropic']);
    const own = { ...value, otherProvider: null, agent: 'own-model', mediaSelection: 'image-model' } as const;
    const { config: alone } = await written(own, '2026.4.24');
    expect(alone.agents.list[0].model.fallbacks).toEqual([`google/${providerOf('google').models[1]}`]);
    expect(alone.agents.defaults.imageModel.fallbacks).toHaveLength(1);
  });

  it('leaves a secret of the store to the build, and refers to it', async () => {
    const stored = { source: 'store', holds: 'live', shape: 'plain' } as const;
    const value = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey: stored } });
    const { home, config } = await written(value, DEFAULT_TARGET);
    const { id, ...reference } = config.models.providers.google.apiKey;
    expect(reference).toEqual({ source: 'store', provider: 'default' });
    expect(Object.keys(home.pendingSecrets)).toEqual([id]);
    expect(id).toMatch(/^[A-Z][A-Z0-9_]{0,127}$/);
  });

  it('keeps little of a turn that is to be compacted, and of no other', async () => {
    const { home, config } = await written(plainCase({ id: 'google' }), DEFAULT_TARGET, 'compaction');
    expect(readFileSync(path.join(home.workspace, 'minutes.md'), 'utf8').length).toBeGreaterThan(1000);
    expect(config.agents.defaults.compaction).toEqual({ keepRecentTokens: 10 });
    expect(
      (await written(plainCase({ id: 'google' }), DEFAULT_TARGET)).config.agents.defaults,
    ).not.toHaveProperty('compaction');
  });

  it('has a document, and shows its tools where the build would hide them behind a search', async () => {
    const { home, config } = await written(plainCase({ id: 'google' }), DEFAULT_TARGET, 'pdf-tool');
    expect(readFileSync(path.join(home.workspace, 'minutes.pdf'), 'latin1')).toMatch(/^%PDF-1\.4\n/);
    expect(config.tools).toMatchObject({ toolSearch: false, codeMode: false });
    expect((await written(plainCase({ id: 'google' }), DEFAULT_TARGET)).config.tools).not.toHaveProperty(
      'toolSearch',
    );
  });
});
