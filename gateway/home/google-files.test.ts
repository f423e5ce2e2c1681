import { createPrivateKey } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DefaultCredentials } from '../../generators/axes/default-credentials.ts';
import { plainCase } from '../../generators/plain-case.ts';
import { canariesOf, secretsOf } from '../../generators/secrets/canaries.ts';
import { googleFiles, googleVariables, isFileOf } from './google-files.ts';

const USER = { kind: 'authorized-user', at: 'well-known', holds: 'live' } as const;
const ACCOUNT = { kind: 'service-account', at: 'variable', holds: 'live' } as const;

function written(...defaultCredentials: DefaultCredentials[]) {
  const value = plainCase({ id: 'google-vertex', defaultCredentials });
  const canaries = canariesOf(value, 'this run');
  const files = Object.entries(googleFiles(canaries));
  const contents = files.map(([name, text]) => [name, JSON.parse(text) as Record<string, string>] as const);
  return { canaries, contents, variables: googleVariables(value, '/home/user') };
}

describe("the files of Google's default credentials", () => {
  it('are where Google looks for them, or where the variable says', () => {
    const well = '.config/gcloud/application_default_credentials.json';
    expect(written(USER).contents.map(([name]) => name)).toEqual([well]);
    expect(written(USER).variables).not.toHaveProperty('GOOGLE_APPLICATION_CREDENTIALS');
    const { contents, variables } = written(ACCOUNT, USER);
    expect(contents.map(([name]) => path.join('/home/user', name))).toEqual([
      variables.GOOGLE_APPLICATION_CREDENTIALS,
      path.join('/home/user', well),
    ]);
  });

  it('hold a refresh token, or a private key that can be read and is of its case alone', () => {
    const [user, account] = [written(USER), written(ACCOUNT)];
    expect(user.contents[0]?.[1]).toMatchObject({
      type: 'authorized_user',
      refresh_token: user.canaries[0]?.text,
    });
    const key = account.contents[0]?.[1].private_key ?? '';
    expect(createPrivateKey(key).asymmetricKeyType).toBe('rsa');
    expect(key.split('\n')).toContain(account.canaries[0]?.text);
    // No part of it but its own line may be taken for a secret: the rest is the same in every case.
    expect(secretsOf(account.canaries[0]!).filter((secret) => key.includes(secret))).toHaveLength(1);
  });

  it('are each the place of their own secret alone', () => {
    const { canaries, contents } = written(ACCOUNT, USER);
    const [first, second] = canaries.map(({ place }) => place);
    if (first?.holder !== 'default credentials file' || second?.holder !== 'default credentials file')
      throw new Error('no files');
    expect(contents.map(([name]) => isFileOf(name, first))).toEqual([true, false]);
    expect(contents.map(([name]) => isFileOf(name, second))).toEqual([false, true]);
  });

  it('come with the project and its location, and so does a key', () => {
    const environment = [
      { name: 'GOOGLE_CLOUD_API_KEY', layer: 'process', holds: 'live', shape: 'plain' },
    ] as const;
    const value = plainCase({ id: 'google-vertex', environment: [...environment] });
    const variables = { GOOGLE_CLOUD_PROJECT: 'case-project', GOOGLE_CLOUD_LOCATION: 'us-central1' };
    expect(googleVariables(value, '/home/user')).toEqual(variables);
    expect(googleVariables(plainCase({ id: 'google' }), '/home/user')).toEqual({});
  });
});
