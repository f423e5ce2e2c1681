/**
 * The services of one kind of work: each accepts a live secret, and refuses anything else.
 *
 * @source the plugins of openclaw 2026.4.24 and 2026.5.18, which read these fields; API references of the services
 */
import { type HttpHandler, http } from 'msw';
import type { Service } from '../../generators/providers/services.ts';
import { ANSWER_TEXT } from './dialect.ts';
import { audio } from './generated-media.ts';
import { embeddingsFor } from './openai-compatible.ts';

const result = {
  title: ANSWER_TEXT,
  url: 'https://example.com/',
  content: ANSWER_TEXT,
  description: ANSWER_TEXT,
  snippet: ANSWER_TEXT,
  text: ANSWER_TEXT,
  highlights: [ANSWER_TEXT],
  score: 1,
};

/** By service, and for one with several kinds of work by path. */
const ANSWERS: Readonly<Record<string, (request: Request) => Response | Promise<Response>>> = {
  brave: () => Response.json({ type: 'search', web: { results: [result] } }),
  firecrawl: ({ url }) =>
    Response.json({ success: true, data: /\/v1\//.test(url) ? [result] : { web: [result] } }),
  elevenlabs: ({ url }) => (/speech-to-text/.test(url) ? Response.json({ text: ANSWER_TEXT }) : audio()),
  deepgram: () =>
    Response.json({
      results: { channels: [{ alternatives: [{ transcript: ANSWER_TEXT, confidence: 1 }] }] },
    }),
  voyage: embeddingsFor,
  perplexity: ({ url }) =>
    Response.json(
      /completions/.test(url)
        ? { choices: [{ message: { role: 'assistant', content: ANSWER_TEXT } }], citations: [result.url] }
        : { results: [result] },
    ),
};

const found = () => Response.json({ results: [result] });

/** @param examine names the fault of a credential; null: it is accepted */
export function serviceStubs(
  { id, hosts }: Service,
  examine: (request: Request) => Promise<string | null>,
): HttpHandler[] {
  const answer = ANSWERS[id] ?? found;
  return hosts.map((host) =>
    http.all(`*://${host}/*`, async ({ request }) =>
      (await examine(request)) === null
        ? answer(request)
        : Response.json({ error: { message: 'Invalid API key' } }, { status: 401 }),
    ),
  );
}
