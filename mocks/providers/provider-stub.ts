/**
 * A provider's endpoints as one MSW handler: accepts the live canary, answers anything else as the real
 * provider answers a wrong key.
 */
import { type HttpHandler, http } from 'msw';
import type { ProviderAnswer } from '../../generators/provider-answer.ts';
import { type ProviderId, providerOf, regionalHost } from '../../generators/providers.ts';
import { amazonBedrock } from './amazon-bedrock.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import type { Dialect } from './dialect.ts';
import { googleGenerativeAi } from './google-generative-ai.ts';
import { openaiCompatible } from './openai-compatible.ts';

const DIALECTS: Record<ProviderId, Dialect> = {
  google: googleGenerativeAi,
  anthropic: anthropicMessages,
  'custom-anthropic': anthropicMessages,
  openai: openaiCompatible('openai'),
  openrouter: openaiCompatible('openrouter'),
  'custom-openai': openaiCompatible('openai'),
  'amazon-bedrock': amazonBedrock,
  moonshot: openaiCompatible('openai'),
  mistral: openaiCompatible('openai'),
  xai: openaiCompatible('openai'),
  zai: openaiCompatible('openai'),
  qwen: openaiCompatible('openai'),
};

/** Decides whether a request carries the credential that its provider accepts in this case. */
export type Accepts = (provider: ProviderId, request: Request) => Promise<boolean>;

/** Where a provider that answers `redirect` sends its clients: a host of somebody else. */
export const REDIRECT_HOST = 'moved.example-cdn.com';

/** The handlers of one provider, on its own hosts and on the one that a regional base URL names. */
export function providerStubs(id: ProviderId, accepts: Accepts, answer: ProviderAnswer): HttpHandler[] {
  const dialect = DIALECTS[id];
  const answers: Record<ProviderAnswer, (request: Request) => Response | Promise<Response>> = {
    'by-key': async (request) => ((await accepts(id, request)) ? dialect.answer(request) : dialect.reject()),
    forbidden: () =>
      Response.json({ error: { message: 'Forbidden', status: 'PERMISSION_DENIED' } }, { status: 403 }),
    redirect: (request) => {
      const { pathname, search } = new URL(request.url);
      return new Response(null, {
        status: 307,
        headers: { location: `https://${REDIRECT_HOST}${pathname}${search}` },
      });
    },
  };
  return [...providerOf(id).hosts, regionalHost(id)].map((host) =>
    http.all(`*://${host}/*`, ({ request }) => answers[answer](request)),
  );
}

/** Whether a request asks the model for something, as against listing models or the like. */
export function isModelCall(provider: ProviderId, method: string, url: URL): boolean {
  return method === 'POST' && DIALECTS[provider].isModelCall(url);
}
