import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { liftedHome } from '../test-support/lifted-home.ts';

function lifted(config: object, variables = '') {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'unsaid-settings-'));
  mkdirSync(path.join(folder, '.openclaw'));
  writeFileSync(path.join(folder, '.openclaw/openclaw.json'), JSON.stringify(config));
  writeFileSync(path.join(folder, '.openclaw/.env'), variables);
  const { case: value, leftOut } = liftedHome(folder);
  return { value, leftOut };
}

const chats = (settings: object = {}) => ({ agents: { defaults: { model: 'openai/gpt-5.4', ...settings } } });

describe('a home as a case', () => {
  it('names no setting where the case says all of them', () => {
    const providers = { openai: { apiKey: `\${OPENAI_API_KEY}`, models: [{ id: 'gpt-5.4' }] } };
    const imageModel = { primary: 'anthropic/claude-sonnet-4-6' };
    const { leftOut } = lifted(
      { ...chats({ imageModel }), models: { providers } },
      'OPENAI_API_KEY=sk-FAKE0123\n',
    );
    expect(leftOut).toEqual([]);
  });

  it('says of an entry that it may be asked at a private address', () => {
    const request = { allowPrivateNetwork: true };
    const openai = { baseUrl: 'http://192.168.1.5:8000/v1', apiKey: 'sk-FAKE0123', models: [], request };
    const { value, leftOut } = lifted({ ...chats(), models: { providers: { openai } } });
    expect(value.provider.entry?.baseUrl).toBe('trusted-lan');
    expect(leftOut).toEqual([]);
    const { baseUrl: _, ...own } = openai;
    expect(lifted({ ...chats(), models: { providers: { openai: own } } }).value.provider.entry?.baseUrl).toBe(
      'private-dns',
    );
  });

  it('names what an entry, an order, a service or a plugin has, and a case has no word for', () => {
    const { leftOut } = lifted(
      {
        ...chats({
          memorySearch: { provider: 'voyage' },
          mediaModels: { image: 'fal/flux' },
          embeddedAgent: { cyberFailover: { model: 'openai/gpt-5.4' } },
        }),
        models: {
          providers: {
            openai: {
              apiKey: 'env:OTHER_API_KEY',
              request: { proxy: {} },
              models: [{ id: 'gpt-5.4', params: {} }],
            },
            acme: { baseUrl: 'https://acme.example.com/v1' },
          },
        },
        auth: {
          order: { openai: ['openai:work'] },
          profiles: { 'openai:work': { provider: 'openai', mode: 'oauth' } },
        },
        messages: {
          tts: { provider: 'elevenlabs', providers: { elevenlabs: { apiKey: 'FAKE-0123456789' } } },
        },
        tools: { web: { search: { provider: 'brave' } } },
        secrets: { providers: { vault: { source: 'exec', command: '/usr/bin/vault' } } },
        plugins: {
          entries: {
            brave: { config: { webSearch: { apiKey: 'FAKE-9876543210' } } },
            other: { enabled: true },
          },
        },
        gateway: { auth: { mode: 'token', token: 'FAKE-gateway-0123' } },
      },
      'DEEPINFRA_API_KEY=FAKE-0123456789abc\n',
    );
    expect(leftOut).toEqual([
      "acme: cases do not have such a provider beside chat's",
      'models.providers.openai.request',
      'models.providers.openai.models params',
      'models.providers.openai.apiKey env:NAME',
      'models.providers.acme',
      'auth.order.openai',
      'auth.profiles.openai:work, which no store has',
      'DEEPINFRA_API_KEY',
      'agents.defaults.memorySearch',
      'agents.defaults.mediaModels',
      'agents.defaults.embeddedAgent',
      'secrets.providers.vault',
      'messages.tts.provider',
      'messages.tts.providers.elevenlabs.apiKey',
      'tools.web.search.provider',
      'plugins.entries.brave',
      'gateway.auth',
    ]);
  });

  it('has no provider of media that cases do not have, and names it', () => {
    const models = [
      { type: 'cli', command: 'whisper', args: ['{{MediaPath}}'] },
      { provider: 'deepgram', model: 'nova-3' },
      { provider: 'google', model: 'gemini-2.5-flash' },
    ];
    const { value, leftOut } = lifted({ ...chats(), tools: { media: { audio: { models } } } });
    expect(value).toMatchObject({ mediaSelection: 'entries', otherProvider: { id: 'google' } });
    expect(leftOut).toEqual([
      "tools.media a command: a case has one provider's entries",
      "tools.media deepgram/nova-3: a case has one provider's entries",
    ]);
    const alone = lifted({ ...chats(), tools: { media: { audio: { models: models.slice(1, 2) } } } });
    expect(alone.value).toMatchObject({ mediaSelection: 'automatic', otherProvider: null });
    expect(alone.leftOut).toEqual(["tools.media deepgram/nova-3: a case has one provider's entries"]);
  });

  it('is of the first agent where none is the usual one, with the models that this one falls back on', () => {
    const model = { primary: 'anthropic/claude-sonnet-4-6', fallbacks: ['z.ai/glm-5'] };
    const list = [
      { id: 'work', model },
      { id: 'home', model: 'google/gemini-2.5-pro' },
    ];
    const { value } = lifted({ agents: { list } }, 'ZAI_API_KEY=FAKE-0123456789abc\n');
    expect(value).toMatchObject({
      agent: 'own-model',
      fallback: 'other-provider',
      provider: { id: 'anthropic' },
      otherProvider: { id: 'zai' },
    });
  });

  it('has the second provider whose key stands in the short form of env', () => {
    const { value } = lifted({ ...chats(), env: { GEMINI_API_KEY: 'AIzaFAKE0123456789' } });
    expect(value.otherProvider).toMatchObject({ id: 'google', environment: [{ layer: 'config-short' }] });
  });
});
