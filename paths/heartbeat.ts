import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { beat, HEARTBEAT_NEEDS, WAKE_COMMAND } from './parts/heartbeats.ts';
import { TURNS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

/**
 * A turn that the gateway starts by itself.
 *
 * @source openclaw@2026.9.6:docs/gateway/heartbeat.md
 */
export const heartbeat: Path<'heartbeat'> = {
  ...GATEWAY_TURN,
  name: 'heartbeat',
  drive: {
    command: () => WAKE_COMMAND,
    // The command names none: the agent that has heartbeats is woken.
    asksAgent: () => true,
    door: () => ({ by: 'socket', ask: beat }),
  },
  // "The configured primary is appended at the end", and no document says otherwise of heartbeats
  // (openclaw@2026.9.6:docs/concepts/model-failover.md, "Candidate chain rules").
  model: { ...TURNS_MODEL, givenBy: 'heartbeat', endsAtAgents: true },
  needs: HEARTBEAT_NEEDS,
};
