/**
 * The shared files and variables of the AWS SDK that give a case its credentials.
 *
 * @source AWS SDKs and Tools Reference Guide ("config and credentials files", "Container credential provider",
 *   "IMDS credential provider", "Process credential provider", "IAM Identity Center credential provider")
 */
import { hash } from 'node:crypto';
import path from 'node:path';
import { type AwsSource, type AwsSourceKind, regionAt } from '../../generators/axes/aws-setup.ts';
import type { Case } from '../../generators/case.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import { SSO_START_URL } from '../../mocks/aws/identity-center.ts';
import { FUTURE, PAST } from '../../mocks/aws/issuer.ts';
import { CONTAINER_PATH, CONTAINER_URI } from '../../mocks/aws/metadata.ts';
import { ROLE_ARN } from '../../mocks/aws/sts.ts';

/** The file that `credential_process` runs. */
export const PROCESS = 'credential-process';
const TOKEN_FILE = 'web-identity-token';

/** Files below `~/.aws`, by name; none where the case needs none. */
export function awsFiles(value: Case, canaries: readonly Canary[], folder: string): Record<string, string> {
  const setup = setupsOf(value).find(({ aws }) => aws !== null)?.aws;
  const region = setup && regionAt(setup, 'profile');
  if (!setup || (setup.sources.length === 0 && !region)) return {};
  const given = (kind: AwsSourceKind, holder: 'aws' | 'aws role base' = 'aws') =>
    canaries.find(({ place }) => place.holder === holder && place.kind === kind);
  const has = (kind: AwsSourceKind) => setup.sources.some((source) => source.kind === kind);
  const isExpired = (kind: AwsSourceKind) =>
    setup.sources.some((source) => source.kind === kind && source.holds === 'expired');
  const name = setup.namedProfile ? 'team' : 'default';
  const lines = setup.sources.flatMap((source) => linesOf(source, folder));
  const [keys, base, process] = [given('profile'), given('role', 'aws role base'), given('process')];
  return {
    config: section(setup.namedProfile ? `profile ${name}` : name, [
      ...(region ? [`region = ${region}`] : []),
      ...lines,
    ]),
    ...(keys || base
      ? {
          credentials: [
            ...(keys ? [section(name, keyLines(keys))] : []),
            ...(base ? [section('base', keyLines(base))] : []),
          ].join('\n'),
        }
      : {}),
    ...(process ? { [PROCESS]: processScript(process, isExpired('process')) } : {}),
    ...(has('web-identity') || has('web-identity-profile') ? { [TOKEN_FILE]: 'the-web-identity-token' } : {}),
    ...(has('sso') ? { [ssoCacheFile()]: ssoCache(isExpired('sso')) } : {}),
  };
}

/** The variables that lead the SDK to the sources of a case. */
export function awsVariables(value: Case, folder: string): Record<string, string> {
  const setup = setupsOf(value).find(({ aws }) => aws !== null)?.aws;
  if (!setup) return {};
  const has = (kind: AwsSourceKind) => setup.sources.some((source) => source.kind === kind);
  const regions = (['AWS_REGION', 'AWS_DEFAULT_REGION'] as const).flatMap((name) => {
    const region = regionAt(setup, name);
    return region ? [[name, region]] : [];
  });
  return {
    ...Object.fromEntries(regions),
    ...(setup.namedProfile ? { AWS_PROFILE: 'team' } : {}),
    ...(has('web-identity')
      ? {
          AWS_WEB_IDENTITY_TOKEN_FILE: path.join(folder, '.aws', TOKEN_FILE),
          AWS_ROLE_ARN: ROLE_ARN['web-identity'],
        }
      : {}),
    ...(has('container-relative') ? { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: CONTAINER_PATH } : {}),
    ...(has('container-full') ? { AWS_CONTAINER_CREDENTIALS_FULL_URI: CONTAINER_URI } : {}),
  };
}

function linesOf({ kind }: AwsSource, folder: string): string[] {
  switch (kind) {
    case 'process':
      return [`credential_process = ${path.join(folder, '.aws', PROCESS)}`];
    case 'role':
      return [`role_arn = ${ROLE_ARN.role}`, 'source_profile = base'];
    case 'role-from-environment':
      return [`role_arn = ${ROLE_ARN['role-from-environment']}`, 'credential_source = Environment'];
    case 'web-identity-profile':
      return [
        `role_arn = ${ROLE_ARN['web-identity-profile']}`,
        `web_identity_token_file = ${path.join(folder, '.aws', TOKEN_FILE)}`,
      ];
    case 'sso':
      return [
        `sso_start_url = ${SSO_START_URL}`,
        'sso_region = us-east-1',
        'sso_account_id = 123456789012',
        'sso_role_name = engineer',
      ];
    default:
      return [];
  }
}

function section(name: string, lines: readonly string[]): string {
  return `${[`[${name}]`, ...lines].join('\n')}\n`;
}

function keyLines({ text, signingText, sessionToken }: Canary): string[] {
  return [
    `aws_access_key_id = ${text}`,
    `aws_secret_access_key = ${signingText}`,
    ...(sessionToken ? [`aws_session_token = ${sessionToken}`] : []),
  ];
}

function processScript({ text, signingText, sessionToken }: Canary, isExpired: boolean): string {
  const answer = {
    Version: 1,
    AccessKeyId: text,
    SecretAccessKey: signingText,
    SessionToken: sessionToken,
    ...(isExpired ? { Expiration: PAST } : {}),
  };
  return `#!/bin/sh\nprintf '%s' '${JSON.stringify(answer)}'\n`;
}

/** The SDK looks a token up by the hash of its start URL. */
function ssoCacheFile(): string {
  const digest = hash('sha1', SSO_START_URL);
  return path.join('sso', 'cache', `${digest}.json`);
}

function ssoCache(isExpired: boolean): string {
  return JSON.stringify({
    startUrl: SSO_START_URL,
    region: 'us-east-1',
    accessToken: 'the-sso-access-token',
    expiresAt: isExpired ? PAST : FUTURE,
  });
}
