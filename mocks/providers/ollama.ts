/** Ollama's own API, which streams lines of JSON; its copy of OpenAI's answers beside it. */
import { http } from 'msw';
import { z } from 'zod';
import { jsonBody } from '../request-body.ts';
import { ANSWER_TEXT, type Dialect, streamable } from './dialect.ts';
import { openaiCompatible } from './openai-compatible.ts';

const openai = openaiCompatible('openai');

const named = { model: 'stub', created_at: '' };
const ended = { done: true, done_reason: 'stop', total_duration: 1, prompt_eval_count: 1, eval_count: 1 };

const shown = {
  details: { family: 'stub' },
  model_info: { 'stub.context_length': 128_000 },
  capabilities: ['completion', 'tools', 'vision'],
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

const askedSchema = streamable.extend({ model: z.string().optional() });

/** No model of these servers has a name in two parts: what comes before is a provider's name, which they know nothing of. */
function unknown(model: string): Response {
  return Response.json({ error: `model '${model}' not found` }, { status: 404 });
}

/** @source Ollama API reference, "Generate a chat message", "Show Model Information" and "List Local Models" */
export const ollama: Dialect = {
  model: [
    {
      url: '*/api/chat',
      async answer(request) {
        const body = await jsonBody(request, askedSchema);
        if (body?.model?.includes('/')) return unknown(body.model);
        return body?.stream ? lines({}) : Response.json({ ...named, message, ...ended });
      },
      call: ({ tool: name, arguments: args }) =>
        lines({ content: '', tool_calls: [{ function: { name, arguments: args } }] }),
    },
    ...openai.model,
  ],
  others: [
    http.all('*://:host/api/show', () => Response.json(shown)),
    http.all('*://:host/api/tags', () => Response.json({ models: [] })),
    ...openai.others,
  ],
  reject: () => Response.json({ error: 'unauthorized' }, { status: 401 }),
  overflow: () =>
    Response.json({ error: 'prompt too long; exceeded max context length by 9 tokens' }, { status: 400 }),
  fail: (status) => Response.json({ error: `ollama: ${status}` }, { status }),
};
