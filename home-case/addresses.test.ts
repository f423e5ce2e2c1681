import { describe, expect, it } from 'vitest';
import { configuredHome } from '../test-support/configured-home.ts';
import { addressesOf, hostsOf, isNobodys, localPortsOf, ofUnknownHosts } from './addresses.ts';

const chat = { agents: { defaults: { model: 'anthropic/claude-opus-4-6' } } };

describe('the hosts of a home', () => {
  it('are those of the services that it names for search, speech and memory', () => {
    const value = configuredHome({
      ...chat,
      tools: { web: { search: { provider: 'tavily' } } },
      messages: { tts: { provider: 'elevenlabs' } },
      agents: { defaults: { ...chat.agents.defaults, memorySearch: { provider: 'voyage' } } },
    });
    expect(hostsOf(value, 'tavily')).toEqual(['api.tavily.com']);
    expect(hostsOf(value, 'elevenlabs')).toEqual(['api.elevenlabs.io']);
    expect(hostsOf(value, 'voyage')).toEqual(['api.voyageai.com']);
    expect(ofUnknownHosts(value)).toEqual([]);
  });

  it('are any of nobody for a provider that only the build knows', () => {
    const value = configuredHome({ agents: { defaults: { model: 'cohere/command-a' } } });
    expect(ofUnknownHosts(value)).toEqual(['cohere']);
    expect(isNobodys(value, 'api.cohere.com')).toBe(true);
    for (const host of ['api.openai.com', 'api.tavily.com', 'generativelanguage.googleapis.com'])
      expect(isNobodys(value, host)).toBe(false);
  });

  it('are not unknown where the home says the address of the provider', () => {
    const models = { providers: { acme: { baseUrl: 'https://llm.acme.example/v1', models: [] } } };
    const value = configuredHome({ agents: { defaults: { model: 'acme/large' } }, models });
    expect(ofUnknownHosts(value)).toEqual([]);
    expect(isNobodys(value, 'llm.acme.example')).toBe(false);
  });
});

describe('a local server', () => {
  it('is where its kind usually is, when the home names it and says no address', () => {
    const value = configuredHome({ agents: { defaults: { model: 'ollama/qwen3' } } });
    expect(addressesOf(value)).toEqual([{ url: new URL('http://127.0.0.1:11434'), provider: 'ollama' }]);
    expect(localPortsOf(value)).toEqual(['11434']);
  });

  it('of another address is the only one of the home, and what a build asks at the usual port is seen', () => {
    const models = {
      providers: { 'ollama-proxy': { api: 'ollama', baseUrl: 'https://ollama.home.example', models: [] } },
    };
    const value = configuredHome({ ...chat, models });
    expect(addressesOf(value).map(({ url }) => url.hostname)).toEqual(['ollama.home.example']);
    expect(localPortsOf(value)).toEqual(['11434']);
  });
});
