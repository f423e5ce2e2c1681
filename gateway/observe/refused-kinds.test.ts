/** Keys that a provider refuses for another reason than their text, and answers in its words. */

import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { caseStubs } from './case-stubs.ts';
import { lastingLogins } from './logins.ts';

async function asked(value: Case, url: string, header: (text: string) => Record<string, string>) {
  const canaries = canariesOf(value, '');
  const secret = canaries.find(({ place }) => place.holder !== 'gateway token')!;
  const request = new Request(url, { method: 'POST', headers: header(secret.text), body: '{}' });
  const response = await getResponse(caseStubs(value, canaries, null, null, lastingLogins), request);
  return {
    status: response?.status,
    text: (await response?.text()) ?? '',
    headers: response?.headers,
    secret,
  };
}

const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
const apiKey = (text: string) => ({ 'x-api-key': text });

describe('a secret of a kind that is not taken there', () => {
  const anthropic = plainCase({ id: 'anthropic', profiles: [{ ...PLAIN_SUBSCRIPTION, type: 'token' }] });
  const openai = plainCase({ id: 'openai', profiles: [PLAIN_SUBSCRIPTION] });

  it('is refused: a token as an API key, and one of a subscription where a key is needed', async () => {
    const messages = 'https://api.anthropic.com/v1/messages';
    expect((await asked(anthropic, messages, apiKey)).status).toBe(401);
    expect((await asked(anthropic, messages, bearer)).status).toBe(200);
    expect((await asked(openai, 'https://api.openai.com/v1/embeddings', bearer)).status).toBe(401);
    expect((await asked(openai, 'https://chatgpt.com/backend-api/codex/responses', bearer)).status).toBe(200);
  });
});

describe('a key that is limited by itself', () => {
  const variable = { name: 'OPENAI_API_KEY', layer: 'process', shape: 'plain' } as const;
  const responses = 'https://api.openai.com/v1/responses';

  it('is told to wait, where another is answered', async () => {
    const status = async (holds: 'limited' | 'live') =>
      (await asked(plainCase({ id: 'openai', environment: [{ ...variable, holds }] }), responses, bearer))
        .status;
    expect(await Promise.all([status('limited'), status('live')])).toEqual([429, 200]);
  });

  it.each(['like-template', 'like-command', 'like-profile', 'wrapped'] as const)(
    'and one whose text is %s is a key like any other',
    async (shape) => {
      const value = plainCase({ id: 'openai', environment: [{ ...variable, holds: 'live', shape }] });
      expect((await asked(value, responses, bearer)).status).toBe(200);
    },
  );
});

describe('an answer', () => {
  const variable = { name: 'OPENAI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;
  const answering = (answer: Case['provider']['answer'], url = 'https://api.openai.com/v1/responses') =>
    asked(plainCase({ id: 'openai', environment: [variable], answer }), url, bearer);

  it('may repeat the secret, or say when to ask again', async () => {
    const { text, secret } = await answering('echo');
    expect(text).toContain(secret.text);
    expect((await answering('retry-later')).headers?.get('retry-after')).toBe('1');
  });

  it('may come from a server of the user that wants no key, at the address that the entry names', async () => {
    const entry = { auth: null, apiKey: null, header: null, authHeader: false, baseUrl: 'loopback' } as const;
    const value = plainCase({ id: 'openai', entry, environment: [variable], answer: 'open' });
    const none = () => ({});
    expect((await asked(value, 'http://127.0.0.1:18434/v1/responses', none)).status).toBe(200);
    expect(
      (
        await asked(
          { ...value, provider: { ...value.provider, answer: 'by-key' } },
          'http://127.0.0.1:18434/v1/responses',
          none,
        )
      ).status,
    ).toBe(401);
  });
});
