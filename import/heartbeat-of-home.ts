/** The heartbeats of a home, as a case has them. */
import type { Heartbeat } from '../generators/axes/heartbeat.ts';
import { isOff } from '../home-case/heartbeats.ts';
import { at, record, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';

/**
 * The settings of the heartbeats of an agent: its own come before those of all.
 *
 * @source openclaw@2026.9.6:docs/gateway/heartbeat.md ("Per-agent heartbeats")
 */
export function heartbeatsOfHome(config: JsonRecord, agent: JsonRecord): JsonRecord {
  return { ...record(at(config, 'agents.defaults.heartbeat')), ...record(agent.heartbeat) };
}

/** The way in which they run. */
export function heartbeatOf(settings: JsonRecord, leftOut: string[]): Heartbeat | null {
  const session = text(settings.session);
  if (session && session !== 'main') leftOut.push('heartbeats run in the main session of a case');
  if (isOff(settings.every)) leftOut.push('heartbeats are never off in a case');
  const isLight = settings.lightContext === true;
  if (settings.isolatedSession === true) return isLight ? 'isolated-light' : 'isolated';
  return isLight ? 'light' : null;
}
