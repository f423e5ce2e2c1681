import { getResponse } from 'msw';
import { expect, it } from 'vitest';
import { providerOf } from '../../generators/providers/catalog.ts';
import { providerStubs } from './provider-stub.ts';

it('a server of Ollama knows no model by the name of a provider before it', async () => {
  const provider = providerOf('custom-ollama');
  const stubs = providerStubs(provider, async () => null, { answer: 'by-key', answeredRequests: 'every' });
  const status = async (model: string) => {
    const body = JSON.stringify({ model, stream: false });
    const request = new Request(`${provider.baseUrl}/api/chat`, { method: 'POST', body });
    return (await getResponse(stubs, request))?.status;
  };
  const [model] = provider.models;
  expect(await status(model)).toBe(200);
  expect(await status(`custom-ollama/${model}`)).toBe(404);
});
