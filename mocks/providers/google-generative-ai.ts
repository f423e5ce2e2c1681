/** Google's Generative Language API: generateContent and streamGenerateContent. */
import { ANSWER_TEXT, type Dialect, eventStream } from './dialect.ts';

const content = {
  candidates: [
    { content: { role: 'model', parts: [{ text: ANSWER_TEXT }] }, finishReason: 'STOP', index: 0 },
  ],
  usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
  modelVersion: 'stub',
};

export const googleGenerativeAi: Dialect = {
  isModelCall: (url) => /:(stream)?generateContent$/i.test(url.pathname),
  answer(request) {
    const { pathname } = new URL(request.url);
    if (/:streamGenerateContent$/.test(pathname)) return eventStream([{ data: content }]);
    if (/:generateContent$/.test(pathname)) return Response.json(content);
    return Response.json({ models: [] });
  },
  reject: () =>
    Response.json(
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
  fail: (status) =>
    Response.json(
      { error: { code: status, message: FAILURES[status], status: FAILURES[status] } },
      { status },
    ),
};

/** @source Google APIs, "Error model" (canonical codes) */
const FAILURES = { 403: 'PERMISSION_DENIED', 429: 'RESOURCE_EXHAUSTED', 500: 'INTERNAL' };
