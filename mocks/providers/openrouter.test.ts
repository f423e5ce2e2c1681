import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { ProviderAnswer } from '../../generators/axes/provider-answer.ts';
import { ALL_PROVIDERS, type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { isOpenToAll, providerStubs } from './provider-stub.ts';

const LIST = 'https://openrouter.ai/api/v1/models';
const wrong = { authorization: 'Bearer sk-or-v1-wrong' };

/** A provider that refuses every key. */
const stubsOf = (
  id: ProviderId,
  answer: ProviderAnswer = 'by-key',
  answeredRequests: 'every' | 'first' = 'every',
) =>
  providerStubs(providerOf(id), async () => 'UnrecognizedClientException', {
    answer,
    answeredRequests,
  });

const get = async (url: string, headers: Record<string, string> = {}, stubs = stubsOf('openrouter')) =>
  (await getResponse(stubs, new Request(url, { headers })))!;

describe("OpenRouter's list of models", () => {
  it('answers without a key, and with a wrong one, while the rest refuses both', async () => {
    for (const headers of [{}, wrong]) {
      expect((await get(LIST, headers)).status).toBe(200);
      expect((await get('https://openrouter.ai/api/v1/key', headers)).status).toBe(401);
    }
    expect((await get('https://api.openai.com/v1/models', {}, stubsOf('openai'))).status).toBe(401);
  });

  it('has the models that cases ask for, which take pictures, in both forms that builds read', async () => {
    const { data } = (await (await get(LIST)).json()) as { data: { id: string; architecture: object }[] };
    const takesPictures = { modality: 'text+image->text', input_modalities: ['text', 'image'] };
    for (const id of ['openrouter/auto', 'google/gemini-2.5-flash'])
      expect(data.find((each) => each.id === id)?.architecture).toMatchObject(takesPictures);
    for (const model of providerOf('openrouter').models)
      expect(data.some(({ id }) => id === model || id === `openrouter/${model}`)).toBe(true);
  });

  it('leaves the first answer of a case to the path, where it is asked for without a key', async () => {
    const stubs = stubsOf('openrouter', 'redirect', 'first');
    expect((await get(LIST, {}, stubs)).status).toBe(200);
    expect((await get(LIST, wrong, stubs)).status).toBe(307);
  });
});

it('is the one list that is open to all', () => {
  const open = ALL_PROVIDERS.filter(({ id, baseUrl }) =>
    isOpenToAll(id, 'GET', new URL(`${baseUrl.replace(/\/$/, '')}/models`)),
  );
  expect(open.map(({ id }) => id)).toEqual(['openrouter']);
  expect(isOpenToAll('openrouter', 'POST', new URL(LIST))).toBe(false);
});
