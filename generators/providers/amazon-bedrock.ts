import { AWS_REGIONS } from '../axes/aws-region.ts';
import { bundled } from './builds.ts';
import { provider } from './provider.ts';

export const amazonBedrock = provider({
  id: 'amazon-bedrock',
  family: 'aws',
  weight: 3,
  builds: bundled('2026.5.7'),
  api: 'bedrock-converse-stream',
  hosts: AWS_REGIONS.flatMap((region) => [
    `bedrock-runtime.${region}.amazonaws.com`,
    `bedrock.${region}.amazonaws.com`,
  ]),
  serviceHosts: [
    ...AWS_REGIONS.map((region) => `sts.${region}.amazonaws.com`),
    'sts.amazonaws.com',
    'portal.sso.us-east-1.amazonaws.com',
    'oidc.us-east-1.amazonaws.com',
    '169.254.170.2',
    '169.254.170.23',
    '169.254.169.254',
  ],
  baseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
  addressVariable: { name: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME', holds: 'base URL' },
  needsEntry: true,
  credentials: 'aws',
  environmentVariables: ['AWS_ACCESS_KEY_ID', 'AWS_BEARER_TOKEN_BEDROCK'],
  tokens: { prefix: 'acme-', variables: ['AWS_BEARER_TOKEN_BEDROCK'] },
  models: ['us.anthropic.claude-sonnet-4-6', 'us.anthropic.claude-haiku-4-5-20251001-v1:0'],
  profileTypes: [],
  // On 2026.4.24 a probe that comes first in its process has no target; on 2026.5.7 it has one.
  firstWarmProbe: '2026.5.7',
});
