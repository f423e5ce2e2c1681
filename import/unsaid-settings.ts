/** The settings of a home about models and credentials that no case has a word for, by their names. */
import { ALL_PROVIDERS } from '../generators/providers/catalog.ts';
import { at, record, text } from '../support/json-path.ts';
import { isJsonRecord, type JsonRecord } from '../support/json-record.ts';
import { profileOfEntryIn } from './entry-profile-of-home.ts';
import { entriesIn } from './media-of-home.ts';
import type { OpenClawHome } from './openclaw-home.ts';
import { isVariableOfSecret } from './secrets/names.ts';

type Path = readonly string[];

/** The fields of an entry that a case says, and those that no call depends on. */
const OF_ENTRY = /^(apiKey|api|auth|authHeader|baseUrl|headers|models)$/;
/** The fields of a media entry that an axis says, or the work of an entry that the case has for each medium. */
const OF_MEDIA = /^(type|provider|model|profile|preferredProfile|baseUrl|headers|command|args)$/;
/** The fields of a listed model that say what it can do; its id says whether builds know it. */
const OF_MODEL = /^(id|name|reasoning|input|cost|contextWindow|contextTokens|maxTokens)$/;
/** Settings of `agents.defaults`, and of an agent, that `import/case-of-home.ts` and the files beside it read. */
const OF_AGENT = /^(model|imageModel|heartbeat)$|^(subagents|compaction)$/;
/** Settings of an agent that are about models or their credentials. */
const ASKS = /^(agentDir|agentRuntime|cliBackends|embeddedAgent|memorySearch|mediaModels|params|tts)$|model/i;
/** Sections whose settings are all of them about models, services, or keys, and no axis of a case. */
const WHOLE: readonly string[] = [
  'auth.cooldowns',
  'memory',
  'messages.tts',
  'secrets.defaults',
  'secrets.egressProxy',
  'secrets.resolution',
  'talk',
  'tools.web',
  'tts',
];
/** Sections of named parts, of which those with a secret, a provider or a model matter. */
const PARTS: readonly string[] = ['channels', 'mcp.servers', 'plugins.entries', 'skills.entries'];
const MATTERS = /(key|token|secret|password|providers?|models?)$|^(env|headers|auth)$/i;

/**
 * @param agent the settings of the agent that takes turns
 * @param names the providers of the case, as the home names them
 */
export function unsaidSettings(home: OpenClawHome, agent: JsonRecord, names: readonly string[]): string[] {
  const { config } = home;
  return [
    ...unsaidOfEntries(home, names),
    ...unsaidOfAuth(home, names),
    ...unsaidVariables(home),
    ...unsaidOfAgent(record(at(config, 'agents.defaults')), 'agents.defaults'),
    ...unsaidOfAgent(agent, 'the agent'),
    ...mediaSettings(config),
    ...Object.keys(record(at(config, 'secrets.providers'))).map((id) => `secrets.providers.${id}`),
    ...WHOLE.flatMap((section) => leavesOf(at(config, section), [section], 2)).filter(
      // The key with which chat's provider speaks is an axis.
      (each) =>
        !/^(messages\.)?tts\.providers\.(.+)\.apiKey$/.test(each) || each.split('.').at(-2) !== names[0],
    ),
    ...PARTS.flatMap((section) =>
      Object.entries(record(at(config, section))).flatMap(([id, part]) =>
        hasWord(part) ? [`${section}.${id}`] : [],
      ),
    ),
    ...(['auth', 'remote'] as const).flatMap((part) =>
      at(config, `gateway.${part}`) === undefined ? [] : [`gateway.${part}`],
    ),
  ];
}

function unsaidOfEntries(home: OpenClawHome, names: readonly string[]): string[] {
  const entries = Object.entries(record(at(home.config, 'models.providers')));
  return entries.flatMap(([id, entry]) => {
    const place = `models.providers.${id}`;
    if (!names.includes(id)) return [place];
    const fields = Object.keys(record(entry)).filter(
      (field) => !OF_ENTRY.test(field) && !(field === 'request' && isSaid(record(entry).request)),
    );
    const models: unknown[] = Array.isArray(record(entry).models) ? (record(entry).models as unknown[]) : [];
    const ofModels = models.flatMap((model) =>
      Object.keys(record(model)).filter((key) => !OF_MODEL.test(key)),
    );
    const { apiKey } = record(entry);
    const isNamed = typeof apiKey === 'string' && /^env:[A-Z]/.test(apiKey) && !profileOfEntryIn(home, id);
    return [
      ...fields.map((field) => `${place}.${field}`),
      ...[...new Set(ofModels)].map((field) => `${place}.models ${field}`),
      ...(isNamed ? [`${place}.apiKey env:NAME`] : []),
    ];
  });
}

/** Whether overrides of requests say no more than that a private address may be asked, as the address of a case does. */
function isSaid(request: unknown): boolean {
  return Object.keys(record(request)).every((key) => key === 'allowPrivateNetwork');
}

/** Orders of others than the case's providers, and profiles that are declared and in no store. */
function unsaidOfAuth({ config, store }: OpenClawHome, names: readonly string[]): string[] {
  const stored = record(store.profiles);
  const owners = new Set(Object.values(stored).map((each) => text(record(each).provider)));
  const orders = Object.keys(record(at(config, 'auth.order')));
  const declared = Object.keys(record(at(config, 'auth.profiles')));
  return [
    ...orders.filter((id) => !names.includes(id) || !owners.has(id)).map((id) => `auth.order.${id}`),
    ...declared
      .filter((id) => !Object.hasOwn(stored, id))
      .map((id) => `auth.profiles.${id}, which no store has`),
  ];
}

/** Variables with a key of nobody in the catalog, in any layer. */
function unsaidVariables({ config, variables }: OpenClawHome): string[] {
  const { vars, shellEnv: _, ...short } = record(at(config, 'env'));
  const known = new Set(ALL_PROVIDERS.flatMap((each) => each.environmentVariables));
  const aws = /^AWS_/;
  const all = [short, record(vars), ...Object.values(variables)].flatMap((layer) => Object.keys(layer));
  const addresses = [short, record(vars)].flatMap((layer) =>
    Object.keys(layer).filter((name) => /_(BASE_URL|API_URL|HOST)$/.test(name)),
  );
  const unknown = all.filter((name) => isVariableOfSecret(name) && !known.has(name) && !aws.test(name));
  return [...new Set([...unknown, ...addresses])];
}

function unsaidOfAgent(settings: JsonRecord, place: string): string[] {
  const { models, ...others } = settings;
  const own = Object.keys(others).filter((key) => ASKS.test(key) && !OF_AGENT.test(key));
  const ofModels = Object.values(record(models)).flatMap((each) =>
    Object.keys(record(each)).filter((key) => key !== 'alias'),
  );
  const { provider: compactor, memoryFlush } = record(settings.compaction);
  const compaction = [
    ...(compactor === undefined ? [] : ['compaction.provider']),
    ...(record(memoryFlush).model === undefined ? [] : ['compaction.memoryFlush.model']),
  ];
  // In a case they are there for an alias alone, and may be all that an agent may ask.
  const hasOthers = Object.values(record(models)).some((each) => Object.keys(record(each)).length === 0);
  const fallbacks = record(settings.imageModel).fallbacks === undefined ? [] : ['imageModel.fallbacks'];
  const allowed = hasOthers ? ['models: which there are'] : [];
  return [
    ...own,
    ...compaction,
    ...fallbacks,
    ...allowed,
    ...[...new Set(ofModels)].map((key) => `models ${key}`),
  ].map((key) => `${place}.${key}`);
}

/** The settings of `tools.media` beside its entries. */
function mediaSettings(config: JsonRecord): string[] {
  const { models: _, ...media } = record(at(config, 'tools.media'));
  const fields = entriesIn(config).flatMap((each) => Object.keys(each).filter((key) => !OF_MEDIA.test(key)));
  const beside = [...new Set(fields)].map((key) => `tools.media.models ${key}`);
  return [...beside, ...mediumSettings(media)];
}

function mediumSettings(media: JsonRecord): string[] {
  return Object.entries(media).flatMap(([medium, settings]) =>
    isJsonRecord(settings)
      ? Object.keys(settings).flatMap((key) => (key === 'models' ? [] : [`tools.media.${medium}.${key}`]))
      : [`tools.media.${medium}`],
  );
}

/** The names of the settings below a value, down to a depth. */
function leavesOf(value: unknown, path: Path, depth: number): string[] {
  if (value === undefined) return [];
  if (!isJsonRecord(value) || depth === 0 || Object.keys(value).length === 0) return [path.join('.')];
  // A part of many of one kind, as `providers`, is no setting itself.
  return Object.entries(value).flatMap(([key, each]) =>
    leavesOf(each, [...path, key], /^providers$/.test(key) ? depth + 1 : depth - 1),
  );
}

function hasWord(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasWord);
  if (!isJsonRecord(value)) return false;
  return Object.entries(value).some(([key, each]) => MATTERS.test(key) || hasWord(each));
}
