/**
 * The model that the configuration gives to the helpers of turns: to subagents, and to scheduled jobs that name none
 * (`agents.defaults.subagents.model`), to compaction (`agents.defaults.compaction.model`), and to heartbeats
 * (`agents.defaults.heartbeat.model`, or that of the agent that takes turns).
 *
 * `same`: chat's, in full. `other-model`: the other one of its provider. `other-provider`: one of the second provider, with
 * credentials of its own; where there is none, chat's.
 *
 * @source openclaw@2026.9.6:docs/tools/subagents/tool-reference.md ("Model"), in openclaw@2026.3.13:docs/tools/subagents.md
 *   as well; openclaw@2026.9.6:docs/concepts/compaction.md ("Using a different model");
 *   openclaw@2026.9.6:docs/gateway/heartbeat.md ("Field notes"); isolated jobs: #11461, #11474; upstream reports #2144, #17479, #65519,
 *   #110093 (subagents), #56649, #80784 (compaction), #14279, #58517, #59996, #72940 (heartbeats)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { type Agent, hasOwnModel } from './agent.ts';
import { axis } from './axis.ts';
import { type ChattingCase, profileOfChat } from './chat-profile.ts';
import { rarely } from './rarely.ts';

const helperModelSchema = z.enum(['same', 'other-model', 'other-provider']);
export type HelperModel = z.infer<typeof helperModelSchema>;

const LABELS = {
  same: "subagents, compaction and heartbeats with chat's model",
  'other-model': 'subagents, compaction and heartbeats with another model',
  'other-provider': 'subagents, compaction and heartbeats with a model of the other provider',
} as const;

export const helperModel = axis({
  meaning:
    "The model that subagents, scheduled jobs that name none, compaction and heartbeats are given (agents.defaults.subagents.model, compaction.model, heartbeat.model); null: none, so that they ask the turn's.",
  schema: helperModelSchema.nullable(),
  usual: null,
  since: 17,
  arbitrary: rarely(fc.constantFrom(...helperModelSchema.options)),
  label: (value) => LABELS[value],
});

interface HelpedCase extends ChattingCase {
  readonly agent: Agent;
  readonly helperModel: HelperModel | null;
  readonly steps: readonly unknown[] | null;
}

/**
 * The model that the helpers of a case are given; null: none. No document says whether a profile that chat's model names counts for a
 * helper that is given that model without it. An agent's own model came before what is given to the helpers of all agents in some
 * builds, and after it in others, on purpose each time (#58003, #81783, #58823).
 */
export function modelOfHelper(value: HelpedCase): HelperModel | null {
  const isLeftOut = value.steps !== null || hasOwnModel(value.agent) || profileOfChat(value) !== null;
  return isLeftOut ? null : value.helperModel;
}
