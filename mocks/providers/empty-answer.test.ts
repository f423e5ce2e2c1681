import { expect, it } from 'vitest';
import type { ApiStyle } from '../../generators/providers/provider.ts';
import { emptyAnswer } from './empty-answer.ts';

const asks = (path: string, body: object) =>
  new Request(`https://api.example.com${path}`, { method: 'POST', body: JSON.stringify(body) });

it.each<[ApiStyle, string]>([
  ['openai-completions', '/v1/chat/completions'],
  ['openai-responses', '/v1/responses'],
  ['anthropic-messages', '/v1/messages'],
  ['google-generative-ai', '/v1beta/models/m:streamGenerateContent'],
  ['ollama', '/api/chat'],
])('a turn of %s can be answered without a word', async (api, path) => {
  for (const stream of [true, false]) {
    const answer = await emptyAnswer(api, asks(path, { stream }));
    expect(answer?.status).toBe(200);
    expect(await answer?.text()).not.toMatch(/"(text|content)":"[^"]/);
  }
});

it('what is no turn is answered as usual', async () => {
  expect(await emptyAnswer('openai-completions', asks('/v1/embeddings', {}))).toBeNull();
});
