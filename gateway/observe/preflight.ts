/**
 * The strict preflights of a build: before a turn by command, and before a gateway answers, references are resolved
 * whichever credential the turn would choose. What ends there says nothing about that choice.
 */
import { isWithin } from '../versions/version.ts';

interface Preflight {
  readonly of: 'turn' | 'gateway';
  /** The builds that have it, from the first to the last; null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** The words that it ends with, as the build prints them. */
  readonly words: RegExp;
  readonly source: string;
}

const PREFLIGHTS: readonly Preflight[] = [
  {
    // `command-secret-gateway` puts the name of the command before its words.
    of: 'turn',
    from: null,
    to: null,
    words:
      /\bagent: (failed to (resolve secrets|apply resolved secret)|active gateway does not support|.* is unresolved in the active runtime snapshot)/i,
    source: 'openclaw@2026.7.1-2:docs/gateway/secrets.md: references of the configuration',
  },
  {
    // `prepareSecretsRuntimeSnapshot` throws the error of the reference itself. The warm process also says its class.
    of: 'turn',
    from: '2026.8.1',
    to: null,
    words:
      /SecretRefResolutionError|SecretProviderResolutionError|SecretAssignmentValidationError|(Secret|Exec|File) provider "|Secret (reference|store entry) "|Secret store database is unavailable|response missing id|JSON pointer segment|resolved to a non-string or empty value|Environment variable ".*" is (missing|not allowlisted)/i,
    source: 'openclaw@2026.9.6:docs/gateway/secrets/operations.md: references of the profiles as well',
  },
  {
    of: 'gateway',
    from: null,
    to: null,
    words: /Startup failed: required secrets are unavailable/i,
    source:
      'openclaw@2026.7.1-2:docs/gateway/secrets.md: any reference; openclaw@2026.9.6:docs/gateway/secrets/runtime-model.md: what is not isolated',
  },
];

/** @param text everything that the end says */
export function endsInPreflight(of: Preflight['of'], version: string, text: string): boolean {
  return PREFLIGHTS.some((each) => each.of === of && isWithin(version, each) && each.words.test(text));
}
