import { describe, expect, it } from 'vitest';
import { embedding } from '../paths/embedding.ts';
import { configuredHome } from '../test-support/configured-home.ts';
import { expectedModel } from './asked-models.ts';
import { chatModel, searchModel, speechProvider } from './configuration.ts';

const home = configuredHome;
const chats = (model: string, providers: object = {}) =>
  chatModel(home({ agents: { defaults: { model } }, models: { providers } }))?.provider;

describe('the provider that a home means', () => {
  it.each([
    ['z.ai/glm-5', 'zai'],
    ['z-ai/glm-5', 'zai'],
    ['modelstudio/qwen3.5-plus', 'qwen'],
    ['OpenAI/gpt-5.4', 'openai'],
    ['nobody/large', 'nobody'],
    ['constructor/large', 'constructor'],
    ['Nobody/large', 'Nobody'],
  ])('by %s is %s', (model, provider) => {
    expect(chats(model)).toBe(provider);
  });

  it('is its own entry of that name before that of the build', () => {
    expect(chats('modelstudio/large', { modelstudio: { api: 'openai-completions' } })).toBe('modelstudio');
    expect(chats('acme/large', { Acme: { api: 'openai-completions' } })).toBe('Acme');
  });

  it('is the one that settings of memory search and of speech have another name for', () => {
    const memory = (provider: string) =>
      home({ agents: { defaults: { model: 'openai/gpt-5.4', memorySearch: { provider } } } });
    expect(searchModel(memory('gemini'))?.provider).toBe('google');
    expect(searchModel(memory('bedrock'))?.provider).toBe('amazon-bedrock');
    expect(searchModel(memory('auto'))).toBeNull();
    expect(expectedModel(memory('gemini'), embedding)).toMatchObject({ provider: 'google' });
    expect(speechProvider(home({ messages: { tts: { provider: 'doubao' } } }))).toBe('volcengine');
  });
});
