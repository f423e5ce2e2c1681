/** A model, and a profile with it, that a user chooses in a session. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { providerOfSetup } from '../../generators/provider-setup.ts';
import type { Step } from '../../generators/steps/step.ts';
import { lastMessage } from '../../paths/parts/socket-turn.ts';
import { chatSession, socketChat } from '../../paths/socket-chat.ts';
import { askedOf } from '../asked/asked.ts';
import { isAtLeast } from '../versions/version.ts';
import type { LivingHome } from './living-home.ts';
import { mustBeDone, type StepHost, StepUndone } from './step-host.ts';

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
  const pin = profile === null ? '' : `@${id}:${profile}`;
  const scope = isAtLeast(host.subject.version, SCOPES_SINCE) ? ' -s' : '';
  const sessionKey = chatSession(askedOf(value, socketChat, id, host.subject.version).agent);
  const call = async (method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> =>
    JSON.parse(mustBeDone(await host.call(living, method, params)));
  const message = `/model ${id}/${chosen}${pin}${scope}`;
  await call('chat.send', { sessionKey, message, idempotencyKey: randomUUID() });
  let said = '';
  for (let poll = 0; poll < POLLS; poll++, await wait(POLL_MS)) {
    const last = await lastMessage(call, sessionKey);
    said = last?.role === 'assistant' ? last.text : '';
    if (/\b(not|unknown|no|cannot|invalid)\b/i.test(said)) break;
    if (said.includes(chosen) && said.includes(pin.slice(1))) return;
  }
  throw new StepUndone(`${message}: ${said.slice(0, 200) || 'no answer'}`);
}
