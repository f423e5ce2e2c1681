import { describe, expect, it } from 'vitest';
import { endsInPreflight } from './preflight.ts';

/** Printed by 2026.9.6 and 2026.7.1-2 for a reference of the configuration. */
const OF_CONFIGURATION =
  'agent: failed to resolve secrets from the active gateway snapshot (gateway closed). Start the gateway and retry.';
/** Printed by 2026.9.6 for a reference of a profile. */
const OF_PROFILES = [
  'Environment variable "GEMINI_API_KEY" is missing or empty.',
  'JSON pointer segment "google-a" does not exist.',
  'Exec provider "case-exec" response missing id "google-a".',
  'Secret store entry "CASE_GOOGLE_A" was not found.',
];

describe('the strict preflight of a turn', () => {
  it('ends for a reference of the configuration on every build', () => {
    for (const version of ['2026.4.15', '2026.7.1-2', '2026.9.6'])
      expect(endsInPreflight('turn', version, OF_CONFIGURATION)).toBe(true);
  });

  it('ends for a reference of a profile from 2026.8.1 on; before, that is the choice of a credential', () => {
    for (const words of OF_PROFILES) {
      expect(endsInPreflight('turn', '2026.8.1', words)).toBe(true);
      expect(endsInPreflight('turn', '2026.7.1-2', words)).toBe(false);
    }
  });

  it('is not what another command, or the choice of a credential, ends with', () => {
    const others = [
      OF_CONFIGURATION.replace('agent:', 'infer:'),
      'No API key found for provider "google".',
      'Explicit auth order for google has no usable profiles',
    ];
    for (const words of others) expect(endsInPreflight('turn', '2026.9.6', words)).toBe(false);
  });
});

describe('the strict preflight of a gateway', () => {
  it('ends its start, and no turn', () => {
    const words = 'Error: Startup failed: required secrets are unavailable. SecretRefResolutionError: …';
    expect(endsInPreflight('gateway', '2026.4.24', words)).toBe(true);
    expect(endsInPreflight('gateway', '2026.9.6', 'No API key found')).toBe(false);
  });
});
