import { getResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { type ProviderAnswer, providerAnswerSchema } from '../../generators/axes/provider-answer.ts';
import {
  ALL_PROVIDERS,
  type Provider,
  type ProviderId,
  providerOf,
} from '../../generators/providers/catalog.ts';
import { isModelCall, providerStubs } from './provider-stub.ts';

/** The endpoint at which each API is asked for an answer. */
const QUESTIONS: Record<Provider['api'], string> = {
  'google-generative-ai': '/v1beta/models/m:generateContent',
  'google-vertex': '/v1/projects/p/locations/us-central1/publishers/google/models/m:generateContent',
  'anthropic-messages': '/v1/messages',
  'openai-responses': '/v1/responses',
  'openai-completions': '/v1/chat/completions',
  'openai-codex-responses': '/backend-api/codex/responses',
  ollama: '/api/chat',
  'bedrock-converse-stream': '/model/m/converse',
};

const STATUS: Record<ProviderAnswer, number> = {
  'by-key': 200,
  forbidden: 403,
  expired: 401,
  'rate-limited': 429,
  'server-error': 500,
  slow: 200,
  reset: 0,
  malformed: 200,
  redirect: 307,
  'bad-request': 400,
  'unknown-model': 404,
  'refused-content': 400,
  'no-credit': 429,
  revoked: 403,
  region: 403,
  challenge: 403,
  'retry-later': 429,
  echo: 401,
  open: 200,
  'spent-key': 403,
  overloaded: 503,
  'timed-out': 504,
  'client-closed': 499,
  'gateway-page': 502,
  'nothing-said': 404,
  'usage-window': 402,
  'limit-in-words': 400,
  empty: 200,
  // Of what asks for no stream.
  'broken-off': 500,
};

/** The statuses of providers that answer a refusal with one of their own. */
const OWN_STATUS: Readonly<Record<string, number>> = {
  'no-credit anthropic-messages': 400,
  'overloaded anthropic-messages': 529,
  'region google-generative-ai': 400,
  'region google-vertex': 400,
};

async function statuses(provider: Provider, answer: ProviderAnswer, answeredRequests: 'every' | 'first') {
  const stubs = providerStubs(provider, async () => null, { answer, answeredRequests });
  const ask = async () =>
    (
      await getResponse(
        stubs,
        new Request(`https://${provider.hosts[0]}${QUESTIONS[provider.api]}`, { method: 'POST', body: '{}' }),
      )
    )?.status;
  return [await ask(), await ask()];
}

const asked = ALL_PROVIDERS.filter(({ id }) => ['google', 'anthropic', 'openai', 'minimax'].includes(id));

describe('a provider that fails', () => {
  it.each(providerAnswerSchema.options.filter((answer) => answer !== 'slow'))(
    'answers %s to every request of a path, or to the first alone',
    async (answer) => {
      for (const provider of asked) {
        const status = OWN_STATUS[`${answer} ${provider.api}`] ?? STATUS[answer];
        expect(await statuses(provider, answer, 'every')).toEqual([status, status]);
        expect(await statuses(provider, answer, 'first')).toEqual([status, 200]);
      }
    },
  );

  it('is AWS in the words of AWS', async () => {
    const bedrock = ALL_PROVIDERS.find(({ id }) => id === 'amazon-bedrock')!;
    for (const [answer, status, type] of [
      ['forbidden', 403, 'AccessDeniedException'],
      ['expired', 403, 'ExpiredTokenException'],
      ['rate-limited', 429, 'ThrottlingException'],
      ['server-error', 500, 'InternalServerException'],
    ] as const) {
      const stubs = providerStubs(bedrock, async () => null, { answer, answeredRequests: 'every' });
      const request = new Request(`https://${bedrock.hosts[0]}/model/m/converse`, { method: 'POST' });
      const reply = await getResponse(stubs, request);
      expect([reply?.status, reply?.headers.get('x-amzn-errortype')]).toEqual([status, type]);
    }
  });

  it.each([
    ['no-credit', 'mistral', 402],
    ['no-credit', 'anthropic', 400],
    ['revoked', 'anthropic', 403],
  ] as const)('by one key alone, that is %s, says so in the words of %s', async (fault, id, status) => {
    const provider = providerOf(id);
    const stubs = providerStubs(provider, async () => fault, { answer: 'by-key', answeredRequests: 'every' });
    const url = `https://${provider.hosts[0]}${QUESTIONS[provider.api]}`;
    const answer = await getResponse(stubs, new Request(url, { method: 'POST', body: '{}' }));
    expect(answer?.status).toBe(status);
  });

  it('still answers for its catalog, which is no part of a path', async () => {
    const failing = { answer: 'server-error', answeredRequests: 'every' } as const;
    const stubs = providerStubs(providerOf('openai'), async () => null, failing);
    const reply = await getResponse(stubs, new Request('https://api.openai.com/v1/models'));
    expect(reply?.status).toBe(200);
  });
});

describe('a provider whose model asks a turn for a tool', () => {
  const read = { tool: 'read', arguments: { path: '/minutes.md' }, overflows: true };
  const tools = [{ name: 'read' }];
  const returned = {
    messages: [{ role: 'user', content: [{ type: 'tool_result', content: 'a text' }] }],
    tools,
  };

  it.each<[ProviderId, string, string]>([
    ['anthropic', '/v1/messages', 'prompt is too long'],
    ['openai', '/v1/responses', 'context_length_exceeded'],
    ['google', '/v1beta/models/m:streamGenerateContent', 'exceeds the maximum number of tokens'],
    ['amazon-bedrock', '/model/m/converse-stream', 'Input is too long'],
  ])(
    'finds the first request with a result that overflows too long, and no other: %s',
    async (id, path, words) => {
      const answer = { answer: 'by-key', answeredRequests: 'every' } as const;
      let asked = 0;
      const model = {
        call: read,
        asked() {
          asked += 1;
        },
      };
      const stubs = providerStubs(providerOf(id), async () => null, answer, model);
      const ask = async (body: object) => {
        const request = new Request(new URL(path, providerOf(id).baseUrl), {
          method: 'POST',
          body: JSON.stringify(body),
        });
        const reply = await getResponse(stubs, request);
        return { status: reply?.status, text: (await reply?.text()) ?? '' };
      };
      expect((await ask({ tools })).text).toContain('read');
      // Its catalog is asked for at any time, and compacts nothing.
      await getResponse(stubs, new Request(new URL('/v1/models', providerOf(id).baseUrl)));
      const first = await ask(returned);
      expect([first.status, first.text]).toEqual([400, expect.stringContaining(words)]);
      expect((await ask({ messages: [] })).status).toBe(200);
      expect((await ask(returned)).status).toBe(200);
      expect(asked).toBe(1);
    },
  );
});

it('was not asked for a tool by an answer that nobody can read', async () => {
  const model = { call: { tool: 'read', arguments: {} }, asked: vi.fn<() => void>() };
  const answer = { answer: 'malformed', answeredRequests: 'every' } as const;
  const stubs = providerStubs(providerOf('openai'), async () => null, answer, model);
  const body = JSON.stringify({ tools: [{ name: 'read' }] });
  await getResponse(stubs, new Request('https://api.openai.com/v1/responses', { method: 'POST', body }));
  expect(model.asked).not.toHaveBeenCalled();
});

describe('a provider that is asked for something else than text', () => {
  const answerOf = async (id: ProviderId, path: string, body = '{}') => {
    const stubs = providerStubs(providerOf(id), async () => null, {
      answer: 'by-key',
      answeredRequests: 'every',
    });
    const url = new URL(path, providerOf(id).baseUrl);
    expect(isModelCall(id, 'POST', url)).toBe(true);
    return getResponse(stubs, new Request(url, { method: 'POST', body }));
  };

  it.each<[ProviderId, string, string, string]>([
    ['openai', '/v1/embeddings', '{}', 'embedding'],
    ['openai', '/v1/images/generations', '{}', 'b64_json'],
    ['openrouter', '/api/v1/images', '{}', 'b64_json'],
    ['openrouter', '/api/v1/chat/completions', '{"modalities":["image","text"]}', 'image_url'],
    ['google', '/v1beta/models/m:embedContent', '{}', 'values'],
    ['google', '/v1beta/models/m:batchEmbedContents', '{}', 'embeddings'],
    [
      'google',
      '/v1beta/models/m:generateContent',
      '{"generationConfig":{"responseModalities":["TEXT","IMAGE"]}}',
      'image/png',
    ],
    [
      'google',
      '/v1beta/models/m:generateContent',
      '{"generationConfig":{"responseModalities":["AUDIO"]}}',
      'audio/L16',
    ],
    ['minimax', '/v1/image_generation', '{}', 'image_base64'],
    ['minimax', '/v1/t2a_v2', '{}', 'audio'],
    ['minimax', '/v1/coding_plan/search', '{}', 'organic'],
  ])('gives it: %s %s %s', async (id, path, body, wanted) => {
    expect(await (await answerOf(id, path, body))?.text()).toContain(wanted);
  });

  it.each<[ProviderId, string, object]>([
    ['openai', '/v1/embeddings', { input: ['one', 'two', 'three'] }],
    ['google', '/v1beta/models/m:batchEmbedContents', { requests: [{}, {}, {}] }],
  ])('gives as many vectors as texts are asked: %s %s', async (id, path, body) => {
    const text = (await (await answerOf(id, path, JSON.stringify(body)))?.text()) ?? '';
    expect(text.split('0.2').length - 1).toBe(3);
  });

  it('speaks', async () => {
    expect((await answerOf('openai', '/v1/audio/speech'))?.headers.get('content-type')).toBe('audio/mpeg');
  });
});

describe('a good key at a path where the API has nothing', () => {
  const statusAt = async (id: ProviderId, url: string, prefix = '') => {
    const answer = { answer: 'by-key', answeredRequests: 'every' } as const;
    const stubs = providerStubs(providerOf(id), async () => null, answer, null, [], prefix);
    const reply = await getResponse(stubs, new Request(url, { method: 'POST', body: '{}' }));
    return reply?.status;
  };

  it('gets 404, in each form of an API', async () => {
    expect(await statusAt('openai', 'https://api.openai.com/v1/v1/embeddings')).toBe(404);
    expect(await statusAt('anthropic', 'https://api.anthropic.com/v2/messages')).toBe(404);
    const google = 'https://generativelanguage.googleapis.com/v1beta/v1beta/models/m:predictLongRunning';
    expect(await statusAt('google', google)).toBe(404);
  });

  it('gets 404 at the gateway of a user whose path was dropped', async () => {
    const host = 'https://openai.corp-gateway.com';
    expect(await statusAt('openai', `${host}/team/llm/v1/embeddings`, '/team/llm')).toBe(200);
    expect(await statusAt('openai', `${host}/v1/embeddings`, '/team/llm')).toBe(404);
  });
});
