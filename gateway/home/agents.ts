/**
 * The agents of a case, in the form that the subject's version reads.
 *
 * @source docs/openclaw-auth-contract.md 0 (`agents.list[]`, or `agents.entries` with an owner)
 */
import type { Agent } from '../../generators/axes/agent.ts';
import type { Case } from '../../generators/case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { VersionTraits } from '../versions/traits.ts';
import { defaultModelOf, fallbackOf, modelOf } from './models.ts';

const SECOND = 'second';

/** The agent that takes the chat turn. */
export function agentId(agent: Agent): string {
  return agent === 'second' ? SECOND : 'main';
}

/** Where an agent's workspace is, below the state folder. */
export function workspaceOf(agent: Agent): string {
  return agent === 'second' ? `workspace-${SECOND}` : 'workspace';
}

/**
 * `agents.defaults.models` of the case's models, with the runtime of those that have a choice
 * (openclaw@2026.9.6:docs/gateway/config-agents.md).
 */
function runtimes(value: Case): object {
  const named = [modelOf(value, 'chat'), defaultModelOf(value), modelOf(value, 'image')];
  const others = [fallbackOf(value, 'chat'), fallbackOf(value, 'image')];
  const references = [...named, ...others.filter((each) => each !== null)];
  return Object.fromEntries(
    references.map(({ provider, reference }) => {
      const { agentRuntime } = providerOf(provider);
      return [reference, agentRuntime ? { agentRuntime: { id: agentRuntime } } : {}];
    }),
  );
}

/** The settings of memory search: the provider of the embedding path, and no other in its place. */
export function memorySearch(value: Case): object {
  const { model, reference } = modelOf(value, 'memory');
  return { provider: reference.slice(0, reference.indexOf('/')), model, fallback: 'none' };
}

function imageModel(value: Case): object {
  const fallback = fallbackOf(value, 'image');
  return {
    primary: modelOf(value, 'image').reference,
    ...(fallback ? { fallbacks: [fallback.reference] } : {}),
  };
}

/**
 * The `agents` section of openclaw.json.
 *
 * @param run the paths that it is for: some have settings of their own
 */
export function agentsOf(value: Case, traits: VersionTraits, run: readonly PathName[] = []): object {
  const isEntries = traits.agents === 'entries';
  const chat = modelOf(value, 'chat').reference;
  const fallback = fallbackOf(value, 'chat');
  const fallbacks = fallback ? { fallbacks: [fallback.reference] } : {};
  const main = value.agent === 'own-model' ? { model: { primary: chat, ...fallbacks } } : {};
  const agents: Record<string, object> = { main, ...(value.agent === 'second' ? { [SECOND]: {} } : {}) };
  const list = Object.entries(agents).map(([id, agent]) => ({ id, default: id === 'main', ...agent }));
  return {
    defaults: {
      model: { primary: defaultModelOf(value).reference, ...fallbacks },
      ...(value.mediaSelection === 'image-model' ? { imageModel: imageModel(value) } : {}),
      ...(traits.namesRuntime ? { models: runtimes(value) } : {}),
      skipBootstrap: true,
      // A turn of a few messages has nothing to summarize beside those that are kept
      // (openclaw@2026.9.6:docs/concepts/compaction.md).
      ...(run.includes('compaction') ? { compaction: { keepRecentTokens: 10 } } : {}),
      ...(run.includes('memory') && traits.memorySearch === 'agents'
        ? { memorySearch: memorySearch(value) }
        : {}),
      // A command that names no agent refuses to choose among several.
      ...(isEntries && value.agent === 'second' ? { systemAgent: { agentId: 'main' } } : {}),
    },
    ...(isEntries ? { ownership: 'explicit', entries: agents } : {}),
    ...(!isEntries && value.agent !== 'main' ? { list } : {}),
  };
}
