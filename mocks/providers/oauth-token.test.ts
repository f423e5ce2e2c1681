import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tokenStubs } from './oauth-token.ts';

const discoverySchema = z.object({ authorization_endpoint: z.url(), token_endpoint: z.string() });

const stubs = tokenStubs((refreshToken) =>
  refreshToken === 'good' ? { accessToken: 'new', refreshToken, seconds: 3600 } : null,
);
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

  it('is found by discovery, beside the address for logins, where the client asks for its address first', async () => {
    const found = await getResponse(stubs, new Request('https://auth.x.ai/.well-known/openid-configuration'));
    const { token_endpoint: endpoint } = discoverySchema.parse(await found?.json());
    expect(await (await ask(endpoint, 'good'))?.json()).toMatchObject({ access_token: 'new' });
  });
});
