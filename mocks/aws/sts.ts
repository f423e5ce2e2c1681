/**
 * AWS STS on loopback: it gives roles to callers that may assume them, and session tokens and identities to any
 * signer.
 *
 * @source AWS STS API reference (AssumeRole, AssumeRoleWithWebIdentity, GetCallerIdentity, GetSessionToken)
 */
import { type HttpHandler, http } from 'msw';
import { z } from 'zod';
import { AWS_REGIONS } from '../../generators/axes/aws-region.ts';
import type { AwsSourceKind } from '../../generators/axes/aws-setup.ts';
import { formBody } from '../request-body.ts';
import { endOf, FUTURE, type Issuer } from './issuer.ts';
import { type IssuedKey, parseSignature } from './signature.ts';

const account = 'arn:aws:iam::123456789012:role';
/** The role that each source of temporary keys assumes. */
export const ROLE_ARN = {
  role: `${account}/case-role`,
  'role-from-environment': `${account}/case-role-from-environment`,
  'web-identity': `${account}/case-web-identity`,
  'web-identity-profile': `${account}/case-web-identity-profile`,
} as const satisfies Partial<Record<AwsSourceKind, string>>;

/** Every address of STS that a client may choose. */
export const STS_HOSTS: readonly string[] = [
  'sts.amazonaws.com',
  ...AWS_REGIONS.map((region) => `sts.${region}.amazonaws.com`),
];

const callSchema = z.looseObject({ Action: z.string().optional(), RoleArn: z.string().optional() });

/** Every action is a POST to one address, which names it in its form. */
export function stsStubs(issuer: Issuer): HttpHandler[] {
  const answer = async ({ request }: { request: Request }): Promise<Response> => {
    const { Action: action = '', RoleArn } = (await formBody(request, callSchema)) ?? {};
    const isSigned = await issuer.isSigned(request);
    if (action === 'GetCallerIdentity' && isSigned) return result(action, callerOf(request));
    if (action === 'GetSessionToken' && isSigned) return result(action, sessionOf(request));
    const source = Object.entries(ROLE_ARN).find(([, arn]) => arn === RoleArn);
    const kind = source?.[0] as AwsSourceKind | undefined;
    const key = kind ? issuer.given(kind) : null;
    const isAllowed = action === 'AssumeRoleWithWebIdentity' || (action === 'AssumeRole' && isSigned);
    if (!kind || !key || !isAllowed) return accessDenied(action);
    return result(action, `${credentials(key, endOf(issuer, kind))}${assumed(source![1])}`);
  };
  return STS_HOSTS.map((host) => http.post(`*://${host}/*`, answer));
}

function credentials({ accessKeyId, secretAccessKey, sessionToken }: IssuedKey, end: string): string {
  return `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>${end}</Expiration></Credentials>`;
}

function assumed(arn: string): string {
  const role = arn.split('/').at(-1);
  return `<AssumedRoleUser><AssumedRoleId>AROACASE:session</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/${role}/session</Arn></AssumedRoleUser>`;
}

function keyIdOf(request: Request): string {
  return parseSignature(request.headers.get('authorization') ?? '')?.accessKeyId ?? '';
}

function callerOf(request: Request): string {
  const user = keyIdOf(request);
  return `<Arn>arn:aws:iam::123456789012:user/${user}</Arn><UserId>${user}</UserId><Account>123456789012</Account>`;
}

/** A session of the caller itself. It may do nothing that a case asks for, and no source of a case leads to it. */
function sessionOf(request: Request): string {
  const accessKeyId = `ASIA${keyIdOf(request).slice(4)}`;
  return credentials({ accessKeyId, secretAccessKey: 'session', sessionToken: 'session' }, FUTURE);
}

function result(action: string, body: string): Response {
  const text = `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${body}</${action}Result><ResponseMetadata><RequestId>case</RequestId></ResponseMetadata></${action}Response>`;
  return new Response(text, { headers: { 'content-type': 'text/xml' } });
}

function accessDenied(action: string): Response {
  const message = `User is not authorized to perform: sts:${action}`;
  const error = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${message}</Message></Error><RequestId>case</RequestId></ErrorResponse>`;
  return new Response(error, { status: 403, headers: { 'content-type': 'text/xml' } });
}
