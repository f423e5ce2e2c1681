/** Amazon Bedrock runtime: Converse and ConverseStream, over HTTP/1.1 and HTTP/2 alike. */
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { ANSWER_TEXT, type Dialect } from './dialect.ts';

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
const stream = Buffer.concat([
  event('messageStart', { role: 'assistant' }),
  event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: ANSWER_TEXT } }),
  event('contentBlockStop', { contentBlockIndex: 0 }),
  event('messageStop', { stopReason: 'end_turn' }),
  event('metadata', { usage, metrics: { latencyMs: 1 } }),
]);

export const amazonBedrock: Dialect = {
  isModelCall: (url) => /\/(converse|converse-stream|invoke|invoke-with-response-stream)$/.test(url.pathname),
  answer(request) {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/converse-stream')) {
      return new Response(new Uint8Array(stream), {
        headers: { 'content-type': 'application/vnd.amazon.eventstream' },
      });
    }
    if (pathname.endsWith('/converse')) {
      const message = { role: 'assistant', content: [{ text: ANSWER_TEXT }] };
      return Response.json({ output: { message }, stopReason: 'end_turn', usage, metrics: { latencyMs: 1 } });
    }
    return Response.json({ modelSummaries: [], inferenceProfileSummaries: [] });
  },
  reject: () =>
    Response.json(
      { message: 'The security token included in the request is invalid.' },
      { status: 403, headers: { 'x-amzn-errortype': 'UnrecognizedClientException' } },
    ),
};
