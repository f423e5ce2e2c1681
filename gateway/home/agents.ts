/**
 * The agents of a case, in the form that the subject's version reads.
 *
 * @source docs/openclaw-auth-contract.md 0 (`agents.list[]`, or `agents.entries` with an owner)
 */
import { type Agent, hasOwnModel } from '../../generators/axes/agent.ts';
import { profileOfChat } from '../../generators/axes/chat-profile.ts';
import { settingsOfHeartbeat } from '../../generators/axes/heartbeat.ts';
import { modelOfHelper } from '../../generators/axes/helper-model.ts';
import { modelOfSession } from '../../generators/axes/session-model.ts';
import type { Case } from '../../generators/case.ts';
import { providerOfSetup } from '../../generators/provider-setup.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { fallbackOf, type ModelReference, modelOf } from '../../paths/asked-model.ts';
import { chat } from '../../paths/chat.ts';
import { compaction } from '../../paths/compaction.ts';
import { configuredName } from '../../paths/configured-name.ts';
import { cronJob } from '../../paths/cron-job.ts';
import { heartbeat } from '../../paths/heartbeat.ts';
import { image } from '../../paths/image.ts';
import { socketChat } from '../../paths/socket-chat.ts';
import { record } from '../../support/json-path.ts';
import { agentId } from '../asked/asked.ts';
import type { VersionTraits } from '../versions/traits.ts';

const SECOND = agentId('second');

/** The alias of chat's model, where the configuration names it by one. */
export const ALIAS = 'house-model';

/** The model that `agents.defaults` names: chat's, unless the agent has one of its own. */
export function defaultModelOf(value: Case): ModelReference {
  const chats = modelOf(value, chat);
  if (value.agent !== 'own-model') return chats;
  const model = providerOfSetup(value.provider).models[1];
  return { provider: chats.provider, model, reference: `${chats.provider}/${model}` };
}

/** The workspace of an agent, below the state folder. */
export function workspaceOf(agent: Agent): string {
  return agent === 'second' ? `workspace-${SECOND}` : 'workspace';
}

/** Chat's model as the configuration names it. */
function chatReference(value: Case): string {
  const model = modelOf(value, chat);
  const profile = profileOfChat(value);
  // A case has one of these.
  if (profile) return `${model.reference}@${profile}`;
  if (value.modelName === 'capitals') return withCapital(model.reference);
  return value.modelName === 'alias' ? ALIAS : configuredName(value, model);
}

/** A name as people write it. */
function withCapital(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/**
 * `agents.defaults.models` of the case's models, with the alias of chat's, and the runtime of those that have a choice
 * (openclaw@2026.9.6:docs/gateway/config-agents.md).
 */
function modelSettings(value: Case, traits: VersionTraits): object {
  const aliased = value.modelName === 'alias' ? modelOf(value, chat).reference : null;
  const others = [image, cronJob, socketChat, compaction, heartbeat].map((path) => modelOf(value, path));
  const named = [modelOf(value, chat), defaultModelOf(value), ...others];
  const fallbacks = [fallbackOf(value, chat), fallbackOf(value, image)];
  const references = [...named, ...fallbacks.filter((each) => each !== null)];
  return Object.fromEntries(
    references.map(({ provider, reference }) => {
      const { agentRuntime } = providerOf(provider);
      return [
        reference,
        {
          ...(reference === aliased ? { alias: ALIAS } : {}),
          ...(isToldRuntime(value, traits) && agentRuntime ? { agentRuntime: { id: agentRuntime } } : {}),
        },
      ];
    }),
  );
}

/** Whether the home names the runtime of models that have a choice: all do in some builds, in later ones that of a picked model alone. */
function isToldRuntime(value: Case, { namesRuntime, picksByRuntime }: VersionTraits): boolean {
  if (namesRuntime || !picksByRuntime || modelOfSession(value) === null) return namesRuntime;
  return providerOf(modelOf(value, socketChat).provider).agentRuntime !== undefined;
}

function imageModel(value: Case): object {
  const fallback = fallbackOf(value, image);
  return {
    primary: configuredName(value, modelOf(value, image)),
    ...(fallback ? { fallbacks: [fallback.reference] } : {}),
  };
}

/** Adds the model that a case gives to subagents and compaction to the settings of its paths below `agents.defaults`. */
function helped(value: Case, own: object): object {
  if (modelOfHelper(value) === null) return own;
  const { reference: model } = modelOf(value, compaction);
  return { ...own, subagents: { model }, compaction: { ...record(record(own).compaction), model } };
}

/** The heartbeats of a case, with the settings that its paths need; null where it says nothing of them. */
function heartbeatOf(value: Case, needed: unknown, { isolatesHeartbeats }: VersionTraits): object | null {
  const { isolatedSession, ...others } = settingsOfHeartbeat(value);
  const settings = {
    ...record(needed),
    ...(modelOfHelper(value) === null ? {} : { model: modelOf(value, heartbeat).reference }),
    ...others,
    ...(isolatedSession && isolatesHeartbeats ? { isolatedSession } : {}),
  };
  return Object.keys(settings).length > 0 ? { heartbeat: settings } : null;
}

/**
 * The `agents` section of openclaw.json.
 *
 * @param own what the paths of the home set below `agents.defaults`
 */
export function agentsOf(value: Case, traits: VersionTraits, own: object = {}): object {
  const isEntries = traits.agents === 'entries';
  const primary = chatReference(value);
  const fallback = fallbackOf(value, chat);
  const fallbacks = fallback ? { fallbacks: [fallback.reference] } : {};
  const ownFallbacks = value.agent === 'strict-model' ? {} : fallbacks;
  const main = hasOwnModel(value.agent) ? { model: { primary, ...ownFallbacks } } : {};
  const { heartbeat: needed, ...others } = record(own);
  const beats = heartbeatOf(value, needed, traits);
  // If an agent has heartbeats of its own, no other agent has any (openclaw@2026.9.6:docs/gateway/heartbeat.md, "Per-agent heartbeats").
  const [beatsOfAll, beatsOfSecond] = value.agent === 'second' ? [null, beats] : [beats, null];
  const second = value.agent === 'second' ? { [SECOND]: { ...beatsOfSecond } } : {};
  const agents: Record<string, object> = { main, ...second };
  const list = Object.entries(agents).map(([id, agent]) => ({ id, default: id === 'main', ...agent }));
  return {
    defaults: {
      model: {
        primary: hasOwnModel(value.agent) ? defaultModelOf(value).reference : primary,
        ...fallbacks,
      },
      ...(value.mediaSelection === 'image-model' ? { imageModel: imageModel(value) } : {}),
      ...(isToldRuntime(value, traits) || value.modelName === 'alias'
        ? { models: modelSettings(value, traits) }
        : {}),
      skipBootstrap: true,
      ...helped(value, others),
      ...beatsOfAll,
      // A command that names no agent refuses to choose among several.
      ...(isEntries && value.agent === 'second' ? { systemAgent: { agentId: 'main' } } : {}),
    },
    ...(isEntries ? { ownership: 'explicit', entries: agents } : {}),
    ...(!isEntries && value.agent !== 'main' ? { list } : {}),
  };
}
