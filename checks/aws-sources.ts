/**
 * Every source of AWS credentials alone, and pairs of them: what the documented chain selects, what the AWS SDK alone
 * sends, what the subject's chat sends, and which laws its chat, image and probe break.
 *
 * `pnpm exec node checks/aws-sources.ts [--target SPEC] [--pairs N]`. It ends with 1 when a row's three differ.
 */
import Table from 'cli-table3';
import { Command } from 'commander';
import { caseCount } from '../cli/options.ts';
import { createDriver } from '../gateway/driver.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { USUAL_REGION } from '../generators/axes/aws-region.ts';
import { type AwsSourceKind, awsSourceKindSchema, takesRole } from '../generators/axes/aws-setup.ts';
import type { Case } from '../generators/case.ts';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import type { Place } from '../generators/secrets/place.ts';
import { credentialsText, firstCredentials } from '../invariants/behaviour.ts';
import { judge } from '../invariants/laws.ts';
import { areSameCredentials, placeOf } from '../observation/credential.ts';
import { logLine } from '../support/log-line.ts';

type Source = 'environment' | 'session token' | 'bearer token' | AwsSourceKind;

const SOURCES: readonly Source[] = [
  'environment',
  'session token',
  'bearer token',
  ...awsSourceKindSchema.options,
];

/**
 * The order of the AWS SDK for JavaScript v3: a bearer token before any key; keys of the environment unless a profile is
 * named; in the profile a role before keys, web identity, a process and SSO; web identity by variables; a container;
 * instance metadata.
 *
 * @source AWS SDK for JavaScript v3 developer guide, "Credential provider chain"; AWS SDKs and Tools Reference Guide
 */
const ORDER: readonly Source[] = [
  'bearer token',
  'environment',
  'session token',
  'role',
  'role-from-environment',
  'profile',
  'web-identity-profile',
  'process',
  'sso',
  'web-identity',
  'container-relative',
  'container-full',
  'instance-metadata',
];

const { target, pairs } = new Command('aws-sources')
  .option('--target <spec>', 'version, .tgz or folder', '2026.4.24')
  .option('--pairs <n>', 'how many pairs', caseCount, 20)
  .parse()
  .opts<{ target: string; pairs: number }>();

const subject = await installSubject(target, logLine);
await using driver = await createDriver(subject);
const table = new Table({
  head: ['sources', 'documented', 'AWS SDK alone', 'chat', 'says of itself', 'HTTP', 'ms', 'laws broken'],
});
let differing = 0;
for (const sources of [...SOURCES.map((each) => [each]), ...pairsOf(SOURCES).slice(0, pairs)]) {
  const value = caseOf(sources);
  const chat = await driver.observe(value, 'chat', 'embedded');
  const image = await driver.observe(value, 'image', 'embedded');
  const probe = await driver.observe(value, 'probe', 'embedded');
  const observations = [chat, image, probe];
  const broken = judge({ value, version: subject.version, observations, variants: {} });
  const first = firstCredentials(chat);
  const chain = chat.awsDefaultChain ?? null;
  const [alone, sent] = [credentialsText(chain), credentialsText(first)];
  const documented = ORDER.find((each) => sources.includes(each))!;
  const isDocumented = first?.some((credential) => isOf(documented, placeOf(credential))) ?? false;
  const isSame = areSameCredentials(chain, first) && isDocumented;
  if (!isSame) differing += 1;
  const versions = [...new Set(chat.requests.map(({ httpVersion }) => httpVersion))].join(', ');
  table.push([
    sources.join(' + '),
    documented,
    alone,
    isSame ? sent : `DIFFERS: ${sent}`,
    chat.requests.find(({ awsFeatures }) => awsFeatures)?.awsFeatures ?? '',
    versions,
    chat.milliseconds,
    broken.map(({ fingerprint }) => fingerprint).join('\n'),
  ]);
}
process.stdout.write(`${table.toString()}\nopenclaw ${subject.version}: ${differing} rows differ\n`);
process.exitCode = differing > 0 ? 1 : 0;

/** Pairs spread over all sources, in one order. */
function pairsOf(sources: readonly Source[]): Source[][] {
  const all = sources.flatMap((first, index) =>
    sources.slice(index + 1).map((second, distance) => ({ pair: [first, second], distance, index })),
  );
  const isPossible = ({ pair }: { pair: Source[] }) =>
    !(pair.includes('environment') && pair.includes('session token')) &&
    pair.filter((each) => hasOwnRole(each)).length < 2;
  return all
    .filter(isPossible)
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .map(({ pair }) => pair);
}

function hasOwnRole(source: Source): boolean {
  const kind = awsSourceKindSchema.safeParse(source);
  return kind.success && takesRole(kind.data);
}

function caseOf(sources: readonly Source[]): Case {
  const kinds = sources.filter((each): each is AwsSourceKind => awsSourceKindSchema.safeParse(each).success);
  const needsKeys = sources.some((each) =>
    ['environment', 'session token', 'role-from-environment'].includes(each),
  );
  const names = [
    ...(needsKeys ? ['AWS_ACCESS_KEY_ID'] : []),
    ...(sources.includes('bearer token') ? ['AWS_BEARER_TOKEN_BEDROCK'] : []),
  ];
  const variable = (name: string) => ({ name, layer: 'process', holds: 'live', shape: 'plain' }) as const;
  // Keys of the environment that only a role needs must not win themselves: a named profile comes first.
  const onlyForRole = needsKeys && !sources.includes('environment') && !sources.includes('session token');
  return plainCase({
    id: 'amazon-bedrock',
    environment: names.map(variable),
    entry: { ...PLAIN_ENTRY, auth: 'aws-sdk' },
    aws: {
      sources: kinds.map((kind) => ({ kind, holds: 'live' })),
      namedProfile: onlyForRole,
      environmentToken: sources.includes('session token'),
      regions: [...USUAL_REGION],
    },
  });
}

function isOf(source: Source, place: Place | null): boolean {
  if (place?.holder === 'aws') return place.kind === source;
  if (place?.holder !== 'environment') return false;
  return place.variable.name === 'AWS_BEARER_TOKEN_BEDROCK'
    ? source === 'bearer token'
    : source === 'environment' || source === 'session token';
}
