import { heartbeat } from './heartbeat.ts';
import { PROMPT } from './parts/agent-turn.ts';
import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { beat, HEARTBEAT_NEEDS, hasBeaten, WAKE_COMMAND } from './parts/heartbeats.ts';
import { socketDrive, socketTurn } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

/** The session that heartbeats run in by default (openclaw@2026.9.6:docs/gateway/heartbeat.md, "Session and target routing"). */
const SESSION = 'main';

/** A person's turn in the main session of an agent, after a heartbeat: chat's model is chat's, whatever model the heartbeat had. */
export const afterHeartbeat: Path<'after-heartbeat'> = {
  ...GATEWAY_TURN,
  name: 'after-heartbeat',
  drive: {
    ...socketDrive(SESSION, PROMPT),
    commandBefore: () => WAKE_COMMAND,
    door: ({ agent }) => ({
      ...socketTurn({ agent, session: SESSION, message: PROMPT }),
      async before(call) {
        if (!(await hasBeaten(call))) await beat(call);
      },
    }),
  },
  needs: HEARTBEAT_NEEDS,
  follows: heartbeat,
};
