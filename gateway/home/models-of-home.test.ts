import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SETUP, plainCase } from '../../generators/plain-case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import type { PathName } from '../../observation/path-name.ts';
import { writtenHome } from '../../test-support/written-home.ts';
import { DEFAULT_TARGET } from '../versions/default-target.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'models-of-home-test-'));
afterAll(() => rmSync(root, { recursive: true }));
const written = (value: Case, version: string, pathName?: PathName) =>
  writtenHome(root, value, version, pathName);

describe('the models of a home', () => {
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
    expect(await modelOf({ modelName: 'capitals' })).toEqual(['Google/gemini-2.5-flash', undefined]);
    expect(await modelOf({ modelName: 'capitals', bareModel: true })).toEqual([
      'Google/gemini-2.5-flash',
      undefined,
    ]);
    const named = ['google/gemini-2.5-flash@google:a', undefined];
    expect(await modelOf({ chatProfile: 'a' })).toEqual(named);
    expect(await modelOf({ chatProfile: 'a', agent: 'own-model' })).toEqual(named);
    expect(await modelOf({ chatProfile: 'b' })).toEqual(['google/gemini-2.5-flash', undefined]);
  });

  it('gives the fallback to the model of an agent, or leaves it to the defaults alone', async () => {
    const value = plainCase({ id: 'google' }, { fallback: 'other-model' });
    const fallbacksOf = async (agent: Case['agent'], version = DEFAULT_TARGET) => {
      const { agents } = (await written({ ...value, agent }, version)).config;
      const { main } = agents.entries ?? { main: agents.list?.[0] };
      return [main?.model?.fallbacks, agents.defaults.model.fallbacks];
    };
    const fallbacks = ['google/gemini-2.5-pro'];
    expect(await fallbacksOf('own-model')).toEqual([fallbacks, fallbacks]);
    expect(await fallbacksOf('strict-model')).toEqual([undefined, fallbacks]);
    expect(await fallbacksOf('strict-model', '2026.4.24')).toEqual([undefined, fallbacks]);
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

  it('gives memory search the other provider to fall back on, by its name there, if the case says so', async () => {
    const { provider: otherProvider } = plainCase({ id: 'google' });
    const value = plainCase({ id: 'openai' }, { otherProvider, memoryFallback: true });
    const fallbackOf = async (of: Case, version = DEFAULT_TARGET, path: PathName = 'memory') => {
      const { config } = await written(of, version, path);
      return (config.memory?.search ?? config.agents.defaults.memorySearch)?.fallback;
    };
    expect(await fallbackOf(value)).toBe('gemini');
    expect(await fallbackOf(value, '2026.6.11', 'memory-tool')).toBe('gemini');
    expect(await fallbackOf({ ...value, memoryFallback: false })).toBe('none');
    // Anthropic has no model for vectors.
    const unable = { ...value, otherProvider: plainCase({ id: 'anthropic' }).provider };
    expect(await fallbackOf(unable)).toBe('none');
    expect(await fallbackOf(value, DEFAULT_TARGET, 'chat')).toBeUndefined();
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
    const seeing = { ...value, otherProvider: { ...PLAIN_SETUP, id: 'minimax' } } as const;
    const { config: ofMinimax } = await written(seeing, DEFAULT_TARGET);
    expect(ofMinimax.agents.defaults.model.fallbacks).toEqual(['minimax/MiniMax-M2.7']);
    expect(ofMinimax.tools.media.models).toContainEqual(
      expect.objectContaining({ provider: 'minimax', model: 'MiniMax-VL-01', capabilities: ['image'] }),
    );
    const own = { ...value, otherProvider: null, agent: 'own-model', mediaSelection: 'image-model' } as const;
    const { config: alone } = await written(own, '2026.4.24');
    expect(alone.agents.list[0].model.fallbacks).toEqual([`google/${providerOf('google').models[1]}`]);
    expect(alone.agents.defaults.imageModel.fallbacks).toHaveLength(1);
  });
});
