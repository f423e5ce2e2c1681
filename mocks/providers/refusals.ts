/**
 * Refusals in the words of each API, for other reasons than a wrong key: the same status may mean that a key is out of
 * credit, that the model is unknown, or that a country is not served.
 *
 * @source OpenAI API reference, "Error codes"; Anthropic API reference, "Errors"; Gemini API, "Troubleshooting guide";
 *   OpenRouter API reference, "Errors"
 */
import type { ProviderAnswer } from '../../generators/axes/provider-answer.ts';
import type { ApiStyle, OwnDialect } from '../../generators/providers/provider.ts';

export type Refusal = Extract<
  ProviderAnswer,
  'bad-request' | 'unknown-model' | 'refused-content' | 'no-credit' | 'spent-key' | 'revoked' | 'region'
>;

/** Status, the kind of error, and what is said of it. */
type Words = readonly [number, string, string];

const SPENT = 'Insufficient credits. Add more to continue.';

const ANTHROPIC: Record<Refusal, Words> = {
  'bad-request': [400, 'invalid_request_error', 'messages: at least one message is required'],
  'unknown-model': [404, 'not_found_error', 'model: stub'],
  'refused-content': [400, 'invalid_request_error', 'Output blocked by content filtering policy'],
  'no-credit': [
    400,
    'invalid_request_error',
    'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
  ],
  'spent-key': [403, 'permission_error', SPENT],
  revoked: [403, 'permission_error', 'This organization has been disabled.'],
  region: [403, 'forbidden', 'Request not allowed'],
};

const GOOGLE: Record<Refusal, Words> = {
  'bad-request': [400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.'],
  'unknown-model': [
    404,
    'NOT_FOUND',
    'models/stub is not found for API version v1beta, or is not supported for generateContent.',
  ],
  'refused-content': [400, 'INVALID_ARGUMENT', 'The prompt was blocked: PROHIBITED_CONTENT.'],
  'no-credit': [
    429,
    'RESOURCE_EXHAUSTED',
    'You exceeded your current quota, please check your plan and billing details.',
  ],
  'spent-key': [403, 'PERMISSION_DENIED', SPENT],
  revoked: [403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'],
  region: [400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.'],
};

const OPENAI: Record<Refusal, Words> = {
  'bad-request': [400, 'invalid_value', "Invalid value: 'stub'."],
  'unknown-model': [
    404,
    'model_not_found',
    'The model `stub` does not exist or you do not have access to it.',
  ],
  'refused-content': [
    400,
    'content_policy_violation',
    'Your request was rejected as a result of our safety system.',
  ],
  'no-credit': [
    429,
    'insufficient_quota',
    'You exceeded your current quota, please check your plan and billing details.',
  ],
  'spent-key': [403, 'insufficient_credits', SPENT],
  revoked: [403, 'account_deactivated', 'Your organization has been deactivated.'],
  region: [403, 'unsupported_country_region_territory', 'Country, region, or territory not supported'],
};

/** Providers that copy OpenAI's API say by 402 what it says by 429. */
const COMPATIBLE: Record<Refusal, Words> = {
  ...OPENAI,
  'no-credit': [402, 'insufficient_credits', 'Insufficient credits. Add more to continue.'],
};

/** OpenRouter limits a key by itself, besides the account. */
const OPENROUTER: Record<Refusal, Words> = {
  ...COMPATIBLE,
  'spent-key': [
    403,
    'key_limit_exceeded',
    'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys',
  ],
};

export function refusal(kind: Refusal, api: ApiStyle | OwnDialect): Response {
  switch (api) {
    case 'anthropic-messages': {
      const [status, type, message] = ANTHROPIC[kind];
      return Response.json({ type: 'error', error: { type, message } }, { status });
    }
    case 'google-generative-ai':
    case 'google-vertex': {
      const [status, name, message] = GOOGLE[kind];
      return Response.json({ error: { code: status, message, status: name } }, { status });
    }
    default: {
      const [status, code, message] = compatibleWords(api)[kind];
      const error = { message, type: 'invalid_request_error', param: null, code };
      return Response.json({ error }, { status });
    }
  }
}

/** The answer to a path at which the API has nothing, whatever key is sent with it. */
export function nothingThere({ method, url }: Request, api: ApiStyle | OwnDialect): Response {
  const { pathname } = new URL(url);
  switch (api) {
    case 'anthropic-messages':
      return Response.json(
        { type: 'error', error: { type: 'not_found_error', message: 'Not Found' } },
        { status: 404 },
      );
    case 'google-generative-ai':
    case 'google-vertex':
      return new Response(
        `<title>Error 404 (Not Found)!!1</title>\n${pathname} was not found on this server.`,
        {
          status: 404,
          headers: { 'content-type': 'text/html; charset=UTF-8' },
        },
      );
    default: {
      const message = `Invalid URL (${method} ${pathname})`;
      const error = { message, type: 'invalid_request_error', param: null, code: null };
      return Response.json({ error }, { status: 404 });
    }
  }
}

function compatibleWords(api: ApiStyle | OwnDialect): Record<Refusal, Words> {
  if (api === 'openrouter') return OPENROUTER;
  return api === 'openai-responses' || api === 'openai-codex-responses' ? OPENAI : COMPATIBLE;
}

/**
 * A page that asks people to prove that they are no program.
 *
 * @source Cloudflare, "Challenges", "Detect a challenge page response" (`cf-mitigated`), and the text of such pages
 */
export function challenge(): Response {
  const body =
    '<noscript>Enable JavaScript and cookies to continue</noscript><script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1"></script>';
  const page = `<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>${body}</body></html>`;
  const headers = { 'content-type': 'text/html; charset=UTF-8', 'cf-mitigated': 'challenge' };
  return new Response(page, { status: 403, headers });
}

/** A refusal that repeats the request's headers, as proxies do that are there to find faults. */
export function echo(request: Request): Response {
  const message = `Unauthorized. Request headers: ${JSON.stringify(Object.fromEntries(request.headers))}`;
  return Response.json({ error: { message, type: 'authentication_error' } }, { status: 401 });
}

/** The same answer, with the time after which to ask again. */
export function withRetryAfter(answer: Response, seconds: number): Response {
  const headers = new Headers(answer.headers);
  headers.set('retry-after', String(seconds));
  return new Response(answer.body, { status: answer.status, headers });
}
