import { createSign } from 'node:crypto';
import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { privateKeyOf } from './test-key.ts';
import { type Grant, googleTokenStubs } from './token.ts';

const stubs = googleTokenStubs((grant: Grant) => {
  if ('refreshToken' in grant) return grant.refreshToken === 'good' ? 'of a user' : null;
  return grant.account === 'case@example' ? 'of an account' : null;
});

function ask(fields: Record<string, string>, url = 'https://oauth2.googleapis.com/token') {
  return getResponse(stubs, new Request(url, { method: 'POST', body: new URLSearchParams(fields) }));
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The request of a client that holds the key of an account. */
function assertionOf(iss: string, lastLine: string) {
  const signed = `${encoded({ alg: 'RS256' })}.${encoded({ iss })}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(privateKeyOf(lastLine), 'base64url');
  return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: `${signed}.${signature}` };
}

describe("Google's token endpoint", () => {
  it('gives a token for the refresh token of a user, at both of its addresses', async () => {
    const fields = { grant_type: 'refresh_token', refresh_token: 'good' };
    for (const url of ['https://oauth2.googleapis.com/token', 'https://www.googleapis.com/oauth2/v4/token'])
      expect(await (await ask(fields, url))?.json()).toMatchObject({ access_token: 'of a user' });
  });

  it('gives a token for what the key of an account signed, whatever its last line says', async () => {
    for (const line of ['A'.repeat(64), 'b'.repeat(64)])
      expect(await (await ask(assertionOf('case@example', line)))?.json()).toMatchObject({
        access_token: 'of an account',
      });
  });

  it('refuses what was withdrawn, what nobody signed, and what is no grant', async () => {
    const { assertion, ...type } = assertionOf('case@example', 'A'.repeat(64));
    const forged = assertion.replace(/\.[^.]+\./, `.${encoded({ iss: 'case@example', scope: 'all' })}.`);
    const refused = [
      { grant_type: 'refresh_token', refresh_token: 'withdrawn' },
      assertionOf('nobody@example', 'A'.repeat(64)),
      { ...type, assertion: forged },
      { ...type, assertion: 'no assertion' },
      type,
    ];
    for (const fields of refused) {
      const response = await ask(fields);
      expect(response?.status).toBe(400);
      expect(await response?.json()).toMatchObject({ error: 'invalid_grant' });
    }
  });
});
