/**
 * The AWS services that issue credentials, on loopback: STS, IAM Identity Center, containers and instance metadata.
 *
 * Each gives what the case's source of that kind holds, and refuses, as AWS does, where the case has none.
 *
 * @source AWS STS API reference (AssumeRole, AssumeRoleWithWebIdentity), IAM Identity Center portal API
 *   (GetRoleCredentials), ECS "Task IAM role", EC2 "Instance metadata"
 */
import { type HttpHandler, http } from 'msw';
import type { AwsSourceKind } from '../../generators/aws-setup.ts';
import type { IssuedKey } from './signature.ts';

const account = 'arn:aws:iam::123456789012:role';
/** The role that each source of temporary keys assumes. */
export const ROLE_ARN = {
  role: `${account}/case-role`,
  'role-from-environment': `${account}/case-role-from-environment`,
  'web-identity': `${account}/case-web-identity`,
  'web-identity-profile': `${account}/case-web-identity-profile`,
} as const satisfies Partial<Record<AwsSourceKind, string>>;

export const SSO_START_URL = 'https://acme.awsapps.com/start';
export const CONTAINER_PATH = '/v2/credentials/case';
/** The address that EKS gives its containers: one of the few that the SDK takes over plain HTTP. */
export const CONTAINER_URI = 'http://169.254.170.23/v1/credentials';

const EXPIRES = '2099-01-01T00:00:00Z';

/** What the services need to know of a case. */
export interface Issuer {
  /** What a source gives; null where the case has no such source. */
  given(kind: AwsSourceKind): IssuedKey | null;
  /** Whether a request to STS is signed by a key of the case. */
  isSigned(request: Request): Promise<boolean>;
}

export function credentialServices({ given, isSigned }: Issuer): HttpHandler[] {
  const sts = async ({ request }: { request: Request }): Promise<Response> => {
    const form = new URLSearchParams(await request.clone().text());
    const action = form.get('Action') ?? '';
    const entry = Object.entries(ROLE_ARN).find(([, arn]) => arn === form.get('RoleArn'));
    const key = entry ? given(entry[0] as AwsSourceKind) : null;
    const isAllowed = action === 'AssumeRoleWithWebIdentity' || (await isSigned(request));
    return key && isAllowed ? assumed(action, key, entry![1]) : accessDenied(action);
  };
  const json = (kind: AwsSourceKind) => () => {
    const key = given(kind);
    return key ? Response.json(asMetadata(key)) : new Response(null, { status: 404 });
  };
  return [
    http.post('*://sts.us-east-1.amazonaws.com/*', sts),
    http.post('*://sts.amazonaws.com/*', sts),
    http.get('*://portal.sso.us-east-1.amazonaws.com/federation/credentials', () => {
      const key = given('sso');
      if (!key) return Response.json({ message: 'Session token not found or invalid' }, { status: 401 });
      const { accessKeyId, secretAccessKey, sessionToken } = key;
      const expiration = Date.parse(EXPIRES);
      return Response.json({ roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration } });
    }),
    http.get(`*://169.254.170.2${CONTAINER_PATH}`, json('container-relative')),
    http.get(CONTAINER_URI, json('container-full')),
    http.put('*://169.254.169.254/latest/api/token', () =>
      given('instance-metadata')
        ? new Response('the-metadata-token', { headers: { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' } })
        : new Response(null, { status: 404 }),
    ),
    http.get('*://169.254.169.254/latest/meta-data/iam/security-credentials/', () =>
      given('instance-metadata') ? new Response('case-instance') : new Response(null, { status: 404 }),
    ),
    http.get(
      '*://169.254.169.254/latest/meta-data/iam/security-credentials/:role',
      json('instance-metadata'),
    ),
  ];
}

function asMetadata({ accessKeyId, secretAccessKey, sessionToken }: IssuedKey): object {
  return {
    Code: 'Success',
    Type: 'AWS-HMAC',
    LastUpdated: '2026-01-01T00:00:00Z',
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    Token: sessionToken,
    Expiration: EXPIRES,
  };
}

function assumed(
  action: string,
  { accessKeyId, secretAccessKey, sessionToken }: IssuedKey,
  arn: string,
): Response {
  const name = arn.split('/').at(-1);
  const credentials = `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>${EXPIRES}</Expiration></Credentials>`;
  const user = `<AssumedRoleUser><AssumedRoleId>AROACASE:session</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/${name}/session</Arn></AssumedRoleUser>`;
  const result = `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${credentials}${user}</${action}Result><ResponseMetadata><RequestId>case</RequestId></ResponseMetadata></${action}Response>`;
  return new Response(result, { headers: { 'content-type': 'text/xml' } });
}

function accessDenied(action: string): Response {
  const message = `User is not authorized to perform: sts:${action}`;
  const error = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${message}</Message></Error><RequestId>case</RequestId></ErrorResponse>`;
  return new Response(error, { status: 403, headers: { 'content-type': 'text/xml' } });
}
