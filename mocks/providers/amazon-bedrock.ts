/**
 * Amazon Bedrock: Converse, ConverseStream, InvokeModel and InvokeModelWithResponseStream, and the lists that discovery
 * asks for; over HTTP/1.1 and HTTP/2 alike.
 *
 * @source Amazon Bedrock API reference
 */
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { http } from 'msw';
import { anthropicMessage, anthropicStream } from './anthropic-messages.ts';
import { ANSWER_TEXT, type Dialect } from './dialect.ts';
import { CALL_ID, type ToolCall } from './tool-call.ts';

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString('utf8'),
  (text) => Buffer.from(text, 'utf8'),
);

function event(type: string, payload: object): Uint8Array {
  const header = (value: string) => ({ type: 'string' as const, value });
  return codec.encode({
    headers: {
      ':event-type': header(type),
      ':content-type': header('application/json'),
      ':message-type': header('event'),
    },
    body: Buffer.from(JSON.stringify(payload)),
  });
}

const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2 };
const converse = {
  output: { message: { role: 'assistant', content: [{ text: ANSWER_TEXT }] } },
  stopReason: 'end_turn',
  usage,
  metrics: { latencyMs: 1 },
};
const converseStream = Buffer.concat([
  event('messageStart', { role: 'assistant' }),
  event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: ANSWER_TEXT } }),
  event('contentBlockStop', { contentBlockIndex: 0 }),
  event('messageStop', { stopReason: 'end_turn' }),
  event('metadata', { usage, metrics: { latencyMs: 1 } }),
]);
/** InvokeModel carries the model's own format, here Anthropic's; a stream has each event as base64 text. */
const invokeStream = Buffer.concat(
  anthropicStream.map(({ data }) =>
    event('chunk', { bytes: Buffer.from(JSON.stringify(data)).toString('base64') }),
  ),
);

/** The stream in which the model asks for a tool. */
function converseCall({ tool, arguments: args }: ToolCall): Uint8Array {
  return Buffer.concat([
    event('messageStart', { role: 'assistant' }),
    event('contentBlockStart', {
      contentBlockIndex: 0,
      start: { toolUse: { toolUseId: CALL_ID, name: tool } },
    }),
    event('contentBlockDelta', {
      contentBlockIndex: 0,
      delta: { toolUse: { input: JSON.stringify(args) } },
    }),
    event('contentBlockStop', { contentBlockIndex: 0 }),
    event('messageStop', { stopReason: 'tool_use' }),
    event('metadata', { usage, metrics: { latencyMs: 1 } }),
  ]);
}

function streamed(events: Uint8Array): Response {
  return new Response(new Uint8Array(events), {
    headers: { 'content-type': 'application/vnd.amazon.eventstream' },
  });
}

function failed(status: number, type: string, message: string): Response {
  return Response.json({ message }, { status, headers: { 'x-amzn-errortype': type } });
}

const REJECTIONS: Readonly<Record<string, string>> = {
  UnrecognizedClientException: 'The security token included in the request is invalid.',
  ExpiredTokenException: 'The security token included in the request is expired',
  InvalidSignatureException:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
  IncompleteSignatureException: 'Authorization header requires a complete signature.',
  'another region': 'Credential should be scoped to a valid region.',
};

/** An operation of a model. */
const place = /\/model\/[^/]+\/[a-z-]+$/;

export const amazonBedrock: Dialect = {
  model: [
    {
      url: '*/converse-stream',
      place,
      answer: () => streamed(converseStream),
      call: (call) => streamed(converseCall(call)),
    },
    { url: '*/converse', place, answer: () => Response.json(converse) },
    { url: '*/invoke-with-response-stream', place, answer: () => streamed(invokeStream) },
    { url: '*/invoke', place, answer: () => Response.json(anthropicMessage) },
  ],
  others: [
    http.all('*/foundation-models', () => Response.json({ modelSummaries: [] })),
    http.all('*/inference-profiles', () => Response.json({ inferenceProfileSummaries: [] })),
    http.all('*', () => failed(404, 'UnknownOperationException', 'Unknown operation')),
  ],
  reject: (problem = 'UnrecognizedClientException') =>
    failed(
      403,
      problem === 'another region' ? 'InvalidSignatureException' : problem,
      REJECTIONS[problem] ?? problem,
    ),
  overflow: () => failed(400, 'ValidationException', 'Input is too long for requested model.'),
  fail: (status) =>
    ({
      403: failed(403, 'AccessDeniedException', 'You are not authorized to perform: bedrock:InvokeModel'),
      429: failed(429, 'ThrottlingException', 'Too many requests, please wait before trying again.'),
      500: failed(500, 'InternalServerException', 'The system encountered an unexpected error.'),
    })[status],
};
