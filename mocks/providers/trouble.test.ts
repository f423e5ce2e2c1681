import { describe, expect, it } from 'vitest';
import type { ApiStyle } from '../../generators/providers/provider.ts';
import { trouble } from './trouble.ts';

const asks = (path: string, body: object) =>
  new Request(`https://api.example.com${path}`, { method: 'POST', body: JSON.stringify(body) });

describe('a stream that breaks off', () => {
  it.each<[ApiStyle, string, object]>([
    ['openai-completions', '/v1/chat/completions', { stream: true }],
    ['openai-responses', '/v1/responses', { stream: true }],
    ['anthropic-messages', '/v1/messages', { stream: true }],
    ['google-generative-ai', '/v1beta/models/m:streamGenerateContent', {}],
    ['ollama', '/api/chat', { model: 'm' }],
  ])('of %s begins as an answer', async (api, path, body) => {
    const answer = await trouble('broken-off', api, asks(path, body));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/error/i);
  });

  it('is a failure to what asks for no stream', async () => {
    for (const path of ['/v1/embeddings', '/v1/audio/transcriptions'])
      expect((await trouble('broken-off', 'openai-completions', asks(path, {}))).status).toBe(500);
    const whole = asks('/api/chat', { model: 'm', stream: false });
    expect((await trouble('broken-off', 'ollama', whole)).status).toBe(500);
  });
});

describe('other trouble', () => {
  it('is told in the form of each API, or not at all', async () => {
    const told = async (kind: 'overloaded' | 'nothing-said', api: ApiStyle) => {
      const answer = await trouble(kind, api, asks('/', {}));
      return [answer.status, await answer.text()];
    };
    expect(await told('overloaded', 'anthropic-messages')).toEqual([
      529,
      '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
    ]);
    expect(await told('nothing-said', 'openai-completions')).toEqual([404, '']);
  });
});
