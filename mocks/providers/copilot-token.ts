/**
 * GitHub's own endpoints, where builds trade a GitHub token for one of Copilot's, or ask where its user's Copilot
 * lives.
 *
 * @source docs/openclaw-auth-contract.md 3 (github-copilot); openclaw@2026.9.6:docs/providers/github-copilot.md
 */
import { type HttpHandler, http } from 'msw';
import { credentialsOfRequest } from '../credentials-of-request.ts';

/** Seconds since the epoch: a token given here outlives every run. */
const EXPIRES = 4_102_444_800;
const BAD_CREDENTIALS = { message: 'Bad credentials', status: '401' };

/** @param exchange the Copilot token for a GitHub token, or null if that is not accepted */
export function copilotTokenStubs(exchange: (githubToken: string) => string | null): HttpHandler[] {
  const answered =
    (given: (token: string) => object) =>
    ({ request }: { readonly request: Request }) => {
      const [sent] = credentialsOfRequest(Object.fromEntries(request.headers), new URL(request.url));
      const token = exchange(sent?.text ?? '');
      return token === null ? Response.json(BAD_CREDENTIALS, { status: 401 }) : Response.json(given(token));
    };
  return [
    http.get(
      'https://api.github.com/copilot_internal/v2/token',
      answered((token) => ({ token, expires_at: EXPIRES, refresh_in: 1500 })),
    ),
    http.get(
      'https://api.github.com/copilot_internal/user',
      answered(() => ({ endpoints: { api: 'https://api.individual.githubcopilot.com' } })),
    ),
  ];
}
