import { expect, it } from 'vitest';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { asksForeignVectors } from './foreign-vectors.ts';

const asks = (id: ProviderId, url: string, body: object = {}) =>
  asksForeignVectors(id, new Request(url, { method: 'POST', body: JSON.stringify(body) }));

it('are asked of a model that another provider has, by the body or the address', async () => {
  const url = 'https://api.openai.com/v1/embeddings';
  expect(await asks('openai', url, { model: 'mistral-embed' })).toBe(true);
  expect(await asks('openai', url, { model: 'text-embedding-3-small' })).toBe(false);
  const google = (model: string) =>
    `https://generativelanguage.googleapis.com/v1beta/models/${model}:batchEmbedContents`;
  expect(await asks('google', google('text-embedding-3-small'))).toBe(true);
  expect(await asks('google', google('gemini-embedding-001'))).toBe(false);
});

it("are none where nobody knows the models: a name that no provider has, a server of the user's own, another question", async () => {
  expect(await asks('openai', 'https://api.openai.com/v1/embeddings', { model: 'house' })).toBe(false);
  expect(await asks('openai', 'https://llm.acme.example/v1/embeddings', { model: 'mistral-embed' })).toBe(
    false,
  );
  expect(await asks('openai', 'https://api.openai.com/v1/responses', { model: 'mistral-embed' })).toBe(false);
});
