/** A turn that is asked for over the WebSocket of a running gateway, in a session that lasts. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { CallMethod, Drive, SocketAsked } from './drive.ts';

/** @source openclaw@2026.9.6:docs/gateway/protocol/rpc-session-control.md (`chat.send`, `chat.history`) */
export interface SocketAttachment {
  readonly type: 'image' | 'audio';
  readonly mimeType: string;
  readonly fileName: string;
  /** Base64. */
  readonly content: string;
}

export interface SocketTurn {
  readonly agent: string;
  /** The name of the session. */
  readonly session: string;
  readonly message: string;
  readonly attachments?: readonly SocketAttachment[];
  /** `provider/model` that is picked for the session before; absent: none is. */
  readonly model?: string | undefined;
}

export const sentSchema = z.object({ runId: z.string() });
const waitedSchema = z.object({ status: z.string(), error: z.unknown().optional() });
const messageSchema = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))]).optional(),
  errorMessage: z.string().optional(),
});
export const historySchema = z.object({ messages: z.array(messageSchema) });

/** The time for which one call waits for the turn's end; the next one goes on waiting. */
const WAIT_MS = 60_000;
const POLL_MS = 200;
/** The transcript may be written a little after the turn has ended. */
const POLLS = 25;

export function sessionKeyOf(agent: string, session: string): string {
  return `agent:${agent}:${session}`;
}

export function socketTurn({ agent, session, message, attachments, model }: SocketTurn): SocketAsked {
  const sessionKey = sessionKeyOf(agent, session);
  return {
    by: 'socket',
    async ask(call) {
      if (model) await call('sessions.patch', picked(sessionKey, model));
      const asked = { sessionKey, message, ...(attachments ? { attachments } : {}) };
      const sent = await call('chat.send', { ...asked, idempotencyKey: randomUUID() });
      const failure = await endOfRun(call, sentSchema.parse(sent).runId);
      return failure ?? lastAnswer(call, sessionKey);
    },
  };
}

/** A turn over the WebSocket, as a path is driven; its command makes the first of the calls. */
export function socketDrive(
  session: string,
  message: string,
  attachments?: readonly SocketAttachment[],
): Drive {
  return {
    command: ({ agent }) => {
      const params = {
        sessionKey: sessionKeyOf(agent, session),
        message,
        attachments,
        idempotencyKey: '<new each time>',
      };
      return ['gateway', 'call', 'chat.send', '--params', JSON.stringify(params)];
    },
    commandBefore: ({ agent, namedModel }) =>
      namedModel
        ? [
            'gateway',
            'call',
            'sessions.patch',
            '--params',
            JSON.stringify(picked(sessionKeyOf(agent, session), namedModel)),
          ]
        : null,
    asksAgent: () => true,
    door: ({ agent, namedModel }) =>
      socketTurn({ agent, session, message, model: namedModel, ...(attachments ? { attachments } : {}) }),
  };
}

/** @source openclaw@2026.9.6:docs/concepts/models.md ("Choose a model for a session"; "The default is the current session") */
function picked(key: string, model: string): Readonly<Record<string, unknown>> {
  return { key, model };
}

/** Waits for a run's end: its failure, or null. */
async function endOfRun(call: CallMethod, runId: string): Promise<string | null> {
  for (;;) {
    const { status, error } = waitedSchema.parse(await call('agent.wait', { runId, timeoutMs: WAIT_MS }));
    if (status === 'timeout' || status === 'pending') continue;
    return status === 'error' ? String(error ?? 'the run failed') : null;
  }
}

/** The text of the last answer of a session. */
export async function lastAnswer(call: CallMethod, sessionKey: string): Promise<string> {
  for (let poll = 0; poll < POLLS; poll++) {
    const last = lastOf(historySchema.parse(await call(...historyCall(sessionKey))));
    if (last?.role === 'assistant') return last.text;
    await wait(POLL_MS);
  }
  return 'the session has no answer';
}

export function historyCall(sessionKey: string): Parameters<CallMethod> {
  return ['chat.history', { sessionKey, limit: 10 }];
}

/** The last message of a session; null where it has none. */
export function lastOf({
  messages,
}: z.infer<typeof historySchema>): { readonly role: string; readonly text: string } | null {
  const last = messages.at(-1);
  return last ? { role: last.role, text: last.errorMessage ?? textOf(last.content) } : null;
}

function textOf(content: z.infer<typeof messageSchema>['content']): string {
  if (!content || typeof content === 'string') return content ?? '';
  return content.map(({ text }) => text ?? '').join('');
}
