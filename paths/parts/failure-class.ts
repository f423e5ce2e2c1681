/**
 * Failure classes by the words OpenClaw fails with, most specific first.
 *
 * Classes are as coarse as the promise: "no credential" is one class, whether the profile is missing, its
 * SecretRef unresolved or the order empty, because the user's call ends for the same reason.
 *
 * @source docs/openclaw-auth-contract.md 4
 */
import type { FailureClass } from '../../observation/outcome.ts';

const PATTERNS: readonly (readonly [FailureClass, readonly RegExp[]])[] = [
  ['no-region', [/Region is missing/i]],
  [
    'bad-config',
    [/config (is )?invalid/i, /Invalid config/i, /RUN_WORKSPACE_ROSTER_REQUIRED/i, /Agent harness runtime/i],
  ],
  [
    'refused-address',
    [
      /Blocked hostname/i,
      /blocked URL fetch/i,
      /baseUrl must (use|be)/i,
      /requires an explicit base URL/i,
      // Of an address that is none; with a method behind it the words are a server's.
      /\bInvalid URL\b(?! \()/,
    ],
  ],
  ['needs-migration', [/requires legacy credential migration/i]],
  ['cooldown', [/in cooldown/i, /temporarily (unavailable|disabled)/i]],
  [
    'no-endpoint',
    [/Invalid URL \(/, /was not found on this server/i, /not_found_error\W+message\W+Not Found/i],
  ],
  [
    'unknown-model',
    [/Unknown model/i, /model_not_found/i, /Model does not support images/i, /No model found/i],
  ],
  [
    'no-credential',
    [
      /SecretRefResolutionError/i,
      /SecretSurfaceUnavailable/i,
      /response missing id/i,
      /JSON pointer segment/i,
      /resolved to a non-string or empty value/i,
      /No API key (found|resolved)/i,
      /No credentials found/i,
      /API key (or [A-Za-z ]+ )?missing/i,
      /OAuth missing/i,
      /No GitHub token available/i,
      /missing[- ]provider-auth/i,
      /missing-api-key/i,
      /missing_(\w+_)?api_key/i,
      /not configured for/i,
      /TTS conversion failed: .*: not configured/i,
      /SECRET_SURFACE_UNAVAILABLE/i,
      /configured but unavailable/i,
      /not materialized/i,
      /has no usable profiles/i,
      /is unavailable/i,
      /could not resolve SecretRef/i,
      /SecretAssignmentValidationError/i,
      /authentication is not compatible with the selected model route/i,
      /No route-compatible authentication source/i,
      /no compatible credential source/i,
      /Environment variable .* is missing/i,
      /failed to resolve secrets/i,
      /Could not load credentials/i,
      /Secret(Ref)? .*(unresolved|not found|missing)/i,
      /unresolved SecretRef/i,
      /Resolve this command against/i,
      /secrets? .*resol/i,
    ],
  ],
  [
    'rejected',
    [
      /\b401\b/i,
      /\b403\b/i,
      /invalid authentication credentials/i,
      /API key not valid/i,
      /invalid x-api-key/i,
      /Incorrect API key/i,
      /No auth credentials/i,
      /authentication[_ ](failed|error)/i,
      /UNAUTHENTICATED/i,
      /unauthorized/i,
      /security token included in the request is invalid/i,
      /UnrecognizedClient/i,
      // Google's token endpoint: of a user, and of a service account.
      /Token has been expired or revoked/i,
      /Invalid JWT Signature/i,
    ],
  ],
  ['no-media-provider', [/Media provider not available/i, /transcription provider .* not available/i]],
  [
    'nothing-selected',
    [
      /No (description|transcript|text) returned/i,
      /No [a-z ]+ provider is configured or ready/i,
      /No [a-z-]+ model (is )?configured/i,
      /skipped/i,
    ],
  ],
];

/** Numbers that are no status: how long something took, and where in a file a frame of a stack is. They differ from run to run. */
const MEASURES = /\b\w*ms=\d+|:\d+:\d+(?=\)|$)/gim;

export function failureClass(message: string): FailureClass {
  const said = message.replace(MEASURES, '');
  const found = PATTERNS.find(([, patterns]) => patterns.some((each) => each.test(said)));
  return found?.[0] ?? 'other';
}
