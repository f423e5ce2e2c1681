import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { PROMPT, showingTools } from './parts/agent-turn.ts';
import type { CallMethod } from './parts/drive.ts';
import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { TURNS_MODEL } from './parts/models.ts';
import { lastAnswer, socketTurn } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

const MESSAGE = 'Let a subagent do the work, and reply with OK.';
/** A text that no other turn has. */
const TASK = `As the helper: ${PROMPT}`;
const SESSION = 'subagent';
const POLL_MS = 300;
const POLLS = 200;

const sessionsSchema = z.object({ sessions: z.array(z.object({ key: z.string() })) });

/**
 * The turn of a subagent that an agent's turn starts.
 *
 * @source openclaw@2026.9.6:docs/tools/subagents/tool-reference.md (`sessions_spawn`)
 */
export const subagent: Path<'subagent'> = {
  ...GATEWAY_TURN,
  name: 'subagent',
  drive: {
    command: ({ agent }) => ['agent', '--agent', agent, '--message', MESSAGE, '--json'],
    asksAgent: () => true,
    door: ({ agent }) => ({
      by: 'socket',
      async ask(call) {
        const parent = await socketTurn({ agent, session: SESSION, message: MESSAGE }).ask(call);
        const child = await childOf(call, agent);
        return child ? lastAnswer(call, child) : `no subagent was started: ${parent}`;
      },
    }),
  },
  model: { ...TURNS_MODEL, givenBy: 'subagents' },
  needs: {
    // The subagent tells its parent what it did, which is a turn that comes after the path.
    gateway: 'subagent',
    settings: (_model, traits) => showingTools(traits),
  },
  turn: {
    call: () => ({ tool: 'sessions_spawn', arguments: { task: TASK }, task: TASK }),
    endsWith: 'subagent',
    modelDoes: 'the model answers by asking for the `sessions_spawn` tool with a task.',
  },
};

/** The session of the subagent of an agent, once there is one. */
async function childOf(call: CallMethod, agent: string): Promise<string | null> {
  for (let poll = 0; poll < POLLS; poll++) {
    const { sessions } = sessionsSchema.parse(await call('sessions.list', {}));
    const child = sessions.find(({ key }) => key.startsWith(`agent:${agent}:subagent:`));
    if (child) return child.key;
    await wait(POLL_MS);
  }
  return null;
}
