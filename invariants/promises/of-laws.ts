/** The promises that a case exercises and that a violation breaks, and those that each law was written for. */
import type { Case } from '../../generators/case.ts';
import type { AnyCase } from '../../home-case/any-case.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { isJudged } from '../law.ts';
import type { LawId } from '../law-id.ts';
import { bindsAny, concerns, isAboutFamily, isParticular, isParticularCase } from './concerns.ts';
import type { DocumentedPromise } from './documented-promise.ts';
import { type PromiseId, promisesFor } from './promises.ts';

const OF_LAWS: Readonly<Record<LawId, readonly PromiseId[]>> = {
  'same-credential': [
    'media-understanding/same-order-as-models',
    'oauth/one-store-per-agent',
    'status-command/usage-of-agent',
    'usage-tracking/zai-key',
    'heartbeat/session-keeps-model',
    'heartbeat/isolated-session-keeps-model',
    'model-failover/heartbeats-switch-no-model',
    'memory-config/entry-names-profile',
    'btw/session-model-is-asked',
    'compaction/any-chat-by-command',
    'memory-config/first-with-key',
  ],
  'named-path-answers': ['media-understanding/same-order-as-models'],
  'ordered-profile': ['model-failover/stored-order-first', 'model-failover/config-order-second'],
  'same-failure': [
    'media-understanding/same-order-as-models',
    'infer-command/missing-key-is-auth',
    'usage-tracking/hidden-without-auth',
    'heartbeat/session-keeps-model',
    'heartbeat/isolated-session-keeps-model',
    'model-failover/heartbeats-switch-no-model',
    'memory-config/entry-names-profile',
    'btw/session-model-is-asked',
    'compaction/any-chat-by-command',
  ],
  'documented-precedence': [
    'model-failover/stored-order-first',
    'model-failover/config-order-second',
    'model-failover/configured-profiles-third',
    'model-failover/oauth-before-api-key',
    'environment/never-override',
    'environment/workspace-env-keeps-out',
    'custom-providers/auth-field',
  ],
  'explicit-choice': [
    'media-understanding/entries-take-a-profile',
    'models/profile-of-model',
    'audio/audio-base-url',
    'tts/no-silent-account',
    'models-command/row-sources',
    'infer-command/model-pins-backend',
    'pdf/call-names-model',
  ],
  'omitted-profile': ['auth-credential-semantics/omitted-profile-is-not-tried'],
  'well-formed': [
    'auth-credential-semantics/references-are-never-sent',
    'environment/missing-substitution',
    'secretref-contract/missing-env-fails',
  ],
  'usable-is-used': [
    'volcengine/one-key-for-both',
    'oauth/expired-is-refreshed',
    'model-failover/stored-profiles-last',
    'authentication/key-in-environment',
    'custom-providers/api-key-field',
    'model-providers/vertex-default-credentials',
  ],
  'waiting-profiles': [
    'auth-credential-semantics/migration-concerns-its-providers',
    'oauth/empty-store-blocks-named',
    'oauth/retired-files-unused',
  ],
  'right-kind': [
    'custom-providers/api-adapter',
    'memory-config/no-subscription',
    'usage-tracking/no-inference-keys',
  ],
  'right-host': ['custom-providers/base-url-field', 'custom-providers/exact-origin-is-trusted'],
  'own-login': ['oauth/local-login-is-canonical', 'oauth/refused-refresh-is-told'],
  'through-proxy': ['audio/proxy-variables', 'media-understanding/proxy-variables'],
  'entry-headers': ['custom-providers/headers-field'],
  'entry-request': ['custom-providers/request-headers', 'custom-providers/request-auth'],
  'spare-keys': [
    'authentication/rotation-on-rate-limit',
    'authentication/live-key-first',
    'authentication/keys-list-second',
    'authentication/numbered-keys-last',
    'authentication/no-rotation-otherwise',
  ],
  'probe-agrees': ['auth-credential-semantics/selection-equals-runtime'],
  'probe-reason': ['auth-credential-semantics/reason-codes', 'models-command/ineligible-reasons'],
  'status-agrees': ['models-command/overview-names-sources', 'infer-command/configured-knows-saved-auth'],
  'check-agrees': ['authentication/check-exit-missing', 'models-command/check-exit-issue'],
  'health-word': ['models/status-tells-oauth-expiry', 'models-command/health-of-stored-profiles'],
  isolation: [
    'secrets-operations/healthy-siblings',
    'secrets-runtime/owner-isolation',
    'faq-models/same-id-of-another-provider',
  ],
  'cold-start': ['secrets-runtime/owner-isolation'],
  cooldown: [
    'model-failover/cooldown-in-usage-stats',
    'auth-credential-semantics/cooldown-is-of-one-profile',
  ],
  'after-refusal': [
    'model-failover/next-after-auth',
    'model-failover/fallback-on-auth',
    'memory-config/fallback-after-failure',
  ],
  'probe-pin': ['models-command/probe-profile'],
  'search-order': [
    'gemini-search/order-of-keys',
    'grok-search/login-first',
    'minimax-search/order-of-variables',
    'web-tools/search-order',
  ],
  'commands-keep': ['oauth/doctor-keeps-usable'],
  'probe-bucket': ['models-command/status-buckets', 'model-failover/billing-text-counts'],
  'irrelevant-change': [
    'auth-credential-semantics/inline-or-reference',
    'secretref-contract/one-object-shape',
  ],
  'model-alias': ['model-settings/alias-first', 'models/capitals-name-the-same'],
  'bare-model': ['model-settings/one-lister-is-asked', 'model-settings/one-lister-of-images-is-asked'],
  'session-model': [
    'models/picked-model-is-asked',
    'models/picked-model-is-strict',
    'openresponses/header-overrides-model',
  ],
  'helper-model': [
    'subagents/given-model-is-asked',
    'compaction/given-model-is-asked',
    'compaction/given-model-is-exact',
    'heartbeat/given-model-is-asked',
  ],
  'job-model': ['cron-jobs/named-model-is-asked', 'cron-jobs/no-silent-primary'],
  'aws-default-chain': ['bedrock/sdk-resolves'],
  'no-disclosure': ['secrets-runtime/values-are-redacted', 'gateway-embedding/config-is-redacted'],
  'no-egress': ['infer-command/local-by-default'],
  'fresh-state': [
    'secrets-operations/activation-on-reload',
    'secrets-operations/manual-reload',
    'hot-reload/models-are-applied',
    'models-command/gateway-is-told',
  ],
  'same-again': ['secrets-runtime/requests-read-snapshot'],
  'restart-keeps': ['secrets-operations/activation-at-startup'],
  'fresh-home': ['secrets-operations/plain-field-unchanged'],
  recovery: ['model-failover/cooldown-in-usage-stats', 'oauth/refresh-is-automatic'],
  'learned-scope': [
    'model-failover/model-scoped-cooldown',
    'auth-credential-semantics/cooldown-is-of-one-profile',
  ],
  'first-failure': ['model-failover/cooldown-in-usage-stats'],
  'stored-order': ['model-failover/stored-order-first'],
  'steps-done': ['secrets-operations/manual-reload'],
  'session-pin': ['model-failover/manual-pin-first'],
  'at-once': ['secrets-runtime/requests-read-snapshot'],
  'stays-readable': ['media-understanding/seeing-models-get-the-picture'],
};

/** A violation as far as it says which promises it breaks. */
export interface BrokenLaw {
  readonly law: LawId;
  readonly paths: readonly PathName[];
  readonly fingerprint: { readonly family: string; readonly reference: { readonly path: PathName } | null };
}

/** The promises that the law was written for, where the documents of a build make them. */
export function promisesOfLaw(law: LawId, version: string): DocumentedPromise<PromiseId>[] {
  return promisesFor(version).filter(({ id }) => OF_LAWS[law].includes(id));
}

/**
 * The promises that a violation breaks: of those that its law judges the ones that bind a path which deviates, and say
 * something of the case and of the provider. Those that say something of every case count where the law was written for them.
 *
 * @param value the case that shows it: the smaller it is, the fewer they are
 */
export function promisesBroken(
  { law, paths, fingerprint }: BrokenLaw,
  value: AnyCase,
  version: string,
): DocumentedPromise<PromiseId>[] {
  const deviating = paths.filter((path) => path !== fingerprint.reference?.path);
  return promisesFor(version).filter(
    (promise) =>
      isJudgedBy(promise, [law]) &&
      (OF_LAWS[law].includes(promise.id) || isParticular(promise)) &&
      // Of two paths that differ either may be wrong, where the case is of the kind that the promise is about.
      bindsAny(promise, isParticularCase(promise) || deviating.length === 0 ? paths : deviating) &&
      isAboutFamily(promise, fingerprint.family) &&
      concerns(promise, value),
  );
}

/** The promises that a case exercises: a law that judges them had something to judge, on a path that they bind. */
export function promisesExercised(
  value: Case,
  observations: readonly Observation[],
  judgedBy: readonly LawId[],
  version: string,
): DocumentedPromise<PromiseId>[] {
  const ran = observations.filter(({ outcome }) => isJudged(outcome)).map(({ path }) => path);
  return promisesFor(version).filter(
    (promise) => isJudgedBy(promise, judgedBy) && bindsAny(promise, ran) && concerns(promise, value),
  );
}

function isJudgedBy({ judged }: DocumentedPromise, laws: readonly LawId[]): boolean {
  return 'by' in judged && judged.by.some((law) => laws.includes(law));
}

/** The address of the words of a promise, at https://docs.openclaw.ai: the newest build's document. */
export function promiseLink({ passages: [place] }: DocumentedPromise): string {
  const page = (place?.document ?? '').replace(/\.md$/, '');
  const anchor = place?.heading
    ?.toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
  return `https://docs.openclaw.ai/${page}${anchor ? `#${anchor}` : ''}`;
}

/** A promise for people: its id, rule and place. */
export function promiseText(promise: DocumentedPromise): string {
  return `${promise.id}: ${promise.rule} (${promiseLink(promise)})`;
}
