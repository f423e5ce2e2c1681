/** Messages of a user in a session that lasts: they choose a model, and a profile with it, or begin the session anew. */

import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { providerOfSetup } from '../../generators/provider-setup.ts';
import { idOfProfile } from '../../generators/providers/catalog.ts';
import type { Step } from '../../generators/steps/step.ts';
import { historyCall, historySchema, lastOf, sentSchema } from '../../paths/parts/socket-turn.ts';
import { chatSession, socketChat } from '../../paths/socket-chat.ts';
import { askedOf } from '../asked/asked.ts';
import { isAtLeast } from '../versions/version.ts';
import { callJson, mustBeDone, StepUndone } from './host-actions.ts';
import type { LivingHome } from './living-home.ts';
import type { StepHost } from './step-host.ts';

/** Before, `/model` has no scopes: it changes the session. */
const SCOPES_SINCE = '2026.8.1';
const POLL_MS = 300;
const POLLS = 40;

/**
 * Sends `/model`, as a user does in a chat, and waits until the session says that it is done.
 *
 * @source openclaw@2026.9.6:docs/gateway/authentication.md (`/model <alias-or-id>@<profileId> -s`)
 * @throws StepUndone where the session says something else
 */
export async function chooseInSession(
  host: StepHost,
  living: LivingHome,
  { model, profile }: Extract<Step, { do: 'choose-in-session' }>,
): Promise<void> {
  const { value } = living;
  const { id } = value.provider;
  const [first, second] = providerOfSetup(value.provider).models;
  const chosen = model === 'first' ? first : second;
  const pin = profile === null ? '' : `@${idOfProfile(id, profile)}`;
  const scope = isAtLeast(host.subject.version, SCOPES_SINCE) ? ' -s' : '';
  const sessionKey = sessionOf(host, living);
  const message = `/model ${id}/${chosen}${pin}${scope}`;
  mustBeDone(await host.call(living, 'chat.send', { sessionKey, message, idempotencyKey: randomUUID() }));
  let said = '';
  for (let poll = 0; poll < POLLS; poll++, await wait(POLL_MS)) {
    const last = lastOf(await callJson(host, living, historyCall(sessionKey), historySchema));
    said = last?.role === 'assistant' ? last.text : '';
    if (/\b(not|unknown|no|cannot|invalid)\b/i.test(said)) break;
    if (said.includes(chosen) && said.includes(pin.slice(1))) return;
  }
  throw new StepUndone(`${message}: ${said.slice(0, 200) || 'no answer'}`);
}

/** The time that the session may take to begin anew: some builds greet with a turn of the model. */
const BEGIN_MS = 30_000;

/**
 * Sends `/new` and waits until the session has begun.
 *
 * @source openclaw@2026.9.6:docs/start/openclaw.md (`/new`)
 */
export async function beginSession(host: StepHost, living: LivingHome): Promise<void> {
  const sessionKey = sessionOf(host, living);
  const asked = { sessionKey, message: '/new', idempotencyKey: randomUUID() };
  const { runId } = await callJson(host, living, ['chat.send', asked], sentSchema);
  mustBeDone(await host.call(living, 'agent.wait', { runId, timeoutMs: BEGIN_MS }));
}

/** The session of socket-chat. */
function sessionOf(host: StepHost, { value }: LivingHome): string {
  return chatSession(askedOf(value, socketChat, value.provider.id, host.subject.version).agent);
}
