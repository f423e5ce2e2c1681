import { expect, it } from 'vitest';
import { writtenModel } from './written-model.ts';

const config = { agents: { defaults: { models: { 'google/gemini-3-pro': { alias: 'pro' } } } } };

it.each([
  ['PRO', 'google/gemini-3-pro', true, null],
  ['google/pro', 'google/gemini-3-pro', true, null],
  ['openai/pro', 'openai/pro', false, null],
  ['openai/gpt-5.4@openai:user@example.com', 'openai/gpt-5.4', false, 'openai:user@example.com'],
  ['google/gemini-3-pro', 'google/gemini-3-pro', false, null],
  ['pro', 'google/gemini-3-pro', true, null],
  ['google/gemini-3-pro@google:work', 'google/gemini-3-pro', false, 'google:work'],
  ['pro@google:work', 'google/gemini-3-pro', true, 'google:work'],
  ['anthropic/claude@20250101', 'anthropic/claude@20250101', false, null],
  ['anthropic/claude@20250101@anthropic:a', 'anthropic/claude@20250101', false, 'anthropic:a'],
  ['lmstudio/gemma@q4_k_m', 'lmstudio/gemma@q4_k_m', false, null],
  ['openrouter/@cf/meta/llama', 'openrouter/@cf/meta/llama', false, null],
])('%s is read as the builds read it', (written, model, isAlias, profile) => {
  expect(writtenModel(config, written)).toEqual({ model, isAlias, profile });
});
