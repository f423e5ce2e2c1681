import { describe, expect, it } from 'vitest';
import { providerOf } from '../../generators/providers/catalog.ts';
import { isAtRoot, rootsAtAddress, rootsOf } from './api-roots.ts';

const endpoint = (url: string) => ({ url, answer: () => new Response() });
const completions = endpoint('*/chat/completions');

describe('an endpoint is below a root of its API', () => {
  it.each([
    ['zai', 'https://api.z.ai/api/coding/paas/v4/chat/completions', true],
    ['zai', 'https://api.z.ai/api/coding/paas/v4/v1/chat/completions', false],
    ['openrouter', 'https://openrouter.ai/api/v1/chat/completions', true],
    ['openrouter', 'https://openrouter.ai/v1/chat/completions', false],
    ['litellm', 'https://litellm.home-lab.com/chat/completions', true],
    ['litellm', 'https://litellm.home-lab.com/v1/chat/completions', true],
    ['custom-openai', 'https://llm.acme-models.com//v1/chat/completions', true],
    ['openai', 'https://acme.openai.azure.com/openai/deployments/gpt/chat/completions', true],
  ] as const)('%s: %s: %s', (id, url, served) => {
    expect(isAtRoot(completions, url, rootsOf(providerOf(id)))).toBe(served);
  });

  it.each([
    ['https://chatgpt.com/backend-api/codex/responses', true],
    ['https://chatgpt.com/backend-api/responses', false],
  ])('a subscription is asked below its own: %s: %s', (url, served) => {
    expect(isAtRoot(endpoint('*/responses'), url, rootsOf(providerOf('openai')))).toBe(served);
  });
});

it.each([
  ['/v1', '/chat/completions'],
  ['/', '/v1/chat/completions'],
  ['/v1/chat/completions', '/v1/chat/completions'],
])('an address of the user that ends with %s is served at %s', (address, path) => {
  expect(isAtRoot(completions, `http://nas.local${path}`, rootsAtAddress(address))).toBe(true);
});

it('a version is not put after a version', () => {
  const url = 'https://api.z.ai/api/coding/paas/v4/v1/chat/completions';
  expect(isAtRoot(completions, url, rootsAtAddress('/api/coding/paas/v4'))).toBe(false);
});
