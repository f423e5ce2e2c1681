import type { ToolCall } from './tool-call.ts';

/** A wire dialect; each provider stub speaks one. */
export interface Dialect {
  /** Whether a POST to this URL asks the model for something. */
  isModelCall(url: URL): boolean;
  /** The answer to an accepted request, streamed where the request asks for it. */
  answer(request: Request): Response | Promise<Response>;
  /** The answer that asks for a tool, streamed: every agent turn is. */
  call(request: Request, call: ToolCall): Response;
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

/** Whether the JSON body of a request asks for a stream. */
export async function asksForStream(request: Request): Promise<boolean> {
  return /"stream"\s*:\s*true/.test(await request.clone().text());
}
