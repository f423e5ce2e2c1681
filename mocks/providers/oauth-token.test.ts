import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Renewal, tokenStubs } from './oauth-token.ts';

const discoverySchema = z.object({ authorization_endpoint: z.url(), token_endpoint: z.string() });

const RENEWALS: Readonly<Record<string, Renewal>> = {
  good: { accessToken: 'new', refreshToken: 'good', seconds: 3600 },
  kept: { accessToken: 'new', refreshToken: null, seconds: 3600 },
  unlucky: 'failure',
  damaged: 'garbled',
};
const stubs = tokenStubs((refreshToken) => RENEWALS[refreshToken] ?? null);
const ask = (url: string, refreshToken: string) => {
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
  return getResponse(stubs, new Request(url, { method: 'POST', body }));
};

describe('a token endpoint', () => {
  it('gives a new token for a refresh token that works, and refuses another', async () => {
    const accepted = await ask('https://auth.openai.com/oauth/token', 'good');
    expect(await accepted?.json()).toMatchObject({ access_token: 'new', refresh_token: 'good' });
    const refused = await ask('https://auth.openai.com/oauth/token', 'bad');
    expect(refused?.status).toBe(400);
    expect(await refused?.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('may fail, bring no new refresh token, or tokens that are no text', async () => {
    const from = async (refreshToken: string) =>
      (await ask('https://auth.openai.com/oauth/token', refreshToken))!;
    expect((await from('unlucky')).status).toBe(503);
    expect(await (await from('kept')).json()).not.toHaveProperty('refresh_token');
    const damaged = await from('damaged');
    expect(damaged.status).toBe(200);
    const bytes = await damaged.arrayBuffer();
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError);
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ token_type: 'Bearer' });
  });

  it('is found by discovery, beside the address for logins, where the client asks for its address first', async () => {
    const found = await getResponse(stubs, new Request('https://auth.x.ai/.well-known/openid-configuration'));
    const { token_endpoint: endpoint } = discoverySchema.parse(await found?.json());
    expect(await (await ask(endpoint, 'good'))?.json()).toMatchObject({ access_token: 'new' });
  });
});
