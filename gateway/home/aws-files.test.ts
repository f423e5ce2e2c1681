import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getSSOTokenFromFile, parseKnownFiles } from '@smithy/core/config';
import { execaSync } from 'execa';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwsSetup, awsSetupArbitrary, NO_AWS_SOURCES } from '../../generators/axes/aws-setup.ts';
import { plainCase } from '../../generators/plain-case.ts';
import { type Canary, canariesOf } from '../../generators/secrets/canaries.ts';
import { SSO_START_URL } from '../../mocks/aws/identity-center.ts';
import { awsFiles, awsVariables, PROCESS } from './aws-files.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'aws-files-test-'));
});
afterAll(() => rmSync(home, { recursive: true }));

/** The files of a setup, written and read back by the parser of the AWS SDK. */
async function readBack(aws: AwsSetup) {
  const value = plainCase({ id: 'amazon-bedrock', aws });
  const canaries = canariesOf(value, 'this run');
  const folder = mkdtempSync(path.join(home, 'home-'));
  const files = awsFiles(value, canaries, folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, '.aws', name)), { recursive: true });
    writeFileSync(path.join(folder, '.aws', name), text, { mode: 0o755 });
  }
  const profiles = await parseKnownFiles({
    filepath: path.join(folder, '.aws', 'credentials'),
    configFilepath: path.join(folder, '.aws', 'config'),
    ignoreCache: true,
  });
  const { AWS_PROFILE = 'default', ...variables } = awsVariables(value, folder);
  return { profiles, own: profiles[AWS_PROFILE] ?? {}, variables, canaries, folder };
}

const keysOf = ({ text, signingText, sessionToken }: Canary) => ({
  aws_access_key_id: text,
  aws_secret_access_key: signingText,
  ...(sessionToken ? { aws_session_token: sessionToken } : {}),
});

describe("~/.aws of a case, as the AWS SDK's own parser reads it", () => {
  it('gives the profile that the case names each of its sources, and none that it has not', async () => {
    await fc.assert(
      fc.asyncProperty(awsSetupArbitrary, async (aws) => {
        const { own, variables, profiles, canaries } = await readBack(aws);
        const kinds = new Set(aws.sources.map(({ kind }) => kind));
        const keys = canaries.find(({ place }) => place.holder === 'aws' && place.kind === 'profile');
        const base = canaries.find(({ place }) => place.holder === 'aws role base');
        expect(own).toMatchObject(kinds.has('profile') ? keysOf(keys!) : {});
        expect('aws_access_key_id' in own).toBe(kinds.has('profile'));
        expect('credential_process' in own).toBe(kinds.has('process'));
        expect('sso_start_url' in own).toBe(kinds.has('sso'));
        expect('web_identity_token_file' in own).toBe(kinds.has('web-identity-profile'));
        expect(own.source_profile).toBe(kinds.has('role') ? 'base' : undefined);
        expect(own.credential_source).toBe(kinds.has('role-from-environment') ? 'Environment' : undefined);
        if (kinds.has('role')) expect(profiles.base).toEqual(keysOf(base!));
        expect('AWS_WEB_IDENTITY_TOKEN_FILE' in variables).toBe(kinds.has('web-identity'));
        expect(own.region).toBe(aws.regions.find(({ place }) => place === 'profile')?.region);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('names a program whose answer is the credential', async () => {
    const sources = [{ kind: 'process', holds: 'live' } as const];
    const { own, canaries, folder } = await readBack({ ...NO_AWS_SOURCES, sources });
    expect(own.credential_process).toBe(path.join(folder, '.aws', PROCESS));
    const { stdout } = execaSync(own.credential_process!);
    expect(JSON.parse(stdout)).toMatchObject({ Version: 1, AccessKeyId: canaries[0]?.text });
  });

  it('holds the token of a sign-on where the SDK looks for it', async () => {
    const sources = [{ kind: 'sso', holds: 'live' } as const];
    const { folder } = await readBack({ ...NO_AWS_SOURCES, sources });
    const before = process.env.HOME;
    process.env.HOME = folder;
    try {
      expect(await getSSOTokenFromFile(SSO_START_URL)).toMatchObject({ startUrl: SSO_START_URL });
    } finally {
      process.env.HOME = before;
    }
  });
});
