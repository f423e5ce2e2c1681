/**
 * openclaw.json of a case: only what the case says, in the form that the subject's version reads.
 *
 * @source shared/auth-contract.md 0 (forms per version), 1.5 (schema)
 */
import type { Canary } from '../../generators/canaries.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { type ProviderId, providerOf } from '../../generators/providers.ts';
import { ALL_PATHS } from '../observation.ts';
import type { VersionTraits } from '../subject/version-traits.ts';
import { orderOf } from './auth-store.ts';
import { modelOf } from './models.ts';
import { EXEC_ALIAS, FILE_ALIAS, secretField } from './secret-reference.ts';

/** Absolute paths that the configuration names. */
export interface ConfigPaths {
  readonly secretFile: string;
  readonly execCommand: string;
  /** Where the subject logs; null: its own choice, below the system's temporary folder. */
  readonly logFile: string | null;
}

export type Config = Readonly<Record<string, unknown>>;

/**
 * @param plugins the `plugins` section; null for the configuration as a user would write it
 */
export function configOf(
  value: Case,
  canaries: readonly Canary[],
  traits: VersionTraits,
  paths: ConfigPaths,
  plugins: object | null,
): Config {
  const setups = [value.provider, ...(value.otherProvider ? [value.otherProvider] : [])];
  const entries = setups.flatMap((setup) => entryOf(setup, usedModels(value, setup.id), canaries));
  const order = setups.flatMap((setup) => (setup.order?.where === 'config' ? [orderOf(setup)] : []));
  const secrets = secretProviders(setups, paths);
  return {
    agents: {
      defaults: { model: { primary: modelOf(value, 'chat').reference }, skipBootstrap: true },
      ...(traits.agents === 'entries' ? { ownership: 'explicit', entries: { main: {} } } : {}),
    },
    tools: { media: mediaModels(value, traits) },
    ...(plugins ? { plugins } : {}),
    ...(entries.length > 0 ? { models: { providers: Object.fromEntries(entries) } } : {}),
    ...(order.length > 0 ? { auth: { order: Object.fromEntries(order) } } : {}),
    ...(secrets ? { secrets: { providers: secrets } } : {}),
    ...(paths.logFile ? { logging: { file: paths.logFile } } : {}),
    ...traits.settings,
  };
}

/** The models of a provider that the case talks to; its default one where it talks to none. */
function usedModels(value: Case, id: ProviderId): string[] {
  const used = ALL_PATHS.map((path) => modelOf(value, path)).filter(({ provider }) => provider === id);
  return used.length > 0 ? [...new Set(used.map(({ model }) => model))] : [providerOf(id).models[0]];
}

function entryOf(
  setup: ProviderSetup,
  used: readonly string[],
  canaries: readonly Canary[],
): [string, object][] {
  const provider = providerOf(setup.id);
  if (!setup.entry && !provider.needsEntry) return [];
  const holder = { provider: setup.id, holder: 'entry' as const, profile: null };
  const apiKey = setup.entry?.apiKey ? secretField(setup.entry.apiKey, holder, canaries) : undefined;
  const models = used.map((id) => ({
    id,
    name: id,
    api: provider.api,
    reasoning: false,
    input: ['text', 'image'],
    cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
    contextWindow: 128_000,
    maxTokens: 4096,
  }));
  const entry = {
    baseUrl: provider.baseUrl,
    api: provider.api,
    ...(setup.entry?.auth ? { auth: setup.entry.auth } : {}),
    ...(apiKey === undefined ? {} : { apiKey }),
    models,
  };
  return [[setup.id, entry]];
}

/** Explicit media entries: without them OpenClaw picks any provider that has a key (auth-contract.md 4). */
function mediaModels(value: Case, traits: VersionTraits): object {
  const capabilities = ['image', 'audio', 'video'] as const;
  const entry = (capability: (typeof capabilities)[number]) => {
    const { provider, model } = modelOf(value, capability);
    return { provider, model };
  };
  if (traits.mediaModels === 'shared') {
    return {
      models: capabilities.map((capability) => ({ ...entry(capability), capabilities: [capability] })),
    };
  }
  return Object.fromEntries(capabilities.map((capability) => [capability, { models: [entry(capability)] }]));
}

function secretProviders(setups: readonly ProviderSetup[], paths: ConfigPaths): object | null {
  const sources = setups.flatMap((setup) => [
    ...setup.profiles.map((profile) => profile.secret.source),
    ...(setup.entry?.apiKey ? [setup.entry.apiKey.source] : []),
  ]);
  const file = { [FILE_ALIAS]: { source: 'file', path: paths.secretFile, mode: 'json' } };
  const exec = { [EXEC_ALIAS]: { source: 'exec', command: paths.execCommand } };
  const used = {
    ...(sources.includes('file') ? file : {}),
    ...(sources.includes('exec') ? exec : {}),
  };
  return Object.keys(used).length > 0 ? used : null;
}
