/**
 * A turn's answer that says nothing: models end so now and then, and some servers do where they run out of room.
 *
 * @source upstream reports #71880, #73115; openclaw@2026.5.22:docs/concepts/model-failover.md ("Model fallback": `empty_response`)
 */
import type { ApiStyle } from '../../generators/providers/provider.ts';
import { parsedJson } from '../request-body.ts';
import { eventStream, streamable } from './dialect.ts';

const usage = { input_tokens: 1, output_tokens: 0, total_tokens: 1 };
const message = {
  id: 'msg_stub',
  type: 'message',
  role: 'assistant',
  model: 'stub',
  content: [],
  stop_reason: null,
  stop_sequence: null,
  usage,
};
const response = { id: 'resp_stub', object: 'response', created_at: 1, model: 'stub', output: [], usage };
const completion = { id: 'chatcmpl_stub', created: 1, model: 'stub' };
const TURNS = /\/(responses|chat\/completions|messages|api\/chat)$|:(streamG|g)enerateContent$/;

/** The answer to a request whose key is good, without its words where it is a turn's. */
export async function emptied(
  api: ApiStyle,
  request: Request,
  answer: Response | undefined,
): Promise<Response | undefined> {
  return answer?.ok ? ((await emptyAnswer(api, request)) ?? answer) : answer;
}

/** The empty answer to a turn; null where a request asks for something else. */
export async function emptyAnswer(api: ApiStyle, request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (!TURNS.test(pathname)) return null;
  const body = parsedJson(await request.clone().text(), streamable);
  switch (api) {
    case 'anthropic-messages':
      return body?.stream
        ? eventStream([
            { event: 'message_start', data: { type: 'message_start', message } },
            {
              event: 'message_delta',
              data: {
                type: 'message_delta',
                delta: { stop_reason: 'end_turn' },
                usage: { output_tokens: 0 },
              },
            },
            { event: 'message_stop', data: { type: 'message_stop' } },
          ])
        : Response.json({ ...message, stop_reason: 'end_turn' });
    case 'google-generative-ai':
    case 'google-vertex': {
      const candidate = { content: { role: 'model', parts: [] }, finishReason: 'STOP', index: 0 };
      const content = { candidates: [candidate], modelVersion: 'stub' };
      return pathname.endsWith(':streamGenerateContent')
        ? eventStream([{ data: content }])
        : Response.json(content);
    }
    case 'ollama': {
      const ended = {
        model: 'stub',
        message: { role: 'assistant', content: '' },
        done: true,
        done_reason: 'stop',
      };
      return new Response(`${JSON.stringify(ended)}\n`, {
        headers: { 'content-type': 'application/x-ndjson' },
      });
    }
    case 'openai-responses':
    case 'openai-codex-responses': {
      const completed = { ...response, status: 'completed' };
      const data = { type: 'response.completed', response: completed };
      return body?.stream ? eventStream([{ event: data.type, data }]) : Response.json(completed);
    }
    default: {
      const finish = { index: 0, finish_reason: 'stop' };
      const chunk = { ...completion, object: 'chat.completion.chunk', choices: [{ ...finish, delta: {} }] };
      const said = { ...finish, message: { role: 'assistant', content: '' } };
      return body?.stream
        ? eventStream([{ data: chunk }, { data: '[DONE]' }])
        : Response.json({ ...completion, object: 'chat.completion', choices: [said] });
    }
  }
}
