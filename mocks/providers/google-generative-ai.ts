/** Google's Generative Language API: content, streamed or not, as text, picture or voice, and embeddings. */
import { http } from 'msw';
import { z } from 'zod';
import { jsonBody } from '../request-body.ts';
import { ANSWER_TEXT, type Dialect, eventStream, type ModelEndpoint } from './dialect.ts';
import { FILM, PCM, PNG } from './generated-media.ts';
import type { ToolCall } from './tool-call.ts';

const content = {
  candidates: [
    { content: { role: 'model', parts: [{ text: ANSWER_TEXT }] }, finishReason: 'STOP', index: 0 },
  ],
  usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
  modelVersion: 'stub',
};

/** An operation that is done at once, and holds its film. */
const filmed = {
  name: 'models/stub/operations/stub',
  done: true,
  response: {
    generateVideoResponse: {
      generatedSamples: [{ video: { encodedVideo: FILM, encoding: 'video/mp4' } }],
    },
  },
};

const embedding = { values: [0.1, 0.2, 0.3] };

const askedSchema = z.looseObject({
  generationConfig: z.looseObject({ responseModalities: z.array(z.string()).default([]) }),
});

const batchSchema = z.looseObject({ requests: z.array(z.unknown()).min(1) });

/** One for each text: builds refuse an answer that has fewer. */
async function embeddingsFor(request: Request): Promise<Response> {
  const { requests } = (await jsonBody(request, batchSchema)) ?? { requests: [null] };
  return Response.json({ embeddings: requests.map(() => embedding) });
}

/** The content in the modality that the request asks for. */
async function contentFor(request: Request): Promise<object> {
  const asked = await jsonBody(request, askedSchema);
  const modalities = asked?.generationConfig.responseModalities ?? [];
  if (modalities.includes('IMAGE')) return contentOf([{ inlineData: { mimeType: 'image/png', data: PNG } }]);
  if (modalities.includes('AUDIO'))
    return contentOf([{ inlineData: { mimeType: 'audio/L16;codec=pcm;rate=24000', data: PCM } }]);
  return content;
}

function contentOf(parts: readonly object[]): object {
  const [candidate] = content.candidates;
  return { ...content, candidates: [{ ...candidate, content: { role: 'model', parts } }] };
}

function callOf({ tool, arguments: args }: ToolCall): Response {
  return eventStream([{ data: contentOf([{ functionCall: { name: tool, args } }]) }]);
}

function sendsKey({ url, headers }: Request): boolean {
  return headers.has('x-goog-api-key') || new URL(url).searchParams.has('key');
}

/** Google's answer to a wrong key is no 401 (Gemini API, "Troubleshooting guide", API_KEY_INVALID). */
function invalidKey(): Response {
  const message = 'API key not valid. Please pass a valid API key.';
  const reason = {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason: 'API_KEY_INVALID',
    domain: 'googleapis.com',
  };
  const error = { code: 400, message, status: 'INVALID_ARGUMENT', details: [reason] };
  return Response.json({ error }, { status: 400 });
}

/** A method of a model: `models/NAME:METHOD` below the version of the API. */
function method(name: string, answer: ModelEndpoint['answer'], call?: ModelEndpoint['call']): ModelEndpoint {
  const place = /\/(?:models|tunedModels)\/[^/]+$/;
  return { url: `*\\:${name}`, place, answer, ...(call ? { call } : {}) };
}

export const googleGenerativeAi: Dialect = {
  model: [
    method('streamGenerateContent', () => eventStream([{ data: content }]), callOf),
    method('generateContent', async (request) => Response.json(await contentFor(request)), callOf),
    method('predictLongRunning', () => Response.json(filmed)),
    method('embedContent', () => Response.json({ embedding })),
    method('batchEmbedContents', embeddingsFor),
  ],
  others: [http.all('*', () => Response.json({ models: [] }))],
  reject: (_problem, request) =>
    request && sendsKey(request)
      ? invalidKey()
      : Response.json(
          {
            error: {
              code: 401,
              message:
                'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
              status: 'UNAUTHENTICATED',
            },
          },
          { status: 401 },
        ),
  overflow: () => {
    const message = 'The input token count (1250000) exceeds the maximum number of tokens allowed (1048576).';
    return Response.json({ error: { code: 400, message, status: 'INVALID_ARGUMENT' } }, { status: 400 });
  },
  fail: (status) =>
    Response.json(
      { error: { code: status, message: FAILURES[status], status: FAILURES[status] } },
      { status },
    ),
};

/** @source Google APIs, "Error model" (canonical codes) */
const FAILURES = { 403: 'PERMISSION_DENIED', 429: 'RESOURCE_EXHAUSTED', 500: 'INTERNAL' };

/**
 * The same models in Google's cloud, below a project and its location, or below neither where a key says whose they are.
 *
 * @source Vertex AI REST reference, `publishers.models.generateContent`; "Vertex AI in express mode" (keys)
 */
const OF_PUBLISHER = /\/(?:projects\/[^/]+\/locations\/[^/]+\/)?publishers\/google\/models\/[^/]+$/;

export const googleVertex: Dialect = {
  ...googleGenerativeAi,
  model: googleGenerativeAi.model.map((endpoint) => ({ ...endpoint, place: OF_PUBLISHER })),
};
