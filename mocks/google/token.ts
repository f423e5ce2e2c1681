/**
 * Google's token endpoint on loopback: an access token for a refresh token of a user, or for an assertion that the key of a service account
 * signed; and the metadata service of its machines, on which no case runs.
 *
 * @source Google Identity, "Using OAuth 2.0 to Access Google APIs" (refresh tokens; server to server, RFC 7523); RFC 6749 section 5.2
 */
import { createVerify } from 'node:crypto';
import { type HttpHandler, http } from 'msw';
import { z } from 'zod';
import { formBody, jsonBody, parsedJson } from '../request-body.ts';
import { publicKey } from './test-key.ts';

/** The endpoint, and the older address that some clients know. */
const ENDPOINTS = ['*://oauth2.googleapis.com/token', '*://www.googleapis.com/oauth2/v4/token'];

const grantSchema = z.looseObject({
  grant_type: z.string(),
  refresh_token: z.string().optional(),
  assertion: z.string().optional(),
});

/** The proof that a client holds the secret of a file. */
export type Grant = { readonly refreshToken: string } | { readonly account: string };

/** @param given the access token for a grant, or null where it is not accepted */
export function googleTokenStubs(given: (grant: Grant) => string | null): HttpHandler[] {
  const answer = async ({ request }: { request: Request }): Promise<Response> => {
    const body = (await formBody(request, grantSchema)) ?? (await jsonBody(request, grantSchema));
    const grant = body && grantOf(body);
    const token = grant ? given(grant) : null;
    if (token !== null) return Response.json({ access_token: token, expires_in: 3599, token_type: 'Bearer' });
    const words = body?.assertion ? 'Invalid JWT Signature.' : 'Token has been expired or revoked.';
    return Response.json({ error: 'invalid_grant', error_description: words }, { status: 400 });
  };
  return [
    ...ENDPOINTS.map((url) => http.post(url, answer)),
    http.all('*://metadata.google.internal/*', () => new Response(null, { status: 404 })),
  ];
}

function grantOf({ refresh_token, assertion }: z.infer<typeof grantSchema>): Grant | null {
  if (refresh_token !== undefined) return { refreshToken: refresh_token };
  const account = assertion === undefined ? null : signerOf(assertion);
  return account === null ? null : { account };
}

/** Clients need not name the key: the account is who asks. */
const claimsSchema = z.looseObject({ iss: z.string() });

/** The account that a JWT names; null where it is none, or not signed by the key of cases. */
function signerOf(assertion: string): string | null {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const isSigned = createVerify('RSA-SHA256')
    .update(`${header}.${claims}`)
    .verify(publicKey(), signature, 'base64url');
  const text = Buffer.from(claims, 'base64url').toString();
  return isSigned ? (parsedJson(text, claimsSchema)?.iss ?? null) : null;
}
