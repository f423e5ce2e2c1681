/** The configuration of a home: its files merged as a build merges them, and the models and agents that it names. */
import { searcherNamed } from '../generators/providers/services.ts';
import { at, record, records, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import { withItsProvider } from './bare-name.ts';
import { CONFIG_FILE, type HomeCase, jsonAt } from './home-case.ts';
import { withIncludes } from './includes.ts';
import { modelIn } from './model-in.ts';
import { embedderCalled, providerCalled, speakerNamed } from './provider-name.ts';
import { withWords } from './secrets.ts';
import { writtenModel } from './written-model.ts';

export interface ModelName {
  readonly provider: string;
  readonly model: string;
}

const known = new WeakMap<HomeCase, JsonRecord>();

/** openclaw.json with what it includes. */
export function configurationOf(value: HomeCase): JsonRecord {
  const before = known.get(value);
  if (before) return before;
  const folder = '/.openclaw';
  const merged = withIncludes(jsonAt(value, CONFIG_FILE), folder, (file) =>
    record(jsonAt(value, file.replace(/^.*\{\{home\}\}/, '').replace(/^\//, ''))),
  );
  const config = record(withWords(merged, value));
  known.set(value, config);
  return config;
}

/** The request of the user, with the names that the home has for it. */
export function askedIn(value: HomeCase): HomeCase['asked'] {
  return withWords(value.asked, value);
}

export interface Agent {
  readonly id: string;
  readonly settings: JsonRecord;
}

/** The agents that the configuration lists, in the form of any version. */
export function agentsOf(config: JsonRecord): Agent[] {
  const list = at(config, 'agents.list');
  if (Array.isArray(list))
    return list.map(record).map((settings) => ({ id: text(settings.id) ?? 'main', settings }));
  return Object.entries(record(at(config, 'agents.entries'))).map(([id, each]) => ({
    id,
    settings: record(each),
  }));
}

/** The agent that takes turns: the one that was asked, the default one, the first, or `main`. */
export function agentOf(value: HomeCase): Agent {
  const agents = agentsOf(configurationOf(value));
  const { agent } = askedIn(value);
  if (agent) return agents.find(({ id }) => id === agent) ?? { id: agent, settings: {} };
  const usual = agents.find(({ settings }) => settings.default === true) ?? agents[0];
  return usual ?? { id: 'main', settings: {} };
}

/** The folder of an agent's files, below the home. */
export function agentFolderOf({ id, settings }: Agent): string {
  const own = text(settings.agentDir)?.replace(/^(~|\{\{home\}\})\//, '');
  return own && !own.startsWith('/') ? own : `.openclaw/agents/${id}/agent`;
}

/** The model of turns; null where the configuration leaves it to the build. */
export function chatModel(value: HomeCase): ModelName | null {
  return resolved(configurationOf(value), chatReference(value));
}

/** Whether the model of turns names the profile that is asked (`provider/model@profile`). */
export function chatNamesProfile(value: HomeCase): boolean {
  const { profile } = writtenModel(configurationOf(value), chatReference(value) ?? '');
  return profile !== null;
}

function chatReference(value: HomeCase): string | null {
  const own = modelIn(agentOf(value).settings.model);
  return askedIn(value).model ?? own ?? modelIn(at(configurationOf(value), 'agents.defaults.model'));
}

/** The models that turns fall back on. */
export function chatFallbacks(value: HomeCase): ModelName[] {
  const config = configurationOf(value);
  const own = record(agentOf(value).settings.model).fallbacks;
  const names = own ?? at(config, 'agents.defaults.model.fallbacks');
  return (Array.isArray(names) ? names : []).flatMap((name: unknown) => resolved(config, text(name)) ?? []);
}

/** The model that a setting below `agents.defaults`, or the agent's own, names; null where there is none. */
export function modelSetting(value: HomeCase, setting: 'imageModel' | 'pdfModel'): ModelName | null {
  return firstNamed(value, [setting]);
}

/** The model that is given to subagents, compaction or heartbeats in place of the turn's; null: none is. */
export function helperModel(
  value: HomeCase,
  helper: 'subagents' | 'compaction' | 'heartbeat',
): ModelName | null {
  return firstNamed(value, [`${helper}.model`]);
}

/**
 * The model that makes pictures or films; null where the home names none.
 *
 * @source openclaw@2026.9.6:docs/gateway/config-agents/models.md (`mediaModels`, from 2026.8.1);
 *   openclaw@2026.6.11:docs/tools/video-generation.md (`videoGenerationModel`)
 */
export function generationModel(value: HomeCase, kind: 'image' | 'video'): ModelName | null {
  return firstNamed(value, [`mediaModels.${kind}`, `${kind}GenerationModel`]);
}

/** The model of the first setting that names one: each is the agent's own, or that of `agents.defaults`. */
function firstNamed(value: HomeCase, settings: readonly string[]): ModelName | null {
  const config = configurationOf(value);
  const agent = agentOf(value).settings;
  const named = settings
    .map((setting) => modelIn(at(agent, setting)) ?? modelIn(at(config, `agents.defaults.${setting}`)))
    .find((name) => name != null);
  return resolved(config, named ?? null);
}

/**
 * Provider and model of memory search, the agent's own first; null where it is left to the build.
 *
 * @source openclaw@2026.9.6:docs/reference/memory-config.md (`agents.entries.*.memory.search`)
 */
export function searchModel(value: HomeCase): ModelName | null {
  const config = configurationOf(value);
  for (const { provider, model } of searchSettings(value)) {
    const named = text(provider);
    // The older word for a choice of the build.
    if (named === 'auto') return null;
    if (named) return { provider: embedderCalled(config, named), model: text(model) ?? '' };
  }
  return null;
}

/** The provider that memory search falls back on; null: none. */
export function searchFallback(value: HomeCase): string | null {
  const named = searchSettings(value).flatMap(({ fallback }) => text(fallback) ?? [])[0];
  return named && named !== 'none' ? embedderCalled(configurationOf(value), named) : null;
}

/** The settings of memory search, the agent's own first. */
function searchSettings(value: HomeCase): JsonRecord[] {
  const config = configurationOf(value);
  const agent = agentOf(value).settings;
  const places = ['memorySearch', 'memory.search'].map((place) => at(agent, place));
  const ofAll = ['agents.defaults.memorySearch', 'memory.search'].map((place) => at(config, place));
  return [...places, ...ofAll].map(record);
}

/** The provider or service that searches the web; null where it is left to the build. */
export function webSearchProvider(value: HomeCase): string | null {
  const named = text(at(configurationOf(value), 'tools.web.search.provider'));
  return named && searcherNamed(named);
}

/** The provider or service that speaks, in the form of any version; null where it is left to the build. */
export function speechProvider(value: HomeCase): string | null {
  const config = configurationOf(value);
  const named = text(at(config, 'tts.provider')) ?? text(at(config, 'messages.tts.provider'));
  return named && speakerNamed(named);
}

/** A reference, or the id of a model that one provider alone lists. */
function resolved(config: JsonRecord, written: string | null): ModelName | null {
  if (!written) return null;
  const reference = withItsProvider(config, writtenModel(config, written).model);
  const slash = reference.indexOf('/');
  if (slash <= 0) return null;
  return { provider: providerCalled(config, reference.slice(0, slash)), model: reference.slice(slash + 1) };
}

/** Whether the entry of a provider lists a model. */
export function lists(value: HomeCase, { provider, model }: ModelName): boolean {
  const entry = record(record(at(configurationOf(value), 'models.providers'))[provider]);
  return records(entry.models).some(({ id }) => id === model);
}
