/**
 * A real LocalStack as what issues a case's AWS credentials: users, session tokens and roles.
 *
 * LocalStack checks neither secrets nor signatures, so a recording pass-through stands in front of its STS: it
 * verifies the signature of a request first, and learns the secret of what is issued, with which Bedrock's stub then
 * verifies.
 */
import { CreateAccessKeyCommand, CreateRoleCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { type HttpHandler, http } from 'msw';
import type { AwsSourceKind } from '../../generators/axes/aws-setup.ts';
import type { CaseCanary } from '../../generators/secrets/canaries.ts';
import type { AwsBackend } from '../../mocks/aws/backend.ts';
import type { IssuedKey } from '../../mocks/aws/signature.ts';
import { ROLE_ARN, STS_HOSTS } from '../../mocks/aws/sts.ts';

export interface LocalStackIssuer extends AwsBackend {
  /** The ARN that LocalStack itself knows a key by. */
  callerOf(key: IssuedKey): Promise<string>;
  /** The credentials last issued for a role of the case; null if there are none. */
  lastIssued(): IssuedKey | null;
}

/** LocalStack takes the account from the access key id of whoever asks. */
const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

/** Makes the roles that cases assume: once a container. */
export async function createRoles(endpoint: string): Promise<void> {
  const iam = administrator(endpoint);
  for (const arn of Object.values(ROLE_ARN)) {
    const RoleName = arn.split('/').at(-1)!;
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUSTS_EVERYBODY }));
  }
}

function administrator(endpoint: string): IAMClient {
  const credentials = { accessKeyId: ACCOUNT, secretAccessKey: 'administrator' };
  return new IAMClient({ endpoint, region: REGION, credentials });
}

/** @param name of the driver that it issues for: the users of several must differ */
export function createLocalStackIssuer(endpoint: string, name: string): LocalStackIssuer {
  const iam = administrator(endpoint);
  const sts = ({ accessKeyId, secretAccessKey, sessionToken }: IssuedKey) =>
    new STSClient({
      endpoint,
      region: REGION,
      credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    });
  let users = 0;
  let last: IssuedKey | null = null;

  const userKey = async (): Promise<IssuedKey> => {
    const UserName = `case-user-${name}-${++users}`;
    await iam.send(new CreateUserCommand({ UserName }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    return {
      accessKeyId: AccessKey!.AccessKeyId!,
      secretAccessKey: AccessKey!.SecretAccessKey!,
      sessionToken: null,
    };
  };
  const sessionKey = async (): Promise<IssuedKey> => {
    const { Credentials } = await sts(await userKey()).send(new GetSessionTokenCommand({}));
    const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials!;
    return { accessKeyId: AccessKeyId!, secretAccessKey: SecretAccessKey!, sessionToken: SessionToken! };
  };

  return {
    async prepare(canaries) {
      const prepared: CaseCanary[] = [];
      for (const canary of canaries) {
        const isLasting = canary.signingText !== null && canary.sessionToken === null;
        const isSession = canary.signingText !== null && canary.place.holder === 'environment' && !isLasting;
        const key = isLasting ? await userKey() : isSession ? await sessionKey() : null;
        prepared.push(key ? withKey(canary, key) : canary);
      }
      return prepared;
    },
    services(canaries, isSigned): HttpHandler[] {
      const passOn = async ({ request }: { request: Request }): Promise<Response> => {
        const form = new URLSearchParams(await request.clone().text());
        const needsSignature = form.get('Action') !== 'AssumeRoleWithWebIdentity';
        if (needsSignature && !(await isSigned(request)))
          return new Response(SIGNATURE_REFUSED, { status: 403 });
        const reply = await fetch(endpoint, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            authorization: request.headers.get('authorization') ?? '',
          },
          body: form,
        });
        const text = await reply.text();
        const key = keyOf(text);
        const source = Object.entries(ROLE_ARN).find(([, arn]) => arn === form.get('RoleArn'));
        if (key && source) {
          last = key;
          const place = canaries.findIndex(
            (canary) => canary.place.holder === 'aws' && canary.place.kind === (source[0] as AwsSourceKind),
          );
          if (place >= 0) canaries[place] = withKey(canaries[place]!, key);
        }
        return new Response(text, { status: reply.status, headers: { 'content-type': 'text/xml' } });
      };
      return STS_HOSTS.map((host) => http.post(`*://${host}/*`, passOn));
    },
    async callerOf(key) {
      const { Arn } = await sts(key).send(new GetCallerIdentityCommand({}));
      return Arn ?? '';
    },
    lastIssued: () => last,
  };
}

const TRUSTS_EVERYBODY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: '*' }, Action: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'] },
  ],
});

const SIGNATURE_REFUSED =
  '<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message></Error></ErrorResponse>';

function withKey(canary: CaseCanary, { accessKeyId, secretAccessKey, sessionToken }: IssuedKey): CaseCanary {
  return { ...canary, text: accessKeyId, written: accessKeyId, signingText: secretAccessKey, sessionToken };
}

/** The credentials in an answer of STS; null where it issued none. */
function keyOf(xml: string): IssuedKey | null {
  const field = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
  const [accessKeyId, secretAccessKey] = [field('AccessKeyId'), field('SecretAccessKey')];
  if (!accessKeyId || !secretAccessKey) return null;
  return { accessKeyId, secretAccessKey, sessionToken: field('SessionToken') ?? null };
}
