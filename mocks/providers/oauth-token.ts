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
  /** The one to refresh with from now on. */
  readonly refreshToken: string;
  /** The time for which the access token is good. */
  readonly seconds: number;
}

/**
 * @param refresh what a refresh token brings, or null where it is not accepted
 * @param others further hosts of token endpoints
 */
export function tokenStubs(
  refresh: (refreshToken: string) => Refreshed | null,
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
      const { accessToken, refreshToken, seconds } = refreshed;
      const tokens = { access_token: accessToken, refresh_token: refreshToken, token_type: 'Bearer' };
      return Response.json({ ...tokens, expires_in: seconds });
    }),
  );
  return [discovery, ...endpoints];
}
