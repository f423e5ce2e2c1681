/**
 * openclaw.json of a case: only what the case says, in the form that the subject's version reads.
 *
 * @source docs/openclaw-auth-contract.md 0 (forms per version), 1.5 (schema)
 */

import { profileOfEntry } from '../../generators/axes/entry-profile.ts';
import { declaredProfiles } from '../../generators/axes/listed-profiles.ts';
import { memoryEndpointOf } from '../../generators/axes/memory-endpoint.ts';
import { searchKeyOf } from '../../generators/axes/search-key.ts';
import { speechKeyOf } from '../../generators/axes/speech-key.ts';
import type { Case } from '../../generators/case.ts';
import { type ProviderSetup, providerOfSetup } from '../../generators/provider-setup.ts';
import {
  idOfProfile,
  nameOnPath,
  type ProviderId,
  providerOf,
  storedUnder,
} from '../../generators/providers/catalog.ts';
import { mediaHost, variableHost } from '../../generators/providers/hosts.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import { secretFieldsOf } from '../../generators/secrets/map-secrets.ts';
import { choosesByItself, fallbackOf, modelOf } from '../../paths/asked-model.ts';
import { chat } from '../../paths/chat.ts';
import { compaction } from '../../paths/compaction.ts';
import { sharesModel } from '../../paths/configured-name.ts';
import { cronJob } from '../../paths/cron-job.ts';
import { heartbeat } from '../../paths/heartbeat.ts';
import { type AnyPath, MEDIA_PATHS } from '../../paths/paths.ts';
import { socketChat } from '../../paths/socket-chat.ts';
import type { VersionTraits } from '../versions/traits.ts';
import { agentsOf, defaultModelOf } from './agents.ts';
import { orderOf } from './auth-store.ts';
import { variablesOf } from './environment.ts';
import { memorySettings } from './memory-settings.ts';
import { modelRecord } from './older-models-file.ts';
import { MEDIA_HEADER, mediaHeaderText } from './own-headers.ts';
import { settingsOfPaths } from './path-settings.ts';
import { profileId } from './profile-record.ts';
import { entryOf } from './provider-entry.ts';
import { EXEC_ALIAS, FILE_ALIAS, secretField } from './secret-reference.ts';
import { strangeSection } from './strange-key.ts';

/** Absolute paths that the configuration names. */
export interface ConfigPaths {
  readonly secretFile: string;
  readonly execCommand: string;
  /** The log of the subject; null: its own choice, below the system's temporary folder. */
  readonly logFile: string | null;
}

/** The settings of plugins, by id. */
interface PluginsSection {
  readonly entries?: object;
}

export type Config = Readonly<Record<string, unknown>>;

/**
 * @param run the paths that it is for: some have settings of their own
 * @param plugins the `plugins` section; null for the configuration as a user would write it
 */
export function configOf(
  value: Case,
  canaries: readonly Canary[],
  traits: VersionTraits,
  paths: ConfigPaths,
  plugins: PluginsSection | null,
  run: readonly AnyPath[] = [],
): Config {
  const setups = setupsOf(value);
  const variables = environmentSection(canaries, traits);
  const entries = setups.flatMap((setup) =>
    entryOf(setup, usedModels(value, setup), canaries, traits).map(namingProfile(value)),
  );
  const secrets = secretProviders(value, paths);
  const named = (path: AnyPath) => (choosesByItself(value, path) ? null : modelOf(value, path).reference);
  const own = settingsOfPaths(run, named, traits);
  const memory = memorySettings(own, value, canaries, traits);
  return {
    agents: agentsOf(value, traits, memory.agentDefaults),
    ...toolSettings(value, traits, own.tools),
    ...memory.sections,
    ...strangeSection(value.strangeKey),
    ...speechSettings(value, canaries, traits),
    ...(Object.keys(variables).length > 0 ? { env: variables } : {}),
    ...pluginsSection(value, canaries, plugins),
    ...(entries.length > 0 ? { models: { providers: Object.fromEntries(entries) } } : {}),
    ...authSection(setups),
    ...(secrets ? { secrets: { providers: secrets } } : {}),
    ...(paths.logFile ? { logging: { file: paths.logFile } } : {}),
    ...traits.settings,
  };
}

/**
 * The same configuration with every provider on a host of somebody else: what a foreign folder would like to be read.
 */
export function movedAway(config: Config, value: Case): Config {
  const { providers = {} } = (config.models ?? {}) as { providers?: Record<string, object> };
  const moved = setupsOf(value).map((setup) => {
    const provider = providerOfSetup(setup);
    const { id, api, baseUrl, models } = provider;
    const address = `https://${variableHost(id)}${new URL(baseUrl).pathname.replace(/\/$/, '')}`;
    const known = providers[id] ?? { api, models: models.map((model) => modelRecord(model, provider)) };
    return [id, { ...known, baseUrl: address }];
  });
  return { ...config, models: { providers: { ...providers, ...Object.fromEntries(moved) } } };
}

/** `auth`: the order of profiles and those that are declared. */
function authSection(setups: readonly ProviderSetup[]): object {
  const order = setups.flatMap((setup) => (setup.order?.where === 'config' ? [orderOf(setup)] : []));
  const declared = setups.flatMap((setup) =>
    declaredProfiles(setup).map((profile) => [
      profileId(setup, profile),
      { provider: storedUnder(setup.id), mode: profile.type },
    ]),
  );
  const auth = {
    ...(declared.length > 0 ? { profiles: Object.fromEntries(declared) } : {}),
    ...(order.length > 0 ? { order: Object.fromEntries(order) } : {}),
  };
  return Object.keys(auth).length > 0 ? { auth } : {};
}

/** The entry of chat's provider names a profile where its key would stand, if a case says so. */
function namingProfile(value: Case): (entry: [string, object]) => [string, object] {
  const { provider } = value;
  const profile = profileOfEntry(value);
  return ([id, entry]) => [
    id,
    profile && id === provider.id ? { ...entry, apiKey: profileId(provider, profile) } : entry,
  ];
}

/** The chat and media models of a provider that the case talks to; its default one where it talks to none. */
function usedModels(value: Case, setup: ProviderSetup): string[] {
  const paths = [chat, cronJob, socketChat, compaction, heartbeat, ...MEDIA_PATHS];
  const fallbacks = paths.flatMap((path) => fallbackOf(value, path) ?? []);
  const all = [...paths.map((path) => modelOf(value, path)), defaultModelOf(value), ...fallbacks];
  const used = all.filter(({ provider }) => provider === setup.id).map(({ model }) => model);
  const shared = setup === value.otherProvider && sharesModel(value) ? [modelOf(value, chat).model] : [];
  return [...new Set([...(used.length > 0 ? used : [providerOfSetup(setup).models[0]]), ...shared])];
}

/** `env`, in the two forms that mean the same; builds that have the long form alone are given that. */
function environmentSection(canaries: readonly Canary[], traits: VersionTraits): object {
  const [long, short] = [variablesOf('config', canaries), variablesOf('config-short', canaries)];
  if (!traits.readsShortVariables) Object.assign(long, { ...short, ...long });
  const vars = Object.keys(long).length > 0 ? { vars: long } : {};
  return traits.readsShortVariables ? { ...short, ...vars } : vars;
}

/** The `tools` section. */
function toolSettings(value: Case, traits: VersionTraits, own: object): object {
  const tools = {
    ...(value.mediaSelection === 'entries' ? { media: mediaModels(value, traits) } : {}),
    ...(value.fileScope === 'workspace' ? { fs: { workspaceOnly: true } } : {}),
    ...own,
  };
  return Object.keys(tools).length > 0 ? { tools } : {};
}

/** Explicit media entries: without them OpenClaw picks any provider that has a key (docs/openclaw-auth-contract.md 4). */
function mediaModels(value: Case, traits: VersionTraits): object {
  const entries = (path: AnyPath) => {
    const { provider, model } = modelOf(value, path);
    const pin = value.mediaPin ? { [value.mediaPin.field]: idOfProfile(provider, value.mediaPin.name) } : {};
    const fallback = fallbackOf(value, path);
    const others = fallback ? [{ provider: fallback.provider, model: fallback.model }] : [];
    return [{ provider, model, ...pin, ...ownOfMediaEntry(value, provider) }, ...others];
  };
  if (traits.mediaModels === 'shared') {
    const named = (path: AnyPath) =>
      entries(path).map((entry) => ({ ...entry, capabilities: [path.medium] }));
    return { models: MEDIA_PATHS.flatMap(named) };
  }
  return Object.fromEntries(MEDIA_PATHS.map((path) => [path.medium, { models: entries(path) }]));
}

function ownOfMediaEntry({ mediaEntry }: Case, id: ProviderId): object {
  if (mediaEntry === 'own-header') return { headers: { [MEDIA_HEADER]: mediaHeaderText(id) } };
  if (mediaEntry !== 'own-address') return {};
  const { pathname } = new URL(providerOf(id).baseUrl);
  return { baseUrl: `https://${mediaHost(id)}${pathname.replace(/\/$/, '')}` };
}

/** The section of speech, where it has a key of its own. */
function speechSettings(value: Case, canaries: readonly Canary[], traits: VersionTraits): object {
  const key = speechKeyOf(value);
  if (!key || !traits.speechSettings) return {};
  const { provider, secret } = key;
  const apiKey = secretField({ holder: 'speech', provider, source: secret.source }, canaries);
  const tts = { providers: { [nameOnPath(provider, 'speech')]: apiKey === undefined ? {} : { apiKey } } };
  return traits.speechSettings === 'own' ? { tts } : { messages: { tts } };
}

/** The `plugins` section, with the key of web search where it has one of its own. */
function pluginsSection(value: Case, canaries: readonly Canary[], plugins: PluginsSection | null): object {
  const key = searchKeyOf(value);
  if (!key) return plugins ? { plugins } : {};
  const { provider, secret } = key;
  const apiKey = secretField({ holder: 'search', provider, source: secret.source }, canaries);
  const own = { config: { webSearch: apiKey === undefined ? {} : { apiKey } } };
  const id = providerOf(provider).plugin ?? provider;
  return { plugins: { ...plugins, entries: { ...plugins?.entries, [id]: own } } };
}

function secretProviders(value: Case, paths: ConfigPaths): object | null {
  const own = [speechKeyOf(value)?.secret, searchKeyOf(value)?.secret, memoryEndpointOf(value)?.apiKey];
  const fields = [...setupsOf(value).flatMap(secretFieldsOf), ...own];
  const sources = fields.map((secret) => secret?.source);
  const file = { [FILE_ALIAS]: { source: 'file', path: paths.secretFile, mode: 'json' } };
  const exec = { [EXEC_ALIAS]: { source: 'exec', command: paths.execCommand } };
  const used = {
    ...(sources.includes('file') ? file : {}),
    ...(sources.includes('exec') ? exec : {}),
  };
  return Object.keys(used).length > 0 ? used : null;
}
