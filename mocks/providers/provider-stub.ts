/**
 * A provider's endpoints as one MSW handler: accepts the live canary, answers anything else as the real
 * provider answers a wrong key.
 */

import { delay, type HttpHandler, http } from 'msw';
import type { AnsweredRequests } from '../../generators/axes/answered-requests.ts';
import type { ProviderAnswer } from '../../generators/axes/provider-answer.ts';
import { type Provider, type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { mediaHost, regionalHost, variableHost } from '../../generators/providers/hosts.ts';
import type { ApiStyle, OwnDialect } from '../../generators/providers/provider.ts';
import { amazonBedrock } from './amazon-bedrock.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import { bothApis } from './both-apis.ts';
import type { Dialect } from './dialect.ts';
import { githubCopilot } from './github-copilot.ts';
import { googleGenerativeAi } from './google-generative-ai.ts';
import { miniMax } from './minimax.ts';
import { ollama } from './ollama.ts';
import { openaiCompatible } from './openai-compatible.ts';
import { challenge, echo, type Refusal, refusal, withRetryAfter } from './refusals.ts';
import { type CallingModel, partOfTurn } from './tool-call.ts';

/** The dialect of the endpoints of a provider: its API, or more. */
const DIALECTS: Record<ApiStyle | OwnDialect, Dialect> = {
  'google-generative-ai': googleGenerativeAi,
  'anthropic-messages': anthropicMessages,
  'openai-responses': openaiCompatible('openai'),
  'openai-completions': openaiCompatible('openai'),
  'openai-codex-responses': openaiCompatible('openai'),
  ollama,
  'bedrock-converse-stream': amazonBedrock,
  openrouter: openaiCompatible('openrouter'),
  minimax: miniMax,
  'both-apis': bothApis,
  'github-copilot': githubCopilot,
};

function dialectOf(id: ProviderId): Dialect {
  const { api, dialect } = providerOf(id);
  return DIALECTS[dialect ?? api];
}

/**
 * Names the fault in the credential of a request, for AWS in its own words; null if the provider accepts it in this
 * case.
 */
export type Examines = (provider: ProviderId, request: Request) => Promise<string | null>;

/** The behaviour of a provider of a case, and the requests that it applies to. */
export interface StubbedAnswer {
  readonly answer: ProviderAnswer;
  readonly answeredRequests: AnsweredRequests;
}

/** The fault of a key that is good, and has asked too much. */
export const LIMITED = 'limited';

const SLOW_MILLISECONDS = 2000;

/** The foreign host to which a provider that answers `redirect` sends its clients. */
export const REDIRECT_HOST = 'moved.example-cdn.com';

/**
 * The handlers of one provider, on the given hosts and on those that a base URL or a variable names.
 *
 * @param model asks a turn for a tool; null: none does
 * @param servers servers of the user's own, with their ports
 */
export function providerStubs(
  { id, hosts }: Pick<Provider, 'id' | 'hosts'>,
  examine: Examines,
  { answer, answeredRequests }: StubbedAnswer,
  model: CallingModel | null = null,
  servers: readonly string[] = [],
): HttpHandler[] {
  const dialect = dialectOf(id);
  const { api } = providerOf(id);
  const isQuestion = (request: Request) => isModelCall(id, request.method, new URL(request.url));
  let isCompacted = false;
  const byKey = async (request: Request): Promise<Response> => {
    const problem = answer === 'open' ? null : await examine(id, request);
    if (problem === LIMITED) return dialect.fail(429);
    if (problem !== null) return dialect.reject(problem, request);
    // Any other request is for the provider's catalog, and part of no path or turn.
    if (!model || !isQuestion(request)) return dialect.answer(request);
    const part = partOfTurn(await request.clone().text(), model.call);
    if (part === 'opens') {
      model.asked();
      return dialect.call(request, model.call);
    }
    if (part !== 'returns') isCompacted = true;
    return model.call.overflows && !isCompacted ? dialect.overflow() : dialect.answer(request);
  };
  type Answers = Record<ProviderAnswer, (request: Request) => Response | Promise<Response>>;
  const refused = (kind: Refusal) => () => refusal(kind, api);
  const answers: Answers = {
    'by-key': byKey,
    forbidden: () => dialect.fail(403),
    expired: () => dialect.reject('ExpiredTokenException'),
    'rate-limited': () => dialect.fail(429),
    'server-error': () => dialect.fail(500),
    async slow(request) {
      await delay(SLOW_MILLISECONDS);
      return byKey(request);
    },
    reset: () => Response.error(),
    'bad-request': refused('bad-request'),
    'unknown-model': refused('unknown-model'),
    'refused-content': refused('refused-content'),
    'no-credit': refused('no-credit'),
    revoked: refused('revoked'),
    region: refused('region'),
    challenge,
    'retry-later': () => withRetryAfter(dialect.fail(429), 1),
    echo,
    open: byKey,
    malformed: () => new Response('<html>', { headers: { 'content-type': 'application/json' } }),
    redirect: (request) => {
      const { pathname, search } = new URL(request.url);
      return new Response(null, {
        status: 307,
        headers: { location: `https://${REDIRECT_HOST}${pathname}${search}` },
      });
    },
  };
  let asked = 0;
  return [...hosts, ...servers, regionalHost(id), variableHost(id), mediaHost(id)].map((host) =>
    http.all(`*://${host}/*`, ({ request }) => {
      if (!isQuestion(request) && answer !== 'redirect') return byKey(request);
      asked += 1;
      return answeredRequests === 'first' && asked > 1 ? byKey(request) : answers[answer](request);
    }),
  );
}

/** Whether a request asks the model for something, as against listing models or the like. */
export function isModelCall(provider: ProviderId, method: string, url: URL): boolean {
  return method === 'POST' && dialectOf(provider).isModelCall(url);
}
