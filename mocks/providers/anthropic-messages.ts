/** Anthropic's Messages API. */
import { http } from 'msw';
import { jsonBody } from '../request-body.ts';
import { ANSWER_TEXT, type Dialect, eventStream, streamable } from './dialect.ts';
import { CALL_ID, type ToolCall } from './tool-call.ts';

export const anthropicMessage = {
  id: 'msg_stub',
  type: 'message',
  role: 'assistant',
  model: 'stub',
  content: [{ type: 'text', text: ANSWER_TEXT }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 1, output_tokens: 1 },
};

const typed = (type: string, fields: object) => ({ event: type, data: { type, ...fields } });

export const anthropicStream = [
  typed('message_start', { message: { ...anthropicMessage, content: [], stop_reason: null } }),
  typed('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
  typed('content_block_delta', { index: 0, delta: { type: 'text_delta', text: ANSWER_TEXT } }),
  typed('content_block_stop', { index: 0 }),
  typed('message_delta', {
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { output_tokens: 1 },
  }),
  typed('message_stop', {}),
];

/** The stream in which the model asks for a tool. */
export function anthropicCall({ tool, arguments: args }: ToolCall) {
  const block = { type: 'tool_use', id: CALL_ID, name: tool, input: {} };
  return [
    typed('message_start', { message: { ...anthropicMessage, content: [], stop_reason: null } }),
    typed('content_block_start', { index: 0, content_block: block }),
    typed('content_block_delta', {
      index: 0,
      delta: { type: 'input_json_delta', partial_json: JSON.stringify(args) },
    }),
    typed('content_block_stop', { index: 0 }),
    typed('message_delta', {
      delta: { stop_reason: 'tool_use', stop_sequence: null },
      usage: { output_tokens: 1 },
    }),
    typed('message_stop', {}),
  ];
}

export const anthropicMessages: Dialect = {
  model: [
    {
      url: '*/messages',
      async answer(request) {
        const body = await jsonBody(request, streamable);
        return body?.stream ? eventStream(anthropicStream) : Response.json(anthropicMessage);
      },
      call: (call) => eventStream(anthropicCall(call)),
    },
  ],
  others: [http.all('*', () => Response.json({ data: [], has_more: false }))],
  reject: () =>
    Response.json(
      { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } },
      { status: 401 },
    ),
  overflow: () => {
    const message = 'prompt is too long: 250000 tokens > 200000 maximum';
    return Response.json(
      { type: 'error', error: { type: 'invalid_request_error', message } },
      { status: 400 },
    );
  },
  fail: (status) =>
    Response.json(
      { type: 'error', error: { type: FAILURES[status], message: FAILURES[status] } },
      { status },
    ),
};

/** @source Anthropic API reference, "Errors" */
const FAILURES = { 403: 'permission_error', 429: 'rate_limit_error', 500: 'api_error' };
