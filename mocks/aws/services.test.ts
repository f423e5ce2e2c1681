/** The AWS services that issue credentials, asked as an SDK asks them. */
import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { identityCenterStubs } from './identity-center.ts';
import { FUTURE, type Issuer, PAST } from './issuer.ts';
import { CONTAINER_PATH, metadataStubs } from './metadata.ts';
import { ROLE_ARN, stsStubs } from './sts.ts';

const key = { accessKeyId: 'ASIACASE', secretAccessKey: 'secret', sessionToken: 'token' };

function issuer({ isSigned = true, isExpired = false } = {}): Issuer {
  return { given: () => key, isExpired: () => isExpired, isSigned: async () => isSigned };
}

async function sts(from: Issuer, form: Record<string, string>, host = 'sts.eu-west-1.amazonaws.com') {
  const request = new Request(`https://${host}/`, { method: 'POST', body: new URLSearchParams(form) });
  const reply = await getResponse(stsStubs(from), request);
  return { status: reply?.status, text: await reply?.text() };
}

describe('AWS on loopback', () => {
  it('lets whoever signs assume a role of the case, in every region', async () => {
    const form = { Action: 'AssumeRole', RoleArn: ROLE_ARN.role };
    for (const host of [
      'sts.amazonaws.com',
      'sts.us-east-1.amazonaws.com',
      'sts.ap-southeast-2.amazonaws.com',
    ])
      expect((await sts(issuer(), form, host)).text).toContain('<AccessKeyId>ASIACASE</AccessKeyId>');
    expect((await sts(issuer({ isSigned: false }), form)).status).toBe(403);
    expect((await sts(issuer(), { ...form, RoleArn: 'arn:aws:iam::1:role/another' })).status).toBe(403);
  });

  it('takes a web identity without a signature, and says when its credentials end', async () => {
    const form = { Action: 'AssumeRoleWithWebIdentity', RoleArn: ROLE_ARN['web-identity'] };
    expect((await sts(issuer({ isSigned: false }), form)).text).toContain(FUTURE);
    expect((await sts(issuer({ isSigned: false, isExpired: true }), form)).text).toContain(PAST);
  });

  it.each(['GetCallerIdentity', 'GetSessionToken'])('answers %s to whoever signs', async (Action) => {
    expect((await sts(issuer(), { Action })).status).toBe(200);
    expect((await sts(issuer({ isSigned: false }), { Action })).status).toBe(403);
  });

  it('gives a container and an instance what the case holds, and nothing where it holds nothing', async () => {
    const none: Issuer = { ...issuer(), given: () => null };
    const instance = 'http://169.254.169.254/latest/meta-data/iam/security-credentials/case-instance';
    for (const url of [`http://169.254.170.2${CONTAINER_PATH}`, instance]) {
      const held = await getResponse(metadataStubs(issuer({ isExpired: true })), new Request(url));
      expect(await held?.json()).toMatchObject({ AccessKeyId: 'ASIACASE', Token: 'token', Expiration: PAST });
      expect((await getResponse(metadataStubs(none), new Request(url)))?.status).toBe(404);
    }
  });

  it('turns a sign-in into keys, and refreshes none', async () => {
    const portal = 'https://portal.sso.us-east-1.amazonaws.com/federation/credentials?role_name=engineer';
    const keys = await getResponse(identityCenterStubs(issuer()), new Request(portal));
    expect(await keys?.json()).toMatchObject({ roleCredentials: { accessKeyId: 'ASIACASE' } });
    const token = new Request('https://oidc.us-east-1.amazonaws.com/token', { method: 'POST' });
    expect((await getResponse(identityCenterStubs(issuer()), token))?.status).toBe(400);
  });
});
