/**
 * IAM Identity Center on loopback: the portal that turns a sign-in into keys, and the token service behind it.
 *
 * @source IAM Identity Center portal API (GetRoleCredentials), IAM Identity Center OIDC API (CreateToken)
 */
import { type HttpHandler, http } from 'msw';
import { endOf, type Issuer } from './issuer.ts';

export const SSO_START_URL = 'https://acme.awsapps.com/start';

export function identityCenterStubs(issuer: Issuer): HttpHandler[] {
  return [
    http.get('*://portal.sso.us-east-1.amazonaws.com/federation/credentials', () => {
      const key = issuer.given('sso');
      if (!key) return Response.json({ message: 'Session token not found or invalid' }, { status: 401 });
      const { accessKeyId, secretAccessKey, sessionToken } = key;
      const expiration = Date.parse(endOf(issuer, 'sso'));
      return Response.json({ roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration } });
    }),
    // No case holds a refresh token: whoever asks has nothing to ask with.
    http.post('*://oidc.us-east-1.amazonaws.com/token', () =>
      Response.json({ error: 'invalid_grant', error_description: 'Invalid grant provided' }, { status: 400 }),
    ),
  ];
}
