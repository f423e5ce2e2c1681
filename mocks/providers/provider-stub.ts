/**
 * A provider: each of its endpoints accepts the live canary, and answers anything else as the real provider answers a
 * wrong key.
 */

import { delay, getResponse, type HttpHandler, http, matchRequestUrl } from 'msw';
import type { AnsweredRequests } from '../../generators/axes/answered-requests.ts';
import { type ProviderAnswer, type RefusedFor, TROUBLES } from '../../generators/axes/provider-answer.ts';
import { type Provider, type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { mediaHost, memoryHost, regionalHost, variableHost } from '../../generators/providers/hosts.ts';
import type { ApiStyle, OwnDialect } from '../../generators/providers/provider.ts';
import { recordOf } from '../../support/record-of.ts';
import { amazonBedrock } from './amazon-bedrock.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import { isAtRoot, rootsOf } from './api-roots.ts';
import { bothApis } from './both-apis.ts';
import { dashScope } from './dashscope.ts';
import type { Dialect, ModelEndpoint } from './dialect.ts';
import { emptied } from './empty-answer.ts';
import { asksForeignVectors } from './foreign-vectors.ts';
import { githubCopilot } from './github-copilot.ts';
import { googleGenerativeAi, googleVertex } from './google-generative-ai.ts';
import { refusingKey } from './key-refusals.ts';
import { miniMax } from './minimax.ts';
import { ollama } from './ollama.ts';
import { openEndpoint, sendsCredential } from './open-endpoint.ts';
import { openaiCompatible } from './openai-compatible.ts';
import { openRouter } from './openrouter.ts';
import { challenge, echo, nothingThere, type Refusal, refusal, withRetryAfter } from './refusals.ts';
import { type CallingModel, partOfTurn } from './tool-call.ts';
import { trouble } from './trouble.ts';
import { usageEndpointsOf } from './usage-endpoints.ts';

/** The dialect of the endpoints of a provider: its API, or more. */
const DIALECTS: Record<ApiStyle | OwnDialect, Dialect> = {
  'google-generative-ai': googleGenerativeAi,
  'google-vertex': googleVertex,
  'anthropic-messages': anthropicMessages,
  'openai-responses': openaiCompatible('openai'),
  'openai-completions': openaiCompatible('openai'),
  'openai-codex-responses': openaiCompatible('openai'),
  ollama,
  'bedrock-converse-stream': amazonBedrock,
  openrouter: openRouter,
  minimax: miniMax,
  'both-apis': bothApis,
  dashscope: dashScope,
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

function isReason(problem: string | undefined): problem is RefusedFor {
  return problem === 'no-credit' || problem === 'revoked';
}

/** MSW's own answer to no handler is `undefined`; the last handler of a dialect answers anything. */
type Answered = Response | undefined | Promise<Response | undefined>;

const SLOW_MILLISECONDS = 2000;

/** The foreign host to which a provider that answers `redirect` sends its clients. */
export const REDIRECT_HOST = 'moved.example-cdn.com';

/**
 * The handlers of one provider, on the given hosts and on those that a base URL or a variable names.
 *
 * @param model asks a turn for a tool; null: none does
 * @param servers servers of the user's own, with their ports
 * @param prefix the path of the user's gateway at the host that a base URL names
 */
export function providerStubs(
  { id, hosts }: Pick<Provider, 'id' | 'hosts'>,
  examine: Examines,
  stubbed: StubbedAnswer,
  model: CallingModel | null = null,
  servers: readonly string[] = [],
  prefix = '',
): HttpHandler[] {
  const { answer } = stubbed;
  const provider = providerOf(id);
  const { api } = provider;
  const roots = rootsOf(provider);
  const { dialect, ifAccepted, answered, asTheCaseSays } = answersOf(id, examine, stubbed, model);
  const endpoints = (below: readonly string[]) => [
    ...dialect.model.map((endpoint) =>
      http.post(endpoint.url, ({ request }) =>
        isAtRoot(endpoint, request.url, below)
          ? asTheCaseSays(request, () => ifAccepted(request, () => answered(endpoint, request)))
          : nothingThere(request, api),
      ),
    ),
    // The rest, such as the catalog, is part of no path or turn.
    http.all('*', ({ request }) => {
      const open = openEndpoint(dialect, request.method, new URL(request.url));
      const byKey = () =>
        open ? open.answer() : ifAccepted(request, () => getResponse([...dialect.others], request));
      // A list that is asked for without a key must not take the first answer of the case from the path.
      const isForAnybody = open !== undefined && !sendsCredential(request);
      return answer === 'redirect' && !isForAnybody ? asTheCaseSays(request, byKey) : byKey();
    }),
  ];
  const at = (host: string, below: readonly string[]) =>
    http.all(`*://${host}/*`, ({ request }) => getResponse(endpoints(below), request));
  return [
    ...[...hosts, ...servers, variableHost(id), mediaHost(id), memoryHost(id)].map((host) => at(host, roots)),
    at(
      regionalHost(id),
      roots.map((root) => `${prefix}${root}`),
    ),
  ];
}

/** The handlers of the endpoints at which a provider tells its usage. */
export function usageStubs(id: ProviderId, examine: Examines, stubbed: StubbedAnswer): HttpHandler[] {
  const { ifAccepted, asTheCaseSays } = answersOf(id, examine, stubbed, null);
  return usageEndpointsOf(id).map(({ url, told }) =>
    http.all(url, ({ request }) =>
      asTheCaseSays(request, () => ifAccepted(request, () => Response.json(told))),
    ),
  );
}

/** The answers of a provider of a case in one run. */
function answersOf(
  id: ProviderId,
  examine: Examines,
  { answer, answeredRequests }: StubbedAnswer,
  model: CallingModel | null,
) {
  const dialect = dialectOf(id);
  const { api, dialect: own } = providerOf(id);
  const words = (kind: Refusal) => refusal(kind, own === 'openrouter' ? own : api);
  const { ifAccepted, answered } = answersByKey(
    {
      ...dialect,
      reject: (problem, request) => (isReason(problem) ? words(problem) : dialect.reject(problem, request)),
    },
    async (request) => (answer === 'open' ? null : examine(id, request)),
    model,
  );

  /** @param byKey the answer that a good key gets, or the refusal of another */
  type Answers = Record<ProviderAnswer, (request: Request, byKey: () => Answered) => Answered>;
  const refused = (kind: Refusal) => () => words(kind);
  const answers: Answers = {
    'by-key': (_request, byKey) => byKey(),
    forbidden: () => dialect.fail(403),
    expired: () => dialect.reject('ExpiredTokenException'),
    'rate-limited': () => dialect.fail(429),
    'server-error': () => dialect.fail(500),
    async slow(_request, byKey) {
      await delay(SLOW_MILLISECONDS);
      return byKey();
    },
    reset: () => Response.error(),
    'bad-request': refused('bad-request'),
    'unknown-model': refused('unknown-model'),
    'refused-content': refused('refused-content'),
    'no-credit': refused('no-credit'),
    'spent-key': refused('spent-key'),
    ...recordOf(TROUBLES, (kind) => (request: Request) => trouble(kind, api, request)),
    empty: async (request, byKey) => emptied(api, request, await byKey()),
    revoked: refused('revoked'),
    region: refused('region'),
    challenge,
    'retry-later': () => withRetryAfter(dialect.fail(429), 1),
    echo,
    open: (_request, byKey) => byKey(),
    malformed: () => new Response('<html>', { headers: { 'content-type': 'application/json' } }),
    redirect: (request) => {
      const { pathname, search } = new URL(request.url);
      return new Response(null, {
        status: 307,
        headers: { location: `https://${REDIRECT_HOST}${pathname}${search}` },
      });
    },
  };
  let count = 0;
  const asTheCaseSays = (request: Request, byKey: () => Answered) => {
    count += 1;
    return answeredRequests === 'first' && count > 1 ? byKey() : answers[answer](request, byKey);
  };
  const answeredByModel = async (endpoint: ModelEndpoint, request: Request) =>
    (await asksForeignVectors(id, request)) ? words('unknown-model') : answered(endpoint, request);
  return { dialect, ifAccepted, answered: answeredByModel, asTheCaseSays };
}

/** Whether a provider answers a request whoever asks, as that for a list which is public. */
export function isOpenToAll(provider: ProviderId, method: string, url: URL): boolean {
  return openEndpoint(dialectOf(provider), method, url) !== undefined;
}

/** Whether a request asks the model for something, as against listing models or the like. */
export function isModelCall(provider: ProviderId, method: string, url: URL): boolean {
  return asksModel(dialectOf(provider), method, url);
}

/** The same of a dialect. */
export function asksModel({ model }: Dialect, method: string, url: URL): boolean {
  return method === 'POST' && model.some((each) => matchRequestUrl(url, each.url).matches);
}

/** The answers of a dialect in one run: to a good key what the turn has come to, to any other a refusal. */
export function answersByKey(
  dialect: Dialect,
  examine: (request: Request) => Promise<string | null>,
  model: CallingModel | null,
) {
  let isCompacted = false;
  const inTurn = async (endpoint: ModelEndpoint, request: Request, { call, asked }: CallingModel) => {
    const part = partOfTurn(await request.clone().text(), call);
    if (part === 'opens' && endpoint.call) {
      asked();
      return endpoint.call(call);
    }
    if (part !== 'returns') isCompacted = true;
    return call.overflows && !isCompacted ? dialect.overflow() : endpoint.answer(request);
  };
  return {
    /** The answer to a request whose key is good, or the provider's refusal. */
    async ifAccepted(request: Request, answer: () => Answered): Promise<Response | undefined> {
      const problem = await examine(request);
      if (problem === LIMITED) return dialect.fail(429);
      if (problem === null) return answer();
      const refused = dialect.reject(problem, request);
      return isReason(problem) ? refused : refusingKey(refused);
    },
    answered: (endpoint: ModelEndpoint, request: Request) =>
      model ? inTurn(endpoint, request, model) : endpoint.answer(request),
  };
}
