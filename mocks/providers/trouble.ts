/**
 * Trouble that has nothing to do with a key: of models that too many ask, of a proxy before them, of a window of use that is over, and
 * of a stream that breaks off.
 *
 * @source OpenAI API reference, "Error codes", "Streaming events"; Anthropic API reference, "Errors", "Streaming messages" (`error`
 *   events); Gemini API, "Troubleshooting guide"; Ollama API reference, "Errors"; Z.AI API reference, "Chat completion" (`finish_reason`)
 */
import type { TROUBLES } from '../../generators/axes/provider-answer.ts';
import type { ApiStyle } from '../../generators/providers/provider.ts';
import { parsedJson } from '../request-body.ts';
import { eventStream, streamable } from './dialect.ts';

export type Trouble = (typeof TROUBLES)[number];

/** Words that the documents name (openclaw@2026.9.6:docs/concepts/model-failover.md, "Cooldowns"). */
const LIMIT = 'Too many concurrent requests. Please wait and try again.';

export function trouble(kind: Trouble, api: ApiStyle, request: Request): Response | Promise<Response> {
  switch (kind) {
    case 'overloaded':
      return overloaded(api);
    case 'timed-out':
      return timedOut(api);
    case 'client-closed':
      return said(api, 499, isGoogle(api) ? 'CANCELLED' : 'client_closed', 'Client closed request');
    case 'gateway-page':
      return gatewayPage();
    case 'nothing-said':
      return new Response(null, { status: 404 });
    case 'usage-window':
      return said(api, 402, 'insufficient_quota', 'Weekly usage limit exhausted. It resets tomorrow.');
    case 'limit-in-words':
      return said(api, 400, isGoogle(api) ? 'INVALID_ARGUMENT' : 'invalid_request_error', LIMIT);
    case 'broken-off':
      return brokenOff(api, request);
  }
}

function overloaded(api: ApiStyle): Response {
  if (api === 'anthropic-messages') return said(api, 529, 'overloaded_error', 'Overloaded');
  if (isGoogle(api)) return said(api, 503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.');
  return said(api, 503, 'server_overloaded', 'The engine is currently overloaded, please try again later.');
}

function timedOut(api: ApiStyle): Response {
  if (isGoogle(api))
    return said(api, 504, 'DEADLINE_EXCEEDED', 'Deadline expired before operation could complete.');
  return said(api, 504, api === 'anthropic-messages' ? 'timeout_error' : 'timeout', 'Request timed out');
}

function isGoogle(api: ApiStyle): boolean {
  return api === 'google-generative-ai' || api === 'google-vertex';
}

/** An error in the form of an API. */
function said(api: ApiStyle, status: number, kind: string, message: string): Response {
  if (api === 'anthropic-messages')
    return Response.json({ type: 'error', error: { type: kind, message } }, { status });
  if (isGoogle(api)) return Response.json({ error: { code: status, message, status: kind } }, { status });
  if (api === 'ollama') return Response.json({ error: message }, { status });
  return Response.json({ error: { message, type: kind, param: null, code: kind } }, { status });
}

/** The page that a proxy shows in place of a server that it does not reach. */
function gatewayPage(): Response {
  const page =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n';
  return new Response(page, { status: 502, headers: { 'content-type': 'text/html' } });
}

const FAILED = 'Internal server error';

/** A request for no stream is told of the failure at once. */
async function brokenOff(api: ApiStyle, request: Request): Promise<Response> {
  if (!(await wantsStream(api, request))) return said(api, 500, 'api_error', FAILED);
  switch (api) {
    case 'anthropic-messages':
      return eventStream([
        { event: 'error', data: { type: 'error', error: { type: 'api_error', message: FAILED } } },
      ]);
    case 'google-generative-ai':
    case 'google-vertex':
      return eventStream([{ data: { error: { code: 500, message: FAILED, status: 'INTERNAL' } } }]);
    case 'ollama':
      return new Response(`${JSON.stringify({ error: 'unexpected EOF' })}\n`, {
        headers: { 'content-type': 'application/x-ndjson' },
      });
    case 'openai-responses':
    case 'openai-codex-responses': {
      const error = { code: 'server_error', message: FAILED };
      const response = { id: 'resp_stub', object: 'response', status: 'failed', output: [], error };
      return eventStream([{ event: 'response.failed', data: { type: 'response.failed', response } }]);
    }
    default: {
      const chunk = { id: 'chatcmpl_stub', object: 'chat.completion.chunk', created: 1, model: 'stub' };
      const choices = [{ index: 0, delta: {}, finish_reason: 'network_error' }];
      return eventStream([{ data: { ...chunk, choices } }, { data: '[DONE]' }]);
    }
  }
}

/** Google's API says by the address whether an answer is a stream, and Ollama's streams unless it is told otherwise. */
async function wantsStream(api: ApiStyle, request: Request): Promise<boolean> {
  const { pathname } = new URL(request.url);
  if (isGoogle(api)) return pathname.endsWith(':streamGenerateContent');
  const isTurn = /\/(responses|chat\/completions|messages|api\/chat)$/.test(pathname);
  const body = parsedJson(await request.clone().text(), streamable);
  return isTurn && (body?.stream ?? (api === 'ollama' && body !== null));
}
