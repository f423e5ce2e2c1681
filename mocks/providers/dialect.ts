/** The wire format of an API: its endpoints, and the provider's own refusals. */
import type { HttpHandler } from 'msw';
import { z } from 'zod';
import type { ToolCall } from './tool-call.ts';

type Answered = Response | Promise<Response>;

/** An endpoint that asks the model for something, by POST. */
export interface ModelEndpoint {
  /** The URL as MSW matches it. The provider's handler has matched its host. */
  readonly url: string;
  /** The end of its path below the root of the API, where that is more than what the URL names. */
  readonly place?: RegExp;
  /** Whether the URL names its whole path, below no root; absent: the end of it. */
  readonly hasWholePath?: true;
  /** The answer to an accepted request, streamed where the request asks for it. */
  answer(request: Request): Answered;
  /** The answer that asks for a tool, streamed: every agent turn is. Left out: no turn asks here. */
  readonly call?: (call: ToolCall) => Response;
}

/** An endpoint that answers anybody who asks it by GET: without a key, and with a wrong one. */
export interface OpenEndpoint {
  /** The URL as MSW matches it. */
  readonly url: string;
  answer(): Response;
}

/** A wire dialect; each provider stub speaks one. */
export interface Dialect {
  readonly model: readonly ModelEndpoint[];
  readonly open?: readonly OpenEndpoint[];
  /** The rest of its API, such as the list of its models. The last of them answers any request. */
  readonly others: readonly HttpHandler[];
  /**
   * The provider's own answer to a wrong or missing key.
   *
   * @param problem what AWS calls it; other providers tell no kinds apart
   * @param request where the words depend on how the key was sent
   */
  reject(problem?: string, request?: Request): Response;
  /** The provider's own answer to a conversation that is longer than its model takes. */
  overflow(): Response;
  /** The provider's own answer to too many requests, and to its own failure. */
  fail(status: 403 | 429 | 500): Response;
}

/** The text of every stub's answer. The suite checks credentials, never this text. */
export const ANSWER_TEXT = 'OK';

/** A server-sent event stream. `event` names are left out where the dialect has none. */
export function eventStream(events: readonly { event?: string; data: unknown }[]): Response {
  const text = events.map(({ event, data }) => {
    const payload = typeof data === 'string' ? data : JSON.stringify(data);
    return `${event ? `event: ${event}\n` : ''}data: ${payload}\n\n`;
  });
  return new Response(text.join(''), { headers: { 'content-type': 'text/event-stream' } });
}

/** A request that says whether its answer is a stream. */
export const streamable = z.looseObject({ stream: z.boolean().optional() });
