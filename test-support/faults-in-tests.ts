/** Judged promises whose fault is planted in a test of its own: it needs a setup too rare to be drawn, or steps on one home. */
import type { PromiseId } from '../invariants/promises/promises.ts';

const byHand = (file: string, name: string) => ({ file: `invariants/laws/${file}.test.ts`, name });
const OWN_LOGIN = byHand(
  'own-login',
  'is sent by no path where a profile has a login of its own, not even one that is over',
);
const AFTER_HEARTBEAT = {
  file: 'invariants/after-heartbeat.test.ts',
  name: 'asks with the credential of chat, whatever model the heartbeat had',
};
const AFTER_A_TURN = {
  file: 'invariants/after-a-turn.test.ts',
  name: 'finds the credential that chat finds',
};
export const PLANTED_IN_TESTS: Readonly<Partial<Record<PromiseId, { file: string; name: string }>>> = {
  'model-failover/legacy-files-fail-closed': {
    file: 'invariants/planted-faults.test.ts',
    name: 'are told of by every path',
  },
  'grok-search/login-first': byHand('search-order', 'of xAI sends a login before any key'),
  'web-tools/search-order': byHand('search-choice', 'is the first of the documented order that has its key'),
  'minimax-search/order-of-variables': byHand('search-order', 'sends the first of its variables'),
  'built-in-tools/entry-failure-goes-on': {
    file: 'invariants/own-settings.test.ts',
    name: 'are asked one after the other',
  },
  'media-understanding/next-after-failure': {
    file: 'invariants/own-settings.test.ts',
    name: 'are asked one after the other',
  },
  'model-failover/fallback-on-auth': byHand(
    'refusal-laws',
    'the fallback model is asked where no profile is left',
  ),
  'model-failover/fallback-after-all-profiles': byHand(
    'refusal-laws',
    'the fallback model is asked where no profile is left',
  ),
  'model-failover/billing-text-counts': byHand('probe-rows', 'puts %s into its bucket'),
  'model-failover/rotation-before-fallback': byHand(
    'refusal-laws',
    'no other model is asked before the next profile',
  ),
  'model-failover/next-after-auth': byHand('refusal-laws', 'chat tries the next profile'),
  'model-failover/next-after-billing': byHand('refusal-laws', 'chat tries the next profile'),
  'model-failover/fallback-on-rate-limit': byHand('refusal-laws', 'the fallback model is asked'),
  'model-failover/fallback-on-billing': byHand('refusal-laws', 'the fallback model is asked'),
  'model-failover/fallback-on-unknown-model': byHand('refusal-laws', 'the fallback model is asked'),
  'model-failover/fallback-on-overload': byHand('refusal-laws', 'the fallback model is asked'),
  'model-failover/fallback-on-timeout': byHand('refusal-laws', 'the fallback model is asked'),
  'model-failover/fallback-on-unrecognized': byHand('refusal-laws', 'the fallback model is asked'),
  'model-failover/timing-statuses': byHand('probe-rows', 'puts %s into its bucket'),
  'model-failover/agent-primary-is-strict': byHand(
    'refusal-laws',
    'a model of the agent goes on to its own fallback alone',
  ),
  'model-failover/temporary-402-is-rate': byHand('probe-rows', 'puts %s into its bucket'),
  'model-failover/rate-limit-bucket': byHand('probe-rows', 'puts %s into its bucket'),
  'model-failover/model-scoped-cooldown': byHand(
    'learned-scope',
    'is broken where another model is not tried after a limit on the first',
  ),
  'tts/key-may-be-ref': {
    file: 'invariants/own-settings.test.ts',
    name: 'a key of speech behind a reference is found as one in plain text is',
  },
  'model-providers/vertex-default-credentials': byHand(
    'default-credentials',
    'breaks a law where no path finds the file, and not where it was withdrawn or another is read',
  ),
  'cron-jobs/named-model-is-asked': byHand('job-model', 'does what it does where its agent has that model'),
  'cron-jobs/no-silent-primary': byHand(
    'job-model',
    'goes on with no credential of another provider after a failure that passes',
  ),
  'hot-reload/models-are-applied': byHand(
    'first-key',
    'is broken by a path that finds none, at once where the configuration was written',
  ),
  'models-command/gateway-is-told': byHand(
    'first-key',
    'lets a gateway overlook a profile until it reloads, in the builds whose documents promise no more',
  ),
  'oauth/local-login-is-canonical': OWN_LOGIN,
  'oauth/refused-refresh-is-told': OWN_LOGIN,
  'audio/proxy-variables': byHand('through-proxy', 'lets no medium past it whose document promises so'),
  'media-understanding/proxy-variables': byHand(
    'through-proxy',
    'lets no medium past it whose document promises so',
  ),
  'subagents/given-model-is-asked': byHand('helper-model', 'ask it as they do where the turn has that model'),
  'compaction/given-model-is-asked': byHand(
    'helper-model',
    'ask it as they do where the turn has that model',
  ),
  'compaction/given-model-is-exact': byHand(
    'helper-model',
    'compaction that is given a model goes on to no model that the session falls back on',
  ),
  'heartbeat/given-model-is-asked': byHand('helper-model', 'ask it as they do where the turn has that model'),
  'btw/session-model-is-asked': AFTER_A_TURN,
  'compaction/any-chat-by-command': AFTER_A_TURN,
  'heartbeat/session-keeps-model': AFTER_HEARTBEAT,
  'heartbeat/isolated-session-keeps-model': AFTER_HEARTBEAT,
  'model-failover/heartbeats-switch-no-model': AFTER_HEARTBEAT,
  'model-settings/one-lister-is-asked': byHand('bare-model', 'is asked as by its full name'),
  'model-settings/one-lister-of-images-is-asked': byHand(
    'bare-model',
    'is asked as by its full name where it is the model of pictures',
  ),
  'faq-models/same-id-of-another-provider': byHand(
    'bare-model',
    'a model of another provider with the same id changes nothing for chat',
  ),
  'oauth/refresh-is-automatic': byHand('renewed-login', 'is renewed again where it %s before'),
  'memory-config/fallback-after-failure': byHand(
    'next-memory',
    'memory asks the provider that it falls back on where its own fails, and where that has no credential',
  ),
  'memory-config/entry-names-profile': {
    file: 'invariants/entry-profile.test.ts',
    name: 'vectors are asked for with the profile that the entry names, as chat is',
  },
  'models/picked-model-is-asked': byHand(
    'session-model',
    'asks it as it does where its agent has that model',
  ),
  'openresponses/header-overrides-model': byHand(
    'session-model',
    'asks it as it does where its agent has that model',
  ),
  'models/picked-model-is-strict': byHand(
    'session-model',
    'sends no credential of the model to fall back on',
  ),
  'infer-command/model-pins-backend': byHand(
    'explicit-model',
    'a media command that names a model asks no other provider',
  ),
  'model-failover/configured-profiles-third': byHand(
    'documented-precedence',
    'has the profile that the configuration declares before one that it does not',
  ),
  'models/status-tells-oauth-expiry': byHand(
    'health-word',
    'is not ok, static or expiring where its time is over and nothing can renew it',
  ),
  'pdf/call-names-model': byHand('explicit-model', 'a tool whose call names a model asks its provider first'),
  'infer-command/configured-knows-saved-auth': byHand(
    'status-agrees',
    'calls no provider unconfigured whose path is answered',
  ),
  'authentication/check-exit-missing': byHand(
    'check-agrees',
    'a check is good where chat is answered with the one credential that is there',
  ),
  'infer-command/image-providers-tell': byHand(
    'status-agrees',
    'calls no provider unconfigured whose path is answered',
  ),
  'media-understanding/seeing-models-get-the-picture': byHand(
    'stays-readable',
    'breaks the law where the turn is answered without it (#70277)',
  ),
  'usage-tracking/copilot-tokens': {
    file: 'invariants/usage.test.ts',
    name: 'GitHub is asked with the token that chat exchanges, in another header',
  },
  'usage-tracking/zai-key': {
    file: 'invariants/usage.test.ts',
    name: '%s is asked with the key of chat, wherever it is',
  },
  'tts/xai-variable': byHand(
    'oracle-laws',
    'explicit-choice fails where speech sends another key, or finds none',
  ),
  'authentication/session-pin': byHand(
    'chosen-profiles',
    'is broken by another profile, also after another model was chosen alone (#81837)',
  ),
  'oauth/session-selects-account': byHand(
    'chosen-profiles',
    'is broken by another profile, also after another model was chosen alone (#81837)',
  ),
  'model-failover/manual-pin-first': byHand(
    'chosen-profiles',
    'is broken by another profile, also after another model was chosen alone (#81837)',
  ),
  'secrets-operations/activation-at-startup': byHand(
    'over-steps',
    'is broken by a gateway that lost its key, and by one that does not come back',
  ),
  'secrets-operations/activation-on-reload': byHand(
    'over-steps',
    'is broken by a path that sends the old one',
  ),
  'secrets-operations/manual-reload': byHand(
    'over-steps',
    'lets a gateway keep a secret behind a reference, until it is told to reload',
  ),
};
