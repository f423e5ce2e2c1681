import { expect, it } from 'vitest';
import { providerIdIn } from './provider-of-home.ts';

it.each([
  ['openai-completions', 'custom-openai'],
  ['anthropic-messages', 'custom-anthropic'],
  ['ollama', 'custom-ollama'],
  ['bedrock-converse-stream', null],
])('a provider of a home that speaks %s is %s', (api, id) => {
  const config = { models: { providers: { 'gpu-box': { api, baseUrl: 'http://gpu-box.local:11434' } } } };
  expect(providerIdIn('gpu-box', config)).toBe(id);
});
