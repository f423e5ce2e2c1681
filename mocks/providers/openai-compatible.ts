/** OpenAI's API (responses, chat completions, transcriptions) and the many that copy it. */
import { ANSWER_TEXT, asksForStream, type Dialect, eventStream } from './dialect.ts';

const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };
const part = { type: 'output_text', text: ANSWER_TEXT, annotations: [] };
const item = { id: 'msg_stub', type: 'message', role: 'assistant', status: 'completed', content: [part] };
const response = { id: 'resp_stub', object: 'response', created_at: 1, model: 'stub', output: [item], usage };
const typed = (type: string, fields: object) => ({ event: type, data: { type, ...fields } });

const responseStream = [
  typed('response.created', { response: { ...response, status: 'in_progress', output: [] } }),
  typed('response.output_item.added', {
    output_index: 0,
    item: { ...item, status: 'in_progress', content: [] },
  }),
  typed('response.content_part.added', { item_id: item.id, output_index: 0, content_index: 0, part }),
  typed('response.output_text.delta', {
    item_id: item.id,
    output_index: 0,
    content_index: 0,
    delta: ANSWER_TEXT,
  }),
  typed('response.output_text.done', {
    item_id: item.id,
    output_index: 0,
    content_index: 0,
    text: ANSWER_TEXT,
  }),
  typed('response.output_item.done', { output_index: 0, item }),
  typed('response.completed', { response: { ...response, status: 'completed' } }),
];

const completion = {
  id: 'chatcmpl_stub',
  object: 'chat.completion',
  created: 1,
  model: 'stub',
  choices: [{ index: 0, message: { role: 'assistant', content: ANSWER_TEXT }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
};
const chunk = { ...completion, object: 'chat.completion.chunk' };
const completionStream = [
  {
    data: {
      ...chunk,
      choices: [{ index: 0, delta: { role: 'assistant', content: ANSWER_TEXT }, finish_reason: null }],
    },
  },
  { data: { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] } },
  { data: '[DONE]' },
];

const REJECTIONS = {
  openai: {
    error: {
      message:
        'Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.',
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_api_key',
    },
  },
  openrouter: { error: { message: 'No auth credentials found', code: 401 } },
};

/** @source OpenAI API reference, "Error codes" */
const FAILURES = { 403: 'forbidden', 429: 'rate_limit_exceeded', 500: 'server_error' };

/** The dialect, with the rejection body of one of its speakers. */
export function openaiCompatible(speaker: keyof typeof REJECTIONS): Dialect {
  return {
    isModelCall: (url) => /\/(responses|chat\/completions|audio\/transcriptions|stt)$/.test(url.pathname),
    async answer(request) {
      const { pathname } = new URL(request.url);
      if (/\/(audio\/transcriptions|stt)$/.test(pathname)) return Response.json({ text: ANSWER_TEXT });
      if (pathname.endsWith('/responses')) {
        if (await asksForStream(request)) return eventStream(responseStream);
        return Response.json({ ...response, status: 'completed' });
      }
      if (pathname.endsWith('/chat/completions')) {
        return (await asksForStream(request)) ? eventStream(completionStream) : Response.json(completion);
      }
      return Response.json({ object: 'list', data: [] });
    },
    reject: () => Response.json(REJECTIONS[speaker], { status: 401 }),
    fail: (status) =>
      Response.json({ error: { message: FAILURES[status], type: FAILURES[status] } }, { status }),
  };
}
