import { describe, expect, it } from 'vitest';
import type { FailureClass } from '../../observation/outcome.ts';
import { failureClass } from './failure-class.ts';

type Said = Readonly<Partial<Record<FailureClass, readonly string[]>>>;

/**
 * Messages of OpenClaw 2026.9.6 with placeholders filled in. Messages of another build, provider or library say so.
 */
const SAID: Said = {
  // @smithy/config-resolver, which the AWS SDK asks for the region.
  'no-region': ['Region is missing'],
  'bad-config': [
    'OpenClaw config is invalid; run "openclaw doctor --fix" before startup.',
    'Config invalid; run `openclaw doctor --fix` before installing plugins.',
    'Invalid config: gateway auth token is blank, a published example placeholder, or the default.',
    'RUN_WORKSPACE_ROSTER_REQUIRED',
  ],
  'refused-address': [
    'Domain policy: Blocked hostname (not in allowlist): api.example.com.',
    'security: blocked URL fetch (url-fetch) targetOrigin=https://api.example.com reason=private address',
    'Google Generative AI baseUrl must use https://generativelanguage.googleapis.com',
    'Provider "acme" requires an explicit base URL before using an OpenAI-compatible API.',
    'Invalid URL',
  ],
  'needs-migration': [
    'Auth profile store ~/.openclaw/state/openclaw.sqlite requires legacy credential migration; affected providers: google; run openclaw doctor --fix.',
  ],
  cooldown: [
    'Provider google is in cooldown',
    'Auth profile "google:a" is temporarily unavailable for google/gemini-2.5-flash.',
    'Inline API key for provider "google" is temporarily disabled after a provider auth/billing failure.',
  ],
  'unknown-model': [
    'Unknown model: openai/gpt-9',
    'FailoverError: 404 (model_not_found)',
    'Model does not support images: openai/gpt-3 (resolved openai/gpt-3 input: text)',
  ],
  'no-credential': [
    'SecretRefResolutionError: SECRET_REF_NOT_FOUND',
    'SecretSurfaceUnavailableError: model provider google',
    'Exec provider "vault" response missing id "google/key".',
    'No API key found for provider "google".',
    'No API key resolved for provider "google" (auth mode: api-key, checked: models.json).',
    'No credentials found for profile "google:a".',
    'OpenAI API key missing',
    'OpenAI Codex OAuth missing',
    // 2026.6.11
    'No GitHub token available for Copilot embedding provider',
    'ProviderAuthError: missing-provider-auth',
    'MissingProviderAuthError: missing-api-key',
    'google embedding credentials are not configured for https://generativelanguage.googleapis.com.',
    'TTS conversion failed: openai: not configured',
    'SECRET_SURFACE_UNAVAILABLE',
    'Secret owner provider:google is configured but unavailable (it has no value).',
    'secret reference was not materialized by the active runtime',
    'Explicit auth order for google has no usable profiles.',
    // 2026.4.24
    'models.providers.google.apiKey is configured as a secret reference but is unavailable in this command path.',
    'Auth reason [unresolved_ref]: could not resolve SecretRef "env:default:GEMINI_API_KEY".',
    'SecretAssignmentValidationError: the text is no string',
    'Configured openai authentication is not compatible with the selected model route.',
    'No route-compatible authentication source is configured for openai.',
    'Configured openai authentication has no compatible credential source for the selected model route.',
    'Environment variable "GEMINI_API_KEY" is missing or empty in this session.',
    'infer: failed to resolve secrets from the active gateway snapshot (no connection).',
    // @aws-sdk/credential-provider-node
    'Could not load credentials from any providers',
    'models.providers.github-copilot.apiKey SecretRef is unresolved.',
    // Said where a subscription gave no token: no request was made.
    'Authentication failed for "anthropic". Credentials may have expired or network is unavailable.',
    'models.providers.google.apiKey: unresolved SecretRef "env:default:GEMINI_API_KEY".',
    'Resolve this command against an active gateway runtime snapshot before reading it.',
    'Secret reference "env:default:GEMINI_API_KEY" resolved to a non-string or empty value.',
  ],
  rejected: [
    'HTTP 401: wrong key',
    'HTTP 403: not yours',
    // Google's, Anthropic's, OpenAI's, OpenRouter's and AWS's own words.
    'Request had invalid authentication credentials. Expected OAuth 2 access token.',
    'invalid x-api-key',
    'Incorrect API key provided: sk-proj-***',
    'No auth credentials found',
    'authentication_error',
    'authentication failed',
    'UNAUTHENTICATED',
    'unauthorized',
    'The security token included in the request is invalid.',
    'UnrecognizedClientException',
    // Of Google's token endpoint, for a withdrawn file of default credentials.
    'No text output returned for provider "google-vertex" model "gemini-2.5-flash": 400: invalid_grant: Token has been expired or revoked.',
    'invalid_grant: Invalid JWT Signature.',
  ],
  'no-media-provider': [
    'Media provider not available: google',
    'Audio transcription provider "google" not available.',
  ],
  'nothing-selected': [
    'No description returned for image: /photo.png',
    'No transcript returned for audio: /voice.wav',
    'No image understanding provider is configured or ready. Configure an image-capable tools.media model.',
    'No image model configured. Set agents.defaults.imageModel.primary',
    'No image model is configured. Set agents.defaults.imageModel',
  ],
};

/** Words of the table that none of the builds 2026.4.24 and 2026.9.6 holds: what they were seen in is not known. */
const SOURCE_UNKNOWN: Said = {
  'unknown-model': ['No model found'],
  'no-credential': [
    'Gemini API key or OAuth token missing',
    'SecretRef env:default:GEMINI_API_KEY not found',
  ],
  'nothing-selected': ['No text returned', 'image: skipped'],
};

describe.each([...Object.entries(SAID), ...Object.entries(SOURCE_UNKNOWN)])(
  'a failure of the class %s',
  (expected, sentences) => {
    it.each(sentences)('is said as: %s', (sentence) => {
      expect(failureClass(sentence)).toBe(expected);
      expect(failureClass(`[agent] run failed:\n${sentence}\n`)).toBe(expected);
    });
  },
);

describe('a failure with the words of two classes', () => {
  it.each([
    [
      'an invalid configuration, though it names a missing key',
      'Config invalid: API key missing',
      'bad-config',
    ],
    ['a cooldown, though it began with a 401', 'google:a is in cooldown after HTTP 401', 'cooldown'],
    ['for want of a key, though it was asked as 401', 'HTTP 401: No API key found', 'no-credential'],
    ['a rejection, though nothing was returned', 'No text returned: 401', 'rejected'],
  ])('is %s', (_name, message, expected) => {
    expect(failureClass(message)).toBe(expected);
  });
});

it('is of no class where only a longer number looks like a status, or nothing is known', () => {
  expect(failureClass('took 4012 ms on port 14031')).toBe('other');
  expect(failureClass('')).toBe('other');
});

it('takes no time and no place in a file for a status', () => {
  const lines = [
    'FailoverError: LLM request failed',
    '    at run (file:///openclaw/dist/agent.mjs:401:403)',
    '    at file:///openclaw/dist/agent.mjs:429:401',
    '[model-fetch] response provider=litellm status=400 elapsedMs=401 dispatcher=new',
    '[diagnostic] lane task error: durationMs=403 error="LLM request failed"',
  ];
  expect(failureClass(lines.join('\n'))).toBe(failureClass('FailoverError: LLM request failed'));
  expect(failureClass('[model-fetch] response status=401 elapsedMs=57')).toBe('rejected');
});
