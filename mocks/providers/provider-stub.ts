/**
 * A provider's endpoints as one MSW handler: accepts the live canary, answers anything else as the real
 * provider answers a wrong key.
 */
import { type HttpHandler, http } from 'msw';
import type { ProviderId } from '../../generators/providers.ts';
import { providerOf } from '../../generators/providers.ts';
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
};

/** Decides whether a request carries the credential that its provider accepts in this case. */
export type Accepts = (provider: ProviderId, request: Request) => boolean;

/** The handlers of the given providers. */
export function providerStubs(providers: readonly ProviderId[], accepts: Accepts): HttpHandler[] {
  return providers.flatMap((id) =>
    providerOf(id).hosts.map((host) =>
      http.all(`*://${host}/*`, async ({ request }) => {
        const dialect = DIALECTS[id];
        if (!accepts(id, request)) return dialect.reject();
        return dialect.answer(request);
      }),
    ),
  );
}

/** Whether a request asks the model for something, as against listing models or the like. */
export function isModelCall(provider: ProviderId, method: string, url: URL): boolean {
  return method === 'POST' && DIALECTS[provider].isModelCall(url);
}
