/**
 * Runs one plain case of each kind that users have, on every path, and prints what the laws say of it. A kind that the
 * build meets alike on every path prints one line without a violation.
 *
 * `pnpm exec node checks/kinds.ts [--target SPEC] [--kinds LIST] [--paths LIST] [--lane LANE]`. It always ends with 0: what it
 * prints is to be read.
 */
import { Command, Option } from 'commander';
import { pathList } from '../cli/options.ts';
import { createDriver } from '../gateway/driver.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { TROUBLES } from '../generators/axes/provider-answer.ts';
import type { Case } from '../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_SETUP, plainCase } from '../generators/plain-case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import { credentialsText, firstCredentials, modelRequests, outcomeText } from '../invariants/behaviour.ts';
import { judge } from '../invariants/laws.ts';
import { type Lane, laneSchema } from '../observation/lane.ts';
import type { Observation } from '../observation/observation.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import { logLine } from '../support/log-line.ts';

const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const variable = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;
const own = { ...PLAIN_ENTRY, apiKey: key };

const profile = (name: 'a' | 'b', holds: 'live' | 'stale' | 'limited') =>
  ({
    name,
    type: 'api_key',
    secret: { ...key, holds },
    expires: 'never',
    refresh: 'none',
    cooldown: 'none',
  }) as const;

const google = (setup: Partial<ProviderSetup>, changes: Partial<Case> = {}) =>
  plainCase({ id: 'google', ...setup }, changes);
const custom = (setup: Partial<ProviderSetup>, changes: Partial<Case> = {}) =>
  plainCase({ id: 'custom-openai', entry: own, ...setup }, changes);

const KINDS: Readonly<Record<string, Case>> = {
  'google-variable': google({ environment: [variable] }),
  'google-entry': google({ entry: own }),
  'openai-variable': plainCase({ id: 'openai', environment: [{ ...variable, name: 'OPENAI_API_KEY' }] }),
  'anthropic-variable': plainCase({
    id: 'anthropic',
    environment: [{ ...variable, name: 'ANTHROPIC_API_KEY' }],
  }),
  custom: custom({}),
  'listed-model': google({ environment: [variable], modelId: 'listed' }),
  'model-of-a-new-family': google({ environment: [variable], modelId: 'new-family' }),
  'no-api': google({ entry: own, entryFields: 'no-api' }),
  'no-models': google({ entry: own, entryFields: 'no-models' }),
  'models-alone': google({ entry: own, entryFields: 'models-alone' }),
  'custom-no-api': custom({ entryFields: 'no-api' }),
  'custom-headers': custom({ entryHeaders: ['tenant', 'user-agent', 'gateway-token'] }),
  'google-headers': google({ entry: own, entryHeaders: ['tenant', 'user-agent', 'gateway-token'] }),
  'custom-own-path': custom({ entry: { ...own, baseUrl: 'own-path' } }),
  'custom-loopback': custom({ entry: { ...own, baseUrl: 'loopback' } }),
  'custom-lan': custom({ entry: { ...own, baseUrl: 'lan' } }),
  'custom-open-loopback': custom({ entry: { ...PLAIN_ENTRY, baseUrl: 'loopback' }, answer: 'open' }),
  'custom-image-model': custom({}, { media: 'other-model', mediaSelection: 'image-model' }),
  'named-model': google({ environment: [variable] }, { media: 'other-model', mediaSelection: 'command' }),
  'named-model-of-profile': google({ profiles: [profile('a', 'live')] }, { mediaSelection: 'command' }),
  'named-model-of-another': plainCase(
    { id: 'openai', environment: [{ ...variable, name: 'OPENAI_API_KEY' }] },
    {
      media: 'other-provider',
      mediaSelection: 'command',
      otherProvider: { ...PLAIN_SETUP, id: 'google', environment: [variable] },
    },
  ),
  'custom-named-model': custom({}, { media: 'other-model', mediaSelection: 'command' }),
  'short-variable': google({ environment: [{ ...variable, layer: 'config-short' }] }),
  'media-address': google({ environment: [variable] }, { mediaEntry: 'own-address' }),
  'media-header': google({ environment: [variable] }, { mediaEntry: 'own-header' }),
  'auth-oauth': google({ entry: { ...own, auth: 'oauth' } }),
  'auth-aws-sdk': google({ entry: { ...own, auth: 'aws-sdk' } }),
  wrapped: google({ environment: [{ ...variable, shape: 'wrapped' }] }),
  'like-template': google({ environment: [{ ...variable, shape: 'like-template' }] }),
  'like-command': google({ environment: [{ ...variable, shape: 'like-command' }] }),
  'like-command-entry': google({ entry: { ...own, apiKey: { ...key, shape: 'like-command' } } }),
  'like-profile': google({ entry: { ...own, apiKey: { ...key, shape: 'like-profile' } } }),
  stale: google({ environment: [{ ...variable, holds: 'stale' }] }),
  'stale-then-live': google({
    profiles: [profile('a', 'stale'), profile('b', 'live')],
    order: { where: 'config', names: ['a', 'b'] },
  }),
  'limited-then-live': google({
    profiles: [profile('a', 'limited'), profile('b', 'live')],
    order: { where: 'config', names: ['a', 'b'] },
  }),
  'profile-own': google({ profiles: [profile('a', 'live')] }),
  'profile-older-file': google({ profiles: [profile('a', 'live')], profileStore: 'older-file' }),
  'profile-older-file-and-variable': google({
    profiles: [profile('a', 'live')],
    environment: [variable],
    profileStore: 'older-file',
  }),
  'profile-older-file-of-another': plainCase(
    { id: 'openai', environment: [{ ...variable, name: 'OPENAI_API_KEY' }] },
    {
      otherProvider: {
        ...PLAIN_SETUP,
        id: 'google',
        profiles: [profile('a', 'live')],
        profileStore: 'older-file',
      },
    },
  ),
  'profile-older-beside': google({ profiles: [profile('a', 'live')], profileStore: 'older-beside' }),
  'profile-of-agent': google({ profiles: [profile('a', 'live')], profileStore: 'agent' }),
  'profile-of-second-agent': google(
    { profiles: [profile('a', 'live')], profileStore: 'agent' },
    { agent: 'second' },
  ),
  'second-agent-inherits': google({ profiles: [profile('a', 'live')] }, { agent: 'second' }),
  ...Object.fromEntries(
    (['aliased', 'flat', 'misnamed'] as const).map((profileRecord) => [
      `profile-${profileRecord}`,
      custom(
        { entry: PLAIN_ENTRY, profiles: [profile('a', 'live')], profileStore: 'older-file' },
        { profileRecord },
      ),
    ]),
  ),
  ...Object.fromEntries(
    (['doctor', 'model-set', 'order-set', 'config-set'] as const).flatMap((commandBefore) => [
      [`${commandBefore}-profile`, google({ profiles: [profile('a', 'live')] }, { commandBefore })],
      [`${commandBefore}-entry`, google({ entry: own }, { commandBefore })],
    ]),
  ),
  'doctor-older-file': google(
    { profiles: [profile('a', 'live')], profileStore: 'older-file' },
    { commandBefore: 'doctor' },
  ),
  'doctor-older-beside': google(
    { profiles: [profile('a', 'live')], profileStore: 'older-beside' },
    { commandBefore: 'doctor' },
  ),
  'doctor-flat': google(
    { profiles: [profile('a', 'live')], profileStore: 'older-file' },
    { commandBefore: 'doctor', profileRecord: 'flat' },
  ),
  limited: google({ environment: [{ ...variable, holds: 'limited' }] }),
  ...Object.fromEntries(
    (
      [
        'bad-request',
        'unknown-model',
        'no-credit',
        'revoked',
        'region',
        'challenge',
        'retry-later',
        'echo',
        ...TROUBLES,
        'empty',
      ] as const
    ).map((answer) => [`answer-${answer}`, google({ environment: [variable], answer })]),
  ),
};

const options = new Command('kinds')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--kinds <list>', 'some of them', (text) => text.split(','), Object.keys(KINDS))
  .option('--paths <list>', 'some paths', pathList, [...ALL_PATHS])
  .addOption(
    new Option('--lane <lane>', 'how they are driven').choices(laneSchema.options).default('embedded'),
  )
  .parse()
  .opts<{ target: string; kinds: string[]; paths: PathName[]; lane: Lane }>();

const subject = await installSubject(options.target, logLine);
await using driver = await createDriver(subject);
for (const kind of options.kinds) {
  const value = KINDS[kind];
  if (!value) throw new Error(`--kinds ${kind}: known are ${Object.keys(KINDS).join(', ')}.`);
  const observations: Observation[] = [];
  for (const path of options.paths) observations.push(await driver.observe(value, path, options.lane));
  const violations = judge({ value, version: subject.version, observations, variants: {} });
  process.stdout.write(`${subject.version} ${kind}: ${violations.length} violations\n`);
  for (const { fingerprint, detail } of violations) process.stdout.write(`  ${fingerprint}\n    ${detail}\n`);
  for (const each of observations) process.stdout.write(`    ${lineOf(each)}\n`);
}

function lineOf(observation: Observation): string {
  const { path, outcome } = observation;
  if (outcome.kind === 'unsupported') return `${path}: unsupported`;
  const [first] = modelRequests(observation);
  const words = outcome.kind === 'failure' ? ` (${outcome.message.slice(0, 160)})` : '';
  const sent = credentialsText(firstCredentials(observation));
  return `${path}: ${outcomeText(observation)}${words}, ${first?.host ?? 'nobody'}${first?.path ?? ''} ${sent}`;
}
