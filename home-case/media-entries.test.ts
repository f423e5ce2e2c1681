import { describe, expect, it } from 'vitest';
import { audio } from '../paths/audio.ts';
import { configuredHome } from '../test-support/configured-home.ts';
import { isChosenByBuild } from './asked-models.ts';
import { searchModel } from './configuration.ts';
import { mediaEntry } from './media-entries.ts';

const home = (media: object) => configuredHome({ tools: { media } });
const program = { type: 'cli', command: 'whisper', args: ['{{MediaPath}}'] };

describe('the entry of a medium', () => {
  it('is the first that asks a provider, also without a model and after a program', () => {
    const models = [program, { provider: 'groq' }, { provider: 'openai', model: 'whisper-1' }];
    expect(mediaEntry(home({ audio: { models } }), 'audio')).toMatchObject({ provider: 'groq' });
    expect(mediaEntry(home({ audio: { models: [program] } }), 'audio')).toBeNull();
    // No command can name a model that the home leaves to the build.
    expect(isChosenByBuild(home({ audio: { models } }), audio)).toBe(true);
    expect(isChosenByBuild(home({ audio: { models: models.slice(2) } }), audio)).toBe(false);
  });

  it('is one of the shared list for what it says it can do, else for what its provider is known for', () => {
    const models = [
      { provider: 'deepgram', model: 'nova-3' },
      { provider: 'google', model: 'gemini-2.5-pro' },
    ];
    expect(mediaEntry(home({ models }), 'audio')?.provider).toBe('deepgram');
    expect(mediaEntry(home({ models }), 'image')?.provider).toBe('google');
    const said = [{ ...models[0], capabilities: ['video'] }];
    expect(mediaEntry(home({ models: said }), 'video')?.provider).toBe('deepgram');
    expect(mediaEntry(home({ models: said }), 'audio')).toBeNull();
    const own = [{ provider: 'acme', model: 'eyes' }];
    expect(mediaEntry(home({ models: own }), 'video')?.provider).toBe('acme');
  });
});

describe('the provider of memory search', () => {
  it("is the agent's own before that of all", () => {
    const defaults = { memorySearch: { provider: 'openai', model: 'large' } };
    const named = (settings: object) =>
      searchModel(configuredHome({ agents: { defaults, list: [{ id: 'main', ...settings }] } }));
    expect(named({})).toEqual({ provider: 'openai', model: 'large' });
    expect(named({ memorySearch: { provider: 'voyage' } })).toEqual({ provider: 'voyage', model: '' });
    expect(named({ memory: { search: { provider: 'gemini' } } })?.provider).toBe('google');
  });
});
