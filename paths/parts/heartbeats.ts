/** Heartbeats: turns that a gateway starts by itself, here at once, since an event wakes the agent. */
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { PROMPT } from './agent-turn.ts';
import type { CallMethod } from './drive.ts';
import type { HomeNeeds } from './home-needs.ts';

const POLL_MS = 500;

/** With the time by which a build tells it from the heartbeat before. */
const eventSchema = z
  .looseObject({ status: z.string(), preview: z.string().optional(), reason: z.string().optional() })
  .nullable();
type HeartbeatEvent = NonNullable<z.infer<typeof eventSchema>>;

/** The reasons for which a build puts off a heartbeat that it then tries again. */
const PUT_OFF = /in-flight|in-progress|preempted/;

/**
 * A heartbeat is delivered to nobody, since a home has no person to reach: from 2026.8.1 on, one that has nobody to be delivered to is
 * skipped by default (openclaw@2026.9.6:docs/gateway/heartbeat.md, "Defaults"). Its main session is what the paths of it share.
 */
export const HEARTBEAT_NEEDS: HomeNeeds = {
  gateway: 'heartbeat',
  settings: () => ({ agentDefaults: { heartbeat: { target: 'none' } } }),
};

/** `openclaw system event --mode now` (openclaw@2026.9.6:docs/gateway/heartbeat.md, "Manual wake (on-demand)"). */
export const WAKE_COMMAND = ['system', 'event', '--text', PROMPT, '--mode', 'now'];

/** Whether the gateway has tried a heartbeat. */
export async function hasBeaten(call: CallMethod): Promise<boolean> {
  return (await lastOf(call)) !== null;
}

/**
 * Wakes the agent, and waits for the heartbeat.
 *
 * @source openclaw@2026.9.6:docs/cli/system.md (`system event`, `system heartbeat last`);
 *   openclaw@2026.9.6:docs/gateway/protocol/rpc-devices-nodes-and-approvals.md (`wake`)
 * @returns its answer, or the reason why it has none
 */
export async function beat(call: CallMethod): Promise<string> {
  const before = await lastOf(call);
  await call('wake', { mode: 'now', text: PROMPT });
  for (;;) {
    await wait(POLL_MS);
    const event = await lastOf(call).catch(unlessAtWork);
    if (event && !isDeepStrictEqual(event, before) && !isPutOff(event)) return textOf(event);
  }
}

/** A gateway whose turn is at work may end a connection before it greets: seen on 2026.4.24, on a loaded machine. */
function unlessAtWork(error: unknown): null {
  if (/gateway connect failed|gateway closed \(1000/.test(String(error))) return null;
  throw error;
}

async function lastOf(call: CallMethod): Promise<HeartbeatEvent | null> {
  return eventSchema.parse(await call('last-heartbeat', {}));
}

function isPutOff({ status, preview, reason }: HeartbeatEvent): boolean {
  return status === 'skipped' && preview === undefined && PUT_OFF.test(reason ?? '');
}

/** An answer that nobody is given is "skipped", too, and has its text. */
function textOf({ status, preview, reason }: HeartbeatEvent): string {
  return preview?.trim() || `the heartbeat ended as ${status}: ${reason ?? 'no reason'}`;
}
