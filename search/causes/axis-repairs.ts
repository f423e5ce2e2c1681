/** The repairs that follow from the axes: one axis, or one field of the entry, at its usual value. */
import type { Case } from '../../generators/case.ts';
import type { CASE_AXES } from '../../generators/case-axes.ts';
import { PLAIN, PLAIN_ENTRY, PLAIN_SETUP } from '../../generators/plain-case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import type { SETUP_AXES } from '../../generators/setup-axes.ts';
import { type Repair, repair } from './repair.ts';

/** The axes of a case but its providers, and the setup at whose usual value each stands. */
const CASE_WORDS: Readonly<Record<keyof typeof CASE_AXES, string>> = {
  media: "the media paths ask chat's model",
  mediaSelection: 'tools.media names the models of the media paths',
  mediaPin: 'the media entries name no profile',
  fallback: 'no fallback model is configured',
  agent: 'the usual agent takes the turn',
  speechKey: 'speech has no key of its own',
  foreignConfig: 'the working directory names no configuration',
  brokenProgram: 'no broken program is on the PATH',
  otherPlugin: 'no other plugin is enabled',
  mediaEntry: 'the media entries have no address or header of their own',
  profileRecord: 'auth-profiles.json has the usual form',
  memoryEndpoint: 'memory search has no endpoint of its own',
  memoryChoice: 'memory search is told its provider',
  steps: 'each path meets a fresh home',
  probeProfile: 'the probe asks every profile',
  searchKey: 'web search has no key of its own',
  fileScope: 'tools read files anywhere',
  modelName: "chat's model is named by its provider and id",
  chatProfile: "chat's model names no profile",
  jobModel: 'a scheduled job names no model',
  sessionModel: 'no model is picked for a session',
  helperModel: 'subagents, compaction and heartbeats are given no model',
  heartbeat: 'heartbeats run as usual',
  bareModel: 'models are named with their provider',
  sharedModel: "the other provider lists no model with the id of chat's",
  entryProfile: "the provider's entry names no profile",
  memoryFallback: 'memory search falls back on nothing',
  commandBefore: 'no command was run on the home before',
  proxy: 'no variable names a proxy',
  programLogin: 'no other program is logged in',
  strangeKey: 'no key of something else is behind a reference',
};

const SETUP_WORDS: Readonly<Record<keyof typeof SETUP_AXES, string>> = {
  environment: 'no environment variable holds a key',
  profiles: 'there is no profile',
  order: 'there is no explicit order of profiles',
  entry: 'the provider has no entry',
  olderModelsFile: 'there is no older models.json',
  answer: 'the provider answers by key',
  answeredRequests: 'the provider answers every request alike',
  aws: 'there are no AWS credentials',
  addressVariable: 'no variable names an address',
  entryFields: "the provider's entry is whole",
  modelId: 'the model is one that the catalog knows',
  entryHeaders: "the provider's entry has no headers of its own",
  spareKeys: 'no variable beside the usual one holds a key',
  entryRequest: "the provider's entry overrides no request",
  plainBeside: 'no profile has text beside its reference',
  profileStore: "the profiles are in the build's own store",
  listedProfiles: 'the configuration declares no profile',
  defaultCredentials: "there is no file of Google's default credentials",
};

const ENTRY_WORDS: Readonly<Record<keyof typeof PLAIN_ENTRY, string>> = {
  auth: "the provider's entry says nothing of auth",
  apiKey: "the provider's entry has no apiKey",
  header: "the provider's entry has no key in headers",
  authHeader: 'authHeader is off',
  baseUrl: 'the provider has its usual address',
};

/** Axes that hold credentials: their usual value is to have none. */
const CREDENTIALS: ReadonlySet<string> = new Set([
  'speechKey',
  'programLogin',
  'searchKey',
  'memoryEndpoint',
  'spareKeys',
  'entryRequest',
  'plainBeside',
  'environment',
  'profiles',
  'entry',
  'aws',
  'defaultCredentials',
  'olderModelsFile',
  'apiKey',
  'header',
]);

const caseRepairs = namesOf(CASE_WORDS).map((name) =>
  repair(name, CASE_WORDS[name], (value) => ({ ...value, [name]: PLAIN[name] }), keeping(name)),
);

const setupRepairs = namesOf(SETUP_WORDS).map((name) =>
  repair(
    name,
    SETUP_WORDS[name],
    (value) => mapSetups(value, (setup) => ({ ...setup, [name]: PLAIN_SETUP[name] })),
    keeping(name),
  ),
);

const entryRepairs = namesOf(ENTRY_WORDS).map((name) =>
  repair(
    `entry.${name}`,
    ENTRY_WORDS[name],
    (value) =>
      mapSetups(value, (setup) => ({
        ...setup,
        entry: setup.entry && { ...setup.entry, [name]: PLAIN_ENTRY[name] },
      })),
    keeping(name),
  ),
);

export const AXIS_REPAIRS: readonly Repair[] = [...entryRepairs, ...setupRepairs, ...caseRepairs];

/** The same case with the setup of each of its providers changed. */
export function mapSetups(value: Case, change: (setup: ProviderSetup) => ProviderSetup): Case {
  const { provider, otherProvider } = value;
  return { ...value, provider: change(provider), otherProvider: otherProvider && change(otherProvider) };
}

function keeping(name: string) {
  return { keepsCredentials: !CREDENTIALS.has(name) };
}

function namesOf<Name extends string>(words: Readonly<Record<Name, string>>): Name[] {
  return Object.keys(words) as Name[];
}
