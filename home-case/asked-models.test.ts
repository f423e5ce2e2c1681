import { describe, expect, it } from 'vitest';
import { afterHeartbeat } from '../paths/after-heartbeat.ts';
import { chat } from '../paths/chat.ts';
import { compaction } from '../paths/compaction.ts';
import { cronJob } from '../paths/cron-job.ts';
import { heartbeat } from '../paths/heartbeat.ts';
import { imageGeneration } from '../paths/image-generation.ts';
import type { AnyPath } from '../paths/paths.ts';
import { subagent } from '../paths/subagent.ts';
import { videoGeneration } from '../paths/video-generation.ts';
import { webSearch } from '../paths/web-search.ts';
import { configuredHome } from '../test-support/configured-home.ts';
import { expectedModel, nothingToAsk } from './asked-models.ts';
import type { HomeCase } from './home-case.ts';

const home = (model: string, search: string | null): HomeCase =>
  configuredHome({
    agents: { defaults: { model } },
    ...(search ? { tools: { web: { search: { provider: search } } } } : {}),
  });

describe('web search of a home', () => {
  it('is asked of the provider that the home names for it, else of that of chat', () => {
    for (const value of [home('google/gemini-2.5-pro', null), home('anthropic/claude-opus-4-6', 'google')]) {
      expect(expectedModel(value, webSearch).provider).toBe('google');
      expect(nothingToAsk(value, webSearch)).toBeNull();
    }
  });

  it('is asked of a service that does nothing else', () => {
    const value = home('anthropic/claude-opus-4-6', 'brave');
    expect(expectedModel(value, webSearch).provider).toBe('brave');
    expect(nothingToAsk(value, webSearch)).toBeNull();
  });

  it('is known by the names that its settings have for providers', () => {
    expect(expectedModel(home('anthropic/claude-opus-4-6', 'grok'), webSearch).provider).toBe('xai');
  });

  it('is not asked where that provider searches nothing', () => {
    for (const value of [
      home('anthropic/claude-opus-4-6', null),
      home('google/gemini-2.5-pro', 'elevenlabs'),
    ])
      expect(nothingToAsk(value, webSearch)).toContain('the home has no web-search');
  });
});

describe('the model of what helps a turn', () => {
  const model = 'anthropic/claude-opus-4-6';
  const chats = { provider: 'anthropic', model: 'claude-opus-4-6' };
  const flash = { provider: 'google', model: 'gemini-2.5-flash' };
  const of = (defaults: object, path: AnyPath) =>
    expectedModel(configuredHome({ agents: { defaults: { model, ...defaults } } }), path);

  it('is that of the turn where the home gives it none', () => {
    for (const path of [subagent, compaction, cronJob]) expect(of({}, path)).toEqual(chats);
  });

  it('is the one that the home gives to subagents, and with them to scheduled jobs', () => {
    const subagents = { model: { primary: 'google/gemini-2.5-flash' } };
    for (const path of [subagent, cronJob]) expect(of({ subagents }, path)).toEqual(flash);
    for (const path of [chat, compaction]) expect(of({ subagents }, path)).toEqual(chats);
  });

  it('is the one that the home gives to compaction', () => {
    const given = { compaction: { model: 'google/gemini-2.5-flash' } };
    expect(of(given, compaction)).toEqual(flash);
    expect(of(given, subagent)).toEqual(chats);
  });
});

describe('the model that makes pictures and films', () => {
  it('is the one that the home names, in the setting of any version', () => {
    const of = (defaults: object, path: AnyPath) =>
      expectedModel(
        configuredHome({ agents: { defaults: { model: 'anthropic/claude-opus-4-6', ...defaults } } }),
        path,
      );
    const sora = { provider: 'openai', model: 'sora-2-pro' };
    expect(of({ mediaModels: { video: { primary: 'openai/sora-2-pro' } } }, videoGeneration)).toEqual(sora);
    expect(of({ videoGenerationModel: 'openai/sora-2-pro' }, videoGeneration)).toEqual(sora);
    const picture = { provider: 'openai', model: 'gpt-image-1.5' };
    expect(of({ mediaModels: { image: 'openai/gpt-image-1.5' } }, imageGeneration)).toEqual(picture);
    expect(of({ imageGenerationModel: { primary: 'openai/gpt-image-1.5' } }, imageGeneration)).toEqual(
      picture,
    );
  });
});

describe('the heartbeats of a home', () => {
  const flash = { provider: 'google', model: 'gemini-2.5-flash' };
  const home = (defaults: object, list: readonly object[] = []) =>
    configuredHome({
      agents: { defaults: { model: 'anthropic/claude-opus-4-6', heartbeat: defaults }, list },
    });

  it('ask the model that they are given, by the agent first, and a turn after one asks that of chat', () => {
    const given = home({ model: 'google/gemini-2.5-flash' });
    expect(expectedModel(given, heartbeat)).toEqual(flash);
    expect(expectedModel(given, afterHeartbeat).provider).toBe('anthropic');
    const own = { id: 'main', default: true, heartbeat: { model: 'google/gemini-2.5-flash' } };
    expect(expectedModel(home({ model: 'openai/gpt-5.4' }, [own]), heartbeat)).toEqual(flash);
  });

  it('are not asked for where they are off, or another agent alone has some', () => {
    const main = { id: 'main', default: true };
    const homes = [home({ every: '0m' }), home({}, [main, { id: 'ops', heartbeat: {} }])];
    for (const value of homes) {
      expect(nothingToAsk(value, heartbeat)).toContain('turns heartbeats off');
      expect(nothingToAsk(value, afterHeartbeat)).toContain('turns heartbeats off');
      expect(nothingToAsk(value, chat)).toBeNull();
    }
    expect(nothingToAsk(home({ every: '30m' }, [main]), heartbeat)).toBeNull();
  });
});
