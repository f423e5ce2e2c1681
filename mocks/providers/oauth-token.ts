/**
 * The token endpoints that refresh oauth profiles.
 *
 * @source docs/openclaw-auth-contract.md 3 (background traffic); RFC 6749 section 6
 */
import { type HttpHandler, http } from 'msw';
import { z } from 'zod';
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';
import { formBody, jsonBody } from '../request-body.ts';

/** The token endpoints of every provider with oauth profiles. */
const TOKEN_HOSTS = new Set(
  ALL_PROVIDERS.filter(
    ({ profileTypes, subscription }) => profileTypes.includes('oauth') || subscription,
  ).flatMap(({ serviceHosts = [] }) => serviceHosts),
);

/**
 * The URL at which a client first asks for the address of the token endpoint (OpenID Connect Discovery 1.0, section
 * 4).
 */
const DISCOVERED = 'auth.x.ai';

/** Endpoints that the same section 3 requires: 2026.5.22 and 2026.6.11 renew nothing where the one that nobody asks is missing. */
const DISCOVERY = {
  issuer: `https://${DISCOVERED}`,
  authorization_endpoint: `https://${DISCOVERED}/oauth2/authorize`,
  token_endpoint: `https://${DISCOVERED}/oauth2/token`,
};

/** Clients send it as JSON or as a form. */
const refreshSchema = z.looseObject({ refresh_token: z.string() });

/** Tokens that a refresh token brings. */
export interface Refreshed {
  readonly accessToken: string;
  /** The one to refresh with from now on; null: the same as before. */
  readonly refreshToken: string | null;
  /** The time for which the access token is good. */
  readonly seconds: number;
}

/** The end of a renewal: tokens, null where it is not accepted, or trouble that says nothing of it. */
export type Renewal = Refreshed | null | 'failure' | 'garbled';

/** The time for which tokens of a damaged answer are said to be good, in seconds: the next path renews them. */
const GARBLED_SECONDS = 1;

/**
 * An answer that was damaged on its way: bytes inside the tokens are no UTF-8, which JSON is (RFC 8259 section 8.1). Status, names and
 * numbers are whole.
 */
function garbled(): Response {
  const tokens = {
    access_token: 'at-1\u00ff2',
    refresh_token: 'rt-1\u00ff2',
    token_type: 'Bearer',
    expires_in: GARBLED_SECONDS,
  };
  const headers = { 'content-type': 'application/json' };
  return new Response(Buffer.from(JSON.stringify(tokens), 'latin1'), { headers });
}

/**
 * @param refresh the end of a renewal by a refresh token
 * @param others further hosts of token endpoints
 */
export function tokenStubs(
  refresh: (refreshToken: string) => Renewal,
  others: readonly string[] = [],
): HttpHandler[] {
  const discovery = http.get(`*://${DISCOVERED}/.well-known/openid-configuration`, () =>
    Response.json(DISCOVERY),
  );
  const endpoints = [...TOKEN_HOSTS, ...others].map((host) =>
    http.post(`*://${host}/*`, async ({ request }) => {
      const body = (await jsonBody(request, refreshSchema)) ?? (await formBody(request, refreshSchema));
      const refreshed = refresh(body?.refresh_token ?? '');
      if (!refreshed) {
        const reason = { error: 'invalid_grant', error_description: 'Refresh token not found or invalid' };
        return Response.json(reason, { status: 400 });
      }
      if (refreshed === 'failure')
        return Response.json({ error: 'temporarily_unavailable' }, { status: 503 });
      if (refreshed === 'garbled') return garbled();
      const { accessToken, refreshToken, seconds } = refreshed;
      const next = refreshToken === null ? {} : { refresh_token: refreshToken };
      const tokens = { access_token: accessToken, ...next, token_type: 'Bearer' };
      return Response.json({ ...tokens, expires_in: seconds });
    }),
  );
  return [discovery, ...endpoints];
}
