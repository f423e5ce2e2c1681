/** The heartbeats of a home. */
import { at, record } from '../support/json-path.ts';
import { agentOf, agentsOf, configurationOf } from './configuration.ts';
import type { HomeCase } from './home-case.ts';

/**
 * Whether the agent that takes turns has heartbeats: without an interval it has none, and beside an agent with heartbeats of its own, no
 * other has any.
 *
 * @source openclaw@2026.9.6:docs/gateway/heartbeat.md ("Defaults", "Per-agent heartbeats")
 */
export function hasHeartbeats(value: HomeCase): boolean {
  const config = configurationOf(value);
  const own = agentOf(value).settings.heartbeat;
  const isLeftOut =
    own === undefined && agentsOf(config).some(({ settings }) => settings.heartbeat !== undefined);
  const every = record(own).every ?? at(config, 'agents.defaults.heartbeat.every');
  return !isLeftOut && !isOff(every);
}

/** Whether an interval turns heartbeats off: `0`, in any unit. */
export function isOff(every: unknown): boolean {
  return /^0\D*$/.test(String(every ?? ''));
}
