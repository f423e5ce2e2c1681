/** OpenAI's API (responses, chat completions, transcriptions, embeddings, images, speech) and the many that copy it. */
import { http } from 'msw';
import { z } from 'zod';
import { jsonBody } from '../request-body.ts';
import { ANSWER_TEXT, type Dialect, eventStream, type ModelEndpoint, streamable } from './dialect.ts';
import { audio, PNG, video } from './generated-media.ts';
import { CALL_ID, type ToolCall } from './tool-call.ts';
import { transcribed } from './transcription.ts';

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

/** A picture as a subscription gives it: by a tool of the responses API. */
const drawn = { id: 'ig_stub', type: 'image_generation_call', status: 'completed', result: PNG };
const pictureStream = [
  typed('response.created', { response: { ...response, status: 'in_progress', output: [] } }),
  typed('response.output_item.done', { output_index: 0, item: drawn }),
  typed('response.completed', { response: { ...response, status: 'completed', output: [drawn] } }),
];

const completion = {
  id: 'chatcmpl_stub',
  object: 'chat.completion',
  created: 1,
  model: 'stub',
  choices: [{ index: 0, message: { role: 'assistant', content: ANSWER_TEXT }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  // Moonshot's, of an answer that rests on a search.
  search_results: [{ title: 'stub', url: 'https://example.com/', content: ANSWER_TEXT }],
};
/** OpenRouter's form of a picture in a completion. */
const picture = { type: 'image_url', image_url: { url: `data:image/png;base64,${PNG}` } };
const pictureCompletion = {
  ...completion,
  choices: [
    { index: 0, message: { role: 'assistant', content: null, images: [picture] }, finish_reason: 'stop' },
  ],
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

/** The streams in which the model asks for a tool. */
function responseCall({ tool, arguments: args }: ToolCall) {
  const text = JSON.stringify(args);
  const called = { id: 'fc_stub', type: 'function_call', call_id: CALL_ID, name: tool };
  const done = { ...called, arguments: text, status: 'completed' };
  const at = { item_id: called.id, output_index: 0 };
  return [
    typed('response.created', { response: { ...response, status: 'in_progress', output: [] } }),
    typed('response.output_item.added', {
      output_index: 0,
      item: { ...called, arguments: '', status: 'in_progress' },
    }),
    typed('response.function_call_arguments.delta', { ...at, delta: text }),
    typed('response.function_call_arguments.done', { ...at, arguments: text }),
    typed('response.output_item.done', { output_index: 0, item: done }),
    typed('response.completed', { response: { ...response, status: 'completed', output: [done] } }),
  ];
}

function completionCall({ tool, arguments: args }: ToolCall) {
  const called = {
    index: 0,
    id: CALL_ID,
    type: 'function',
    function: { name: tool, arguments: JSON.stringify(args) },
  };
  const delta = { role: 'assistant', content: null, tool_calls: [called] };
  return [
    { data: { ...chunk, choices: [{ index: 0, delta, finish_reason: null }] } },
    { data: { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] } },
    { data: '[DONE]' },
  ];
}

const embeddedSchema = z.looseObject({ input: z.array(z.unknown()).min(1) });

/** One for each text of a list; tokens in place of a text are numbers. */
export async function embeddingsFor(request: Request): Promise<Response> {
  const { input } = (await jsonBody(request, embeddedSchema)) ?? { input: [null] };
  const texts = input.every((each) => typeof each === 'number') ? [input] : input;
  return Response.json({
    object: 'list',
    model: 'stub',
    data: texts.map((_text, index) => ({ object: 'embedding', index, embedding: [0.1, 0.2, 0.3] })),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  });
}

const images = { created: 1, data: [{ b64_json: PNG, media_type: 'image/png' }] };

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

const OVERFLOW = {
  message: 'Your input exceeds the context window of this model. Please adjust your input and try again.',
  type: 'invalid_request_error',
  param: 'input',
  code: 'context_length_exceeded',
};

/** @source OpenAI API reference, "Error codes" */
const FAILURES = { 403: 'forbidden', 429: 'rate_limit_exceeded', 500: 'server_error' };

const responseSchema = streamable.extend({
  tools: z.array(z.looseObject({ type: z.string().optional() })).default([]),
});

async function answerOfResponses(request: Request): Promise<Response> {
  const body = await jsonBody(request, responseSchema);
  if (body?.tools.some(({ type }) => type === 'image_generation')) return eventStream(pictureStream);
  return body?.stream ? eventStream(responseStream) : Response.json({ ...response, status: 'completed' });
}

const completionSchema = streamable.extend({ modalities: z.array(z.string()).default([]) });

async function answerOfCompletions(request: Request): Promise<Response> {
  const body = await jsonBody(request, completionSchema);
  if (body?.stream) return eventStream(completionStream);
  return Response.json(body?.modalities[0] === 'image' ? pictureCompletion : completion);
}

/** xAI's transcription names no model. */
const heard = () => Response.json({ text: ANSWER_TEXT });
const pictured = () => Response.json(images);

/** A film that is ready at once. Some builds ask again all the same, OpenRouter's plugin wants to know where. */
const film = { id: 'video_stub', status: 'completed' };
const filmed = ({ url }: Request) => Response.json({ ...film, polling_url: `${url}/${film.id}` });

const ENDPOINTS: readonly ModelEndpoint[] = [
  { url: '*/responses', answer: answerOfResponses, call: (call) => eventStream(responseCall(call)) },
  {
    url: '*/chat/completions',
    answer: answerOfCompletions,
    call: (call) => eventStream(completionCall(call)),
  },
  { url: '*/audio/transcriptions', answer: transcribed },
  { url: '*/stt', answer: heard },
  { url: '*/embeddings', answer: embeddingsFor },
  { url: '*/images', answer: pictured },
  { url: '*/images/generations', answer: pictured },
  { url: '*/videos', answer: filmed },
  { url: '*/audio/speech', answer: audio },
  { url: '*/tts', answer: audio },
];

/** The dialect, with the rejection body of one of its speakers. */
export function openaiCompatible(speaker: keyof typeof REJECTIONS): Dialect {
  return {
    model: ENDPOINTS,
    others: [
      http.get('*/videos/:id/content', video),
      http.get('*/videos/:id', () => Response.json(film)),
      http.all('*', () => Response.json({ object: 'list', data: [] })),
    ],
    reject: () => Response.json(REJECTIONS[speaker], { status: 401 }),
    overflow: () => Response.json({ error: OVERFLOW }, { status: 400 }),
    fail: (status) =>
      Response.json({ error: { message: FAILURES[status], type: FAILURES[status] } }, { status }),
  };
}
