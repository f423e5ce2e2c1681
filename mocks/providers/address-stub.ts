/** An address of the user's own, of which nothing is known but what its requests say. */
import { getResponse, type HttpHandler, http } from 'msw';
import { isAtRoot } from './api-roots.ts';
import type { Dialect } from './dialect.ts';
import { answersByKey } from './provider-stub.ts';
import { nothingThere } from './refusals.ts';
import { spokenDialect } from './spoken-dialect.ts';
import type { CallingModel } from './tool-call.ts';

/**
 * The handler of an address, which answers in the dialect of each request.
 *
 * @param roots the paths below which it has its endpoints; null: anywhere
 */
export function addressStubs(
  host: string,
  roots: readonly string[] | null,
  examine: (request: Request) => Promise<string | null>,
  model: CallingModel | null,
): HttpHandler[] {
  const known = new Map<Dialect, ReturnType<typeof answersByKey>>();
  return [
    http.all(`*://${host}/*`, ({ request }) => {
      const dialect = spokenDialect(new URL(request.url));
      const answers = known.get(dialect) ?? answersByKey(dialect, examine, model);
      known.set(dialect, answers);
      const endpoints = dialect.model.map((endpoint) =>
        http.post(endpoint.url, ({ request: asked }) =>
          roots === null || isAtRoot(endpoint, asked.url, roots)
            ? answers.answered(endpoint, asked)
            : nothingThere(asked, 'openai-completions'),
        ),
      );
      return answers.ifAccepted(request, () => getResponse([...endpoints, ...dialect.others], request));
    }),
  ];
}
