/**
 * Failure classes by the words OpenClaw fails with, most specific first.
 *
 * Classes are as coarse as the promise: "no credential" is one class, whether the profile is missing, its
 * SecretRef unresolved or the order empty, because the user's call ends for the same reason.
 *
 * @source docs/openclaw-auth-contract.md 4
 */
import type { FailureClass } from '../../observation/outcome.ts';

const PATTERNS: readonly (readonly [FailureClass, RegExp])[] = [
  ['no-region', /Region is missing/i],
  ['bad-config', /config (is )?invalid|Invalid config|RUN_WORKSPACE_ROSTER_REQUIRED/i],
  [
    'refused-address',
    /Blocked hostname|blocked URL fetch|baseUrl must (use|be)|requires an explicit base URL/i,
  ],
  ['needs-migration', /requires legacy credential migration/i],
  ['cooldown', /in cooldown|temporarily (unavailable|disabled)/i],
  ['unknown-model', /Unknown model|model_not_found|Model does not support images|No model found/i],
  [
    'no-credential',
    /SecretRefResolutionError|SecretSurfaceUnavailable|response missing id|JSON pointer segment|resolved to a non-string or empty value|No API key (found|resolved)|No credentials found|API key (or [A-Za-z ]+ )?missing|missing[- ]provider-auth|missing-api-key|not configured for|TTS conversion failed: .*: not configured|SECRET_SURFACE_UNAVAILABLE|configured but unavailable|not materialized|has no usable profiles|is unavailable|could not resolve SecretRef|SecretAssignmentValidationError|authentication is not compatible with the selected model route|No route-compatible authentication source|no compatible credential source|Environment variable .* is missing|failed to resolve secrets|Could not load credentials|Secret(Ref)? .*(unresolved|not found|missing)|unresolved SecretRef|Resolve this command against|secrets? .*resol/i,
  ],
  [
    'rejected',
    /\b401\b|\b403\b|invalid authentication credentials|API key not valid|invalid x-api-key|Incorrect API key|No auth credentials|authentication[_ ](failed|error)|UNAUTHENTICATED|unauthorized|security token included in the request is invalid|UnrecognizedClient/i,
  ],
  ['no-media-provider', /Media provider not available|transcription provider .* not available/i],
  [
    'nothing-selected',
    /No (description|transcript|text) returned|No [a-z ]+ provider is configured or ready|No [a-z-]+ model (is )?configured|skipped/i,
  ],
];

export function failureClass(message: string): FailureClass {
  return PATTERNS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other';
}
