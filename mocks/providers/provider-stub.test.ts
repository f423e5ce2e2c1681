import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { type ProviderAnswer, providerAnswerSchema } from '../../generators/provider-answer.ts';
import { ALL_PROVIDERS, type Provider } from '../../generators/providers.ts';
import { providerStubs } from './provider-stub.ts';

/** Where each API is asked for an answer. */
const QUESTIONS: Record<Provider['api'], string> = {
  'google-generative-ai': '/v1beta/models/m:generateContent',
  'anthropic-messages': '/v1/messages',
  'openai-responses': '/v1/responses',
  'openai-completions': '/v1/chat/completions',
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
};

async function statuses(provider: Provider, answer: ProviderAnswer, answeredRequests: 'every' | 'first') {
  const stubs = providerStubs(provider.id, async () => null, { answer, answeredRequests });
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
        const status = STATUS[answer];
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
      const stubs = providerStubs(bedrock.id, async () => null, { answer, answeredRequests: 'every' });
      const request = new Request(`https://${bedrock.hosts[0]}/model/m/converse`, { method: 'POST' });
      const reply = await getResponse(stubs, request);
      expect([reply?.status, reply?.headers.get('x-amzn-errortype')]).toEqual([status, type]);
    }
  });

  it('still answers for its catalog, which is no part of a path', async () => {
    const stubs = providerStubs('openai', async () => null, {
      answer: 'server-error',
      answeredRequests: 'every',
    });
    const reply = await getResponse(stubs, new Request('https://api.openai.com/v1/models'));
    expect(reply?.status).toBe(200);
  });
});
