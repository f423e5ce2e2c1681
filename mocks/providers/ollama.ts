/** Ollama's own API, which streams lines of JSON; its copy of OpenAI's answers beside it. */
import { ANSWER_TEXT, asksForStream, type Dialect } from './dialect.ts';
import { openaiCompatible } from './openai-compatible.ts';

const openai = openaiCompatible('openai');

const MODEL_CALL = /\/api\/chat$/;

const named = { model: 'stub', created_at: '' };
const ended = { done: true, done_reason: 'stop', total_duration: 1, prompt_eval_count: 1, eval_count: 1 };

/** @source Ollama API reference, "Generate a chat message", "Show Model Information" and "List Local Models" */
const OWN_ANSWERS: Readonly<Record<string, object>> = {
  '/api/show': {
    details: { family: 'stub' },
    model_info: { 'stub.context_length': 128_000 },
    capabilities: ['completion', 'tools', 'vision'],
  },
  '/api/tags': { models: [] },
};

const message = { role: 'assistant', content: ANSWER_TEXT };

/** An answer as a stream: its message, and the end. */
function lines(fields: object): Response {
  const line = (each: object) => `${JSON.stringify({ ...named, ...each })}\n`;
  const text =
    line({ message: { ...message, ...fields }, done: false }) +
    line({ message: { ...message, content: '' }, ...ended });
  return new Response(text, { headers: { 'content-type': 'application/x-ndjson' } });
}

export const ollama: Dialect = {
  isModelCall: (url) => MODEL_CALL.test(url.pathname) || openai.isModelCall(url),
  async answer(request) {
    const { pathname } = new URL(request.url);
    const own = OWN_ANSWERS[pathname];
    if (own) return Response.json(own);
    if (!MODEL_CALL.test(pathname)) return openai.answer(request);
    if (await asksForStream(request)) return lines({});
    return Response.json({ ...named, message, ...ended });
  },
  call(request, call) {
    if (openai.isModelCall(new URL(request.url))) return openai.call(request, call);
    return lines({ content: '', tool_calls: [{ function: { name: call.tool, arguments: call.arguments } }] });
  },
  reject: () => Response.json({ error: 'unauthorized' }, { status: 401 }),
  overflow: () =>
    Response.json({ error: 'prompt too long; exceeded max context length by 9 tokens' }, { status: 400 }),
  fail: (status) => Response.json({ error: `ollama: ${status}` }, { status }),
};
