/** The model that a home gives to subagents, compaction and heartbeats, as a case has it. */
import type { HelperModel } from '../generators/axes/helper-model.ts';
import { modelIn } from '../home-case/model-in.ts';
import { providerCalled } from '../home-case/provider-name.ts';
import { at } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';

export interface HelperOfHome {
  readonly provider: string;
  readonly model: string;
}

/**
 * The model that is given, to subagents first; null: none is.
 *
 * @param heartbeats the settings of heartbeats
 */
export function helperOfHome(
  config: JsonRecord,
  heartbeats: JsonRecord,
  leftOut: string[],
): HelperOfHome | null {
  const [subagents, compaction, heartbeat] = [
    at(config, 'agents.defaults.subagents.model'),
    at(config, 'agents.defaults.compaction.model'),
    heartbeats.model,
  ].map(modelIn);
  const given = subagents ?? compaction ?? heartbeat;
  if (!given) return null;
  if (subagents !== compaction || compaction !== heartbeat)
    leftOut.push('a case gives subagents, compaction and heartbeats one model');
  const [provider = '', ...rest] = given.split('/');
  if (rest.length > 0) return { provider: providerCalled(config, provider), model: rest.join('/') };
  leftOut.push(`${given}: a case gives subagents, compaction and heartbeats a model in full`);
  return null;
}

/**
 * @param chats the model of chat
 * @param otherName the case's second provider, as the home names it
 */
export function helperModelOf(
  helper: HelperOfHome | null,
  chats: HelperOfHome,
  otherName: string | undefined,
  leftOut: string[],
): HelperModel | null {
  if (!helper) return null;
  if (helper.provider === chats.provider) return helper.model === chats.model ? 'same' : 'other-model';
  if (helper.provider === otherName) return 'other-provider';
  leftOut.push(`${helper.provider}/${helper.model}: a case holds two providers`);
  return null;
}
