/**
 * The metadata services of containers and instances, on loopback.
 *
 * @source AWS: ECS "Task IAM role", EKS "Pod identities", EC2 "Instance metadata" (versions 1 and 2)
 */
import { type HttpHandler, http } from 'msw';
import type { AwsSourceKind } from '../../generators/axes/aws-setup.ts';
import { endOf, type Issuer } from './issuer.ts';

export const CONTAINER_PATH = '/v2/credentials/case';
/** The address that EKS gives its containers: one of the few that the SDK takes over plain HTTP. */
export const CONTAINER_URI = 'http://169.254.170.23/v1/credentials';

const INSTANCE = '*://169.254.169.254/latest';

export function metadataStubs(issuer: Issuer): HttpHandler[] {
  const json = (kind: AwsSourceKind) => () => credentialsOf(issuer, kind) ?? notFound();
  const ifInstance = (answer: () => Response) => () =>
    issuer.given('instance-metadata') ? answer() : notFound();
  return [
    http.get(`*://169.254.170.2${CONTAINER_PATH}`, json('container-relative')),
    http.get(CONTAINER_URI, json('container-full')),
    http.put(
      `${INSTANCE}/api/token`,
      ifInstance(
        () =>
          new Response('the-metadata-token', {
            headers: { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' },
          }),
      ),
    ),
    // A client of version 1 asks without the token.
    http.get(
      `${INSTANCE}/meta-data/iam/security-credentials/`,
      ifInstance(() => new Response('case-instance')),
    ),
    http.get(`${INSTANCE}/meta-data/iam/security-credentials/:role`, json('instance-metadata')),
  ];
}

function credentialsOf(issuer: Issuer, kind: AwsSourceKind): Response | null {
  const key = issuer.given(kind);
  if (!key) return null;
  return Response.json({
    Code: 'Success',
    Type: 'AWS-HMAC',
    LastUpdated: '2020-01-01T00:00:00Z',
    AccessKeyId: key.accessKeyId,
    SecretAccessKey: key.secretAccessKey,
    Token: key.sessionToken,
    Expiration: endOf(issuer, kind),
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
