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
  model: { ...TURNS_MODEL, givenBy: 'heartbeat' },
  needs: HEARTBEAT_NEEDS,
};
