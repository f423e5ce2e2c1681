import { PROMPT } from './parts/agent-turn.ts';
import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { socketDrive } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

/** A turn over the WebSocket, in a session that lasts. */
export const socketChat: Path<'socket-chat'> = {
  ...GATEWAY_TURN,
  name: 'socket-chat',
  drive: socketDrive('conformance', PROMPT),
};
