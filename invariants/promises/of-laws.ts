/** The promises that a violation of each law breaks: the ones that the law was written for, of all that it judges. */
import { isWithin } from '../../gateway/versions/version.ts';
import type { LawId } from '../law-id.ts';
import type { DocumentedPromise } from './documented-promise.ts';
import { ALL_PROMISES, type PromiseId } from './promises.ts';

const OF_LAWS: Readonly<Record<LawId, readonly PromiseId[]>> = {
  'same-credential': ['media-understanding/same-order-as-models', 'oauth/one-store-per-agent'],
  'named-path-answers': ['media-understanding/same-order-as-models'],
  'same-failure': ['media-understanding/same-order-as-models', 'infer-command/missing-key-is-auth'],
  'documented-precedence': [
    'model-failover/stored-order-first',
    'model-failover/config-order-second',
    'model-failover/oauth-before-api-key',
    'environment/never-override',
    'environment/workspace-env-keeps-out',
    'custom-providers/auth-field',
  ],
  'explicit-choice': [
    'media-understanding/entries-take-a-profile',
    'audio/audio-base-url',
    'tts/no-silent-account',
  ],
  'omitted-profile': ['auth-credential-semantics/omitted-profile-is-not-tried'],
  'well-formed': [
    'auth-credential-semantics/references-are-never-sent',
    'environment/missing-substitution',
    'secretref-contract/missing-env-fails',
  ],
  'usable-is-used': [
    'oauth/expired-is-refreshed',
    'model-failover/stored-profiles-last',
    'authentication/key-in-environment',
    'custom-providers/api-key-field',
  ],
  'waiting-profiles': ['auth-credential-semantics/migration-concerns-its-providers'],
  'right-kind': ['custom-providers/api-adapter', 'memory-config/no-subscription'],
  'right-host': ['custom-providers/base-url-field', 'custom-providers/exact-origin-is-trusted'],
  'entry-headers': ['custom-providers/headers-field'],
  'probe-agrees': ['auth-credential-semantics/selection-equals-runtime'],
  'probe-reason': ['auth-credential-semantics/reason-codes', 'models-command/ineligible-reasons'],
  'status-agrees': ['models-command/overview-names-sources'],
  isolation: ['secrets-operations/healthy-siblings', 'secrets-runtime/owner-isolation'],
  cooldown: [
    'model-failover/cooldown-in-usage-stats',
    'auth-credential-semantics/cooldown-is-of-one-profile',
  ],
  'irrelevant-change': [
    'auth-credential-semantics/inline-or-reference',
    'secretref-contract/one-object-shape',
  ],
  'aws-default-chain': ['bedrock/sdk-resolves'],
  'no-disclosure': ['secrets-runtime/values-are-redacted'],
  'no-egress': ['infer-command/local-by-default'],
  'fresh-state': ['secrets-operations/activation-on-reload', 'secrets-operations/manual-reload'],
  'same-again': ['secrets-runtime/requests-read-snapshot'],
  'restart-keeps': ['secrets-operations/activation-at-startup'],
  'fresh-home': ['secrets-operations/plain-field-unchanged'],
  recovery: ['model-failover/cooldown-in-usage-stats'],
  'learned-scope': [
    'model-failover/model-scoped-cooldown',
    'auth-credential-semantics/cooldown-is-of-one-profile',
  ],
  'at-once': ['secrets-runtime/requests-read-snapshot'],
  'stays-readable': ['media-understanding/seeing-models-get-the-picture'],
};

/** The promises of a law that the documents of a build make; none for a build that ships no such document. */
export function promisesOfLaw(law: LawId, version: string): DocumentedPromise[] {
  return ALL_PROMISES.filter(({ id, builds }) => OF_LAWS[law].includes(id) && isWithin(version, builds));
}

/** A promise for people: its id, rule and place. */
export function promiseText({ id, rule, passages: [place] }: DocumentedPromise): string {
  return `${id}: ${rule} (docs/${place?.document}${place?.heading ? `, "${place.heading}"` : ''})`;
}
