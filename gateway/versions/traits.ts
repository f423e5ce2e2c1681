/**
 * Differences between OpenClaw versions, as data.
 *
 * @source docs/openclaw-auth-contract.md 0, and runs of the versions named in `docs/versions.md`
 */

import type { BuildForms } from '../../generators/build-forms.ts';
import { ALL_PROVIDERS, type ProviderId } from '../../generators/providers/catalog.ts';
import type { PathTraits } from '../../paths/parts/build.ts';
import { installedPluginOf, isBundled, sellsSubscriptions } from './bundled-providers.ts';
import { isAtLeast } from './version.ts';

/** The traits of a build; those that concern paths are in `paths/parts/build.ts`. */
export interface VersionTraits extends PathTraits, BuildForms {
  /** The form of the store of auth profiles. */
  readonly authStore: 'json' | 'sqlite';
  /** Whether the order of profiles and what was learned of them have a file of their own; before, they are in that of the profiles. */
  readonly keepsStateApart: boolean;
  /**
   * Whether a home has the agent's folder before the first command. A build that keeps a database of its own there
   * takes a folder without one for state that waits for a migration.
   */
  readonly hasAgentFolder: boolean;
  /** Whether agents must be listed in `agents.entries`. */
  readonly agents: 'defaults' | 'entries';
  /** `tools.media.<capability>.models`, or one shared `tools.media.models`. */
  readonly mediaModels: 'per-capability' | 'shared';
  /** Whether a store beside those of agents is read by all; before, it is main's (`sharedStoreWrite` is new in 2026.8.1). */
  readonly hasSharedStore: boolean;
  /** Whether an entry may have a `request`; before, such a configuration is refused. */
  readonly readsRequest: boolean;
  /** Whether a header of an entry may be a SecretRef; before, such a configuration is refused. */
  readonly headersTakeReferences: boolean;
  /**
   * Whether a gateway starts beside references that it cannot resolve, and keeps only their owners from turns
   * (openclaw@2026.8.1:docs/gateway/secrets.md); before, its start fails (openclaw@2026.7.1-2:docs/gateway/secrets.md).
   */
  readonly gatewayIsolates: boolean;
  /** Whether an entry of `models.providers` without `baseUrl` is refused. */
  readonly entriesNeedAddress: boolean;
  /** Whether `env.NAME` is read beside `env.vars` (openclaw@2026.6.11:docs/help/environment.md). */
  readonly readsShortVariables: boolean;
  /** The section in which speech has settings by provider: `messages.tts`, or `tts` of its own; null before there are any. */
  readonly speechSettings: 'messages' | 'own' | null;
  /**
   * Whether a turn of an OpenAI model needs to be told to run in OpenClaw itself: else these builds want the Codex
   * plugin, which npm does not bring (openclaw@2026.9.6:docs/providers/openai.md, "Implicit agent runtime").
   */
  readonly namesRuntime: boolean;
  /**
   * Whether an OpenAI model can be picked for a session only where it is told so: a pick is refused for want of the Codex plugin, though
   * a turn without it is answered (openclaw@2026.9.6:docs/concepts/models.md, "Choose a model for a session").
   */
  readonly picksByRuntime: boolean;
  /**
   * Providers that sell keys, and of which a subscription is a profile, too. Before, OpenAI's was one of a provider
   * of its own (openclaw@2026.9.6:docs/providers/openai.md, "Legacy Codex refs").
   */
  readonly subscriptions: readonly ProviderId[];
  /** Whether image generation of OpenAI takes a subscription of `openai-codex` before any key. */
  readonly generatesBySubscription: boolean;
  /** Whether audio takes the key of the provider's entry before a subscription. */
  readonly hearsByEntryKey: boolean;
  /** Whether providers are plugins, which alone `plugins.allow` may name; before, they are part of the core. */
  readonly hasPlugins: boolean;
  /** Whether a heartbeat may have a session of its own: 2026.3.13 refuses the setting, 2026.3.28 has it (#58517). */
  readonly isolatesHeartbeats: boolean;
  /** Whether every look-up of a plugin reads the manifests of all. */
  readonly readsAllManifests: boolean;
  /**
   * The places in which a build looks for the dependencies of its plugins beside its own: below the package alone, or in a stage
   * folder, which it also locks and writes to; null: nowhere, they come with the package.
   */
  readonly pluginModules: 'package' | 'stage' | null;
  /**
   * Whether the first call of a home's commands to its gateway decides which methods later ones may call. Seen on 2026.5.18, 2026.5.19 and 2026.5.22, and not on
   * 2026.4.24 and 2026.7.1-2.
   */
  readonly pairsForOneMethod: boolean;
  /** Plugins that a case may name in `plugins.allow`. */
  readonly plugins: readonly ProviderId[];
  /** Providers that this build can serve as installed from npm, or by a plugin that a user installs. */
  readonly providers: readonly ProviderId[];
  /** Settings that any user may set, and that keep a turn from doing slow work without credentials. */
  readonly settings: Readonly<Record<string, unknown>>;
  /**
   * The session settings of the agent's workspace; null for none. Without it a turn whose request cannot be made is
   * tried again for 90 seconds (openclaw@2026.9.6:docs/concepts/retry.md: `retry.provider.maxRetries`, `0` disables
   * retries).
   */
  readonly sessionSettings: Readonly<Record<string, unknown>> | null;
  /**
   * `fresh`: each run has a state folder of its own path (2026.9.6 refuses to adopt a replaced database).
   * `constant`: one path, emptied before each run, so that the plugin caches that are keyed by it stay warm.
   */
  readonly homePath: 'fresh' | 'constant';
}

const known = new Map<string, VersionTraits>();

/** Asked once for every case that a run draws, so what a version is like is worked out once. */
export function traitsOf(version: string): VersionTraits {
  const traits = known.get(version) ?? newTraits(version);
  known.set(version, traits);
  return traits;
}

/** The script of a package installs them up to 2026.4.14, which no install of ours runs; 2026.4.15 brings them. */
function pluginModulesOf(since: (from: string) => boolean): VersionTraits['pluginModules'] {
  if (since('2026.6.1') || (since('2026.4.15') && !since('2026.4.20')) || !since('2026.4.5')) return null;
  return since('2026.4.22') ? 'stage' : 'package';
}

function newTraits(version: string): VersionTraits {
  const since = (from: string) => isAtLeast(version, from);
  const providers = ALL_PROVIDERS.map(({ id }) => id).filter(
    (id) => isBundled(id, version) || installedPluginOf(id, version) !== null,
  );
  return {
    authStore: since('2026.6.5') ? 'sqlite' : 'json',
    keepsStateApart: since('2026.4.7'),
    hasAgentFolder: !since('2026.6.5'),
    agents: since('2026.9.1') ? 'entries' : 'defaults',
    mediaModels: since('2026.8.1') ? 'shared' : 'per-capability',
    hasSecretStore: since('2026.8.1'),
    readsShortTemplates: since('2026.5.22'),
    // In the code from 2026.8.1 on; the documents of 2026.9.6 are the first that were seen to say so.
    modelNamesProfile: since('2026.9.6'),
    // In the code of 2026.4.24; openclaw@2026.3.13:docs/concepts/models.md has every such model of the default provider.
    infersProvider: since('2026.4.24'),
    // In the code of 2026.6.11, and not in that of 2026.5.22; openclaw@2026.9.6:docs/reference/memory-config.md is the first to say so.
    entryNamesProfile: since('2026.6.11'),
    hasSharedStore: since('2026.8.1'),
    readsRequest: since('2026.4.5'),
    // openclaw@2026.4.10:docs/gateway/configuration-reference.md is the first that was seen to say so; the schema of 2026.4.9 refuses it.
    allowsPrivateNetwork: since('2026.4.10'),
    // openclaw@2026.5.22:docs/reference/memory-config.md has the order, that of 2026.6.9 has none.
    choosesMemory: !since('2026.5.23'),
    headersTakeReferences: since('2026.3.7'),
    gatewayIsolates: since('2026.8.1'),
    entriesNeedAddress: !since('2026.5.20'),
    readsShortVariables: !since('2026.8.1'),
    speechSettings: since('2026.8.1') ? 'own' : since('2026.3.28') ? 'messages' : null,
    namesRuntime: since('2026.8.1') && !since('2026.9.2'),
    picksByRuntime: since('2026.9.2'),
    hasInferCommands: since('2026.4.7'),
    inferTakesAgent: since('2026.8.1'),
    statusTakesAgent: since('2026.8.1'),
    testsBeforeSetup: since('2026.8.1'),
    searchesByPlugin: since('2026.4.24'),
    // `infer image describe` of earlier builds passes no agentDir and always fails (docs/openclaw-auth-contract.md 5.2).
    imageCommand: since('2026.4.22') ? 'infer' : 'function',
    memorySearch: since('2026.8.1') ? 'own' : 'agents',
    hasImageTool: !since('2026.8.1'),
    hidesTools: since('2026.8.1'),
    compactsTurns: since('2026.4.21') && (!since('2026.5.18') || since('2026.5.20')),
    subscriptions: providers.filter((id) => sellsSubscriptions(id, version)),
    generatesBySubscription: since('2026.4.23'),
    hearsByEntryKey: since('2026.9.1'),
    hasPlugins: since('2026.3.22'),
    isolatesHeartbeats: since('2026.3.28'),
    readsAllManifests: !since('2026.6.5'),
    pluginModules: pluginModulesOf(since),
    plugins: providers.filter((id) => !id.startsWith('custom-')),
    providers,
    freshProbes: ALL_PROVIDERS.filter(({ firstWarmProbe }) => firstWarmProbe && !since(firstWarmProbe)).map(
      ({ id }) => id,
    ),
    findsProgramsByPath: since('2026.8.1'),
    probesBesideGateway: !since('2026.8.1'),
    pairsForOneMethod: since('2026.5.18') && !since('2026.7.1'),
    listsAvailability: since('2026.5.22'),
    listsTasks: since('2026.5.22'),
    hasChatStartup: since('2026.8.1'),
    hearsBySocket: since('2026.5.22'),
    hasChannels: since('2026.4.22'),
    settings: since('2026.9.1') ? { session: { maintenance: { mode: 'warn' } } } : {},
    sessionSettings: since('2026.9.1') ? { retry: { provider: { maxRetries: 0 } } } : null,
    homePath: since('2026.6.5') ? 'fresh' : 'constant',
  };
}
