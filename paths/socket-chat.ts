import { PROMPT } from './parts/agent-turn.ts';
import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { TURNS_MODEL } from './parts/models.ts';
import { sessionKeyOf, socketDrive } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

const SESSION = 'conformance';

/** A turn over the WebSocket, in a session that lasts. */
export const socketChat: Path<'socket-chat'> = {
  ...GATEWAY_TURN,
  name: 'socket-chat',
  drive: socketDrive(SESSION, PROMPT),
  model: { ...TURNS_MODEL, namedBesides: 'session' },
};

/** The key of its session. */
export function chatSession(agent: string): string {
  return sessionKeyOf(agent, SESSION);
}
