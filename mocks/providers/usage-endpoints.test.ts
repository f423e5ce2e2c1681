import { getResponse } from 'msw';
import { expect, it } from 'vitest';
import { ALL_PROVIDERS, type ProviderId } from '../../generators/providers/catalog.ts';
import { usageStubs } from './provider-stub.ts';
import { isUsageCall, usageEndpointsOf } from './usage-endpoints.ts';

const byKey = { answer: 'by-key', answeredRequests: 'every' } as const;

async function statusOf(
  id: ProviderId,
  problem: string | null,
  answer: 'by-key' | 'rate-limited' = 'by-key',
): Promise<(number | undefined)[]> {
  const stubs = usageStubs(id, async () => problem, { ...byKey, answer });
  const urls = usageEndpointsOf(id).map(({ url }) => url.replace('*', 'https://api.example.com'));
  return Promise.all(urls.map(async (url) => (await getResponse(stubs, new Request(url)))?.status));
}

it('there are endpoints of the providers that tell usage, and of no others', () => {
  const tell = ALL_PROVIDERS.filter(({ id }) => usageEndpointsOf(id).length > 0).map(({ id }) => id);
  expect(tell).toEqual(ALL_PROVIDERS.filter(({ usage }) => usage).map(({ id }) => id));
});

it.each(ALL_PROVIDERS.filter(({ usage }) => usage).map(({ id }) => id))(
  '%s tells it to a credential that it takes, and refuses as the case says',
  async (id) => {
    const all = (status: number) => usageEndpointsOf(id).map(() => status);
    expect(await statusOf(id, null)).toEqual(all(200));
    expect(await statusOf(id, 'another key')).toEqual(all(401));
    expect(await statusOf(id, null, 'rate-limited')).toEqual(all(429));
  },
);

it('a call for usage is told from others', () => {
  expect(isUsageCall('zai', new URL('https://api.z.ai/api/monitor/usage/quota/limit'))).toBe(true);
  expect(isUsageCall('zai', new URL('https://api.z.ai/api/paas/v4/models'))).toBe(false);
  expect(isUsageCall('xai', new URL('https://cli-chat-proxy.grok.com/v1/billing?format=credits'))).toBe(true);
  expect(isUsageCall('google', new URL('https://api.anthropic.com/api/oauth/usage'))).toBe(false);
});
