import { expect, it } from 'vitest';
import { modelReference } from './model-reference.ts';

const config = { agents: { defaults: { models: { 'google/gemini-3-pro': { alias: 'pro' } } } } };

it.each([
  ['google/gemini-3-pro', 'google/gemini-3-pro', false, null],
  ['pro', 'google/gemini-3-pro', true, null],
  ['google/gemini-3-pro@google:work', 'google/gemini-3-pro', false, 'google:work'],
  ['pro@google:work', 'google/gemini-3-pro', true, 'google:work'],
  ['anthropic/claude@20250101', 'anthropic/claude@20250101', false, null],
  ['anthropic/claude@20250101@anthropic:a', 'anthropic/claude@20250101', false, 'anthropic:a'],
  ['lmstudio/gemma@q4_k_m', 'lmstudio/gemma@q4_k_m', false, null],
  ['openrouter/@cf/meta/llama', 'openrouter/@cf/meta/llama', false, null],
])('%s is read as the builds read it', (written, model, isAlias, profile) => {
  expect(modelReference(config, written)).toEqual({ model, isAlias, profile });
});
