import { describe, expect, it } from 'vitest';
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
