/**
 * Differences between paths that OpenClaw's documents allow: pairs that are not compared, each with its document. No law decides it
 * for itself.
 */
import type { VersionTraits } from '../gateway/versions/traits.ts';
import { isElsewhere } from '../generators/axes/base-url.ts';
import { profileOfEntry } from '../generators/axes/entry-profile.ts';
import type { Case } from '../generators/case.ts';
import { isAlone, type ProviderSetup } from '../generators/provider-setup.ts';
import { ALL_PROVIDERS, type ProviderId } from '../generators/providers/catalog.ts';
import { setupsOf } from '../generators/secrets/canaries.ts';
import { holderOfCredential, isSubscriptionToken } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { firstCredentials } from './behaviour.ts';
import {
  EMBEDDERS_OF_THE_USER,
  EMBEDS_BY_ENTRY,
  EMBEDS_BY_LOGIN,
  EMBEDS_WITHOUT_ENTRY,
  MEMORY_AND_EMBEDDING,
} from './facts/embedding-keys.ts';
import {
  haveOneCredential,
  ORDER_IN_COMMON,
  sendsProfileToken,
  USAGE_IN_COMMON,
  USAGE_OF_PROFILES,
} from './facts/usage-credentials.ts';

interface Exception {
  readonly paths: readonly [PathName, PathName];
  readonly provider: string;
  /** The condition on the case and its chat; left out: none. */
  readonly when?: (value: Case, chat: Observation) => boolean;
  /** The condition on the build; left out: none. */
  readonly of?: (traits: VersionTraits) => boolean;
  readonly source: string;
}

/** Providers of speech with an order of keys, and an address, of its own. */
const SPEECH_OF_ITS_OWN = [
  ['google', 'openclaw@2026.9.6:docs/providers/google.md (Text-to-speech, Auth)'],
  ['openrouter', 'openclaw@2026.9.6:docs/providers/openrouter.md (tts.providers.openrouter.apiKey)'],
  ['openai', 'openclaw@2026.9.6:docs/providers/openai/voice-and-speech.md (API key, Base URL)'],
  ['minimax', 'openclaw@2026.9.6:docs/providers/minimax.md (Text-to-speech, auth resolution order)'],
  ['minimax-portal', 'openclaw@2026.9.6:docs/providers/minimax.md (Text-to-speech, auth resolution order)'],
] as const;

/** The paths that ask a subscription which is a provider of its own with its login, beside chat. */
const ASK_CODEX = [
  ...(['image', 'image-tool', 'pdf-tool', 'image-generation'] as const),
  ...(['completion', 'compaction'] as const),
];

export const EXCEPTIONS: readonly Exception[] = [
  ...ASK_CODEX.map(
    (path): Exception => ({
      paths: ['chat', path],
      provider: 'openai-codex',
      when: (value) => !setupOf(value, 'openai-codex')?.profiles.some(({ type }) => type === 'oauth'),
      source:
        'openclaw@2026.3.13:docs/concepts/model-providers.md ("OpenAI Code (Codex)", "Auth: OAuth (ChatGPT)": no document promises anything of a key in its entry); that of 2026.5.22 says the same ("OpenAI Codex OAuth")',
    }),
  ),
  {
    paths: ['chat', 'image-generation'],
    provider: 'openai',
    when: ({ otherProvider }) => otherProvider?.id === 'openai-codex',
    of: ({ generatesBySubscription }) => generatesBySubscription,
    source:
      'openclaw@2026.9.6:docs/providers/openai.md: image generation takes the OAuth profile of a subscription before any key',
  },
  {
    paths: ['chat', 'image-generation'],
    provider: 'openai',
    when: (value, chat) =>
      hasSubscription(value) && (sendsKey(chat) || setupOf(value, 'openai')?.entry != null),
    source:
      'openclaw@2026.9.6:docs/providers/openai/image-and-video.md: an OAuth profile before OPENAI_API_KEY, an explicit entry before both',
  },
  ...SPEECH_OF_ITS_OWN.map(
    ([provider, source]): Exception => ({ paths: ['chat', 'speech'], provider, source }),
  ),
  ...(['minimax', 'minimax-portal'] as const).map(
    (provider): Exception => ({
      paths: ['chat', 'image-generation'],
      provider,
      when: (value) => hasAddress(value, provider),
      source:
        'openclaw@2026.9.6:docs/providers/minimax.md: image generation ignores models.providers.minimax.baseUrl, and has one host of MiniMax for keys and subscriptions',
    }),
  ),
  {
    paths: ['chat', 'image-generation'],
    provider: 'litellm',
    when: (value) => setupOf(value, 'litellm')?.entry?.baseUrl === 'lan',
    source:
      'openclaw@2026.9.6:docs/providers/litellm.md: image generation sends its key to a proxy in the LAN only where request.allowPrivateNetwork is set',
  },
  ...(['audio', 'image-generation'] as const).map(
    (path): Exception => ({
      paths: ['chat', path],
      provider: 'google',
      when: (value) => hasAddress(value, 'google'),
      source:
        "openclaw@2026.9.6:docs/tools/tts/field-reference.md: only Google's own host is accepted; audio and image generation share that guard",
    }),
  ),
  ...MEMORY_AND_EMBEDDING.map(
    (path): Exception => ({
      paths: ['chat', path],
      provider: 'openai',
      when: (value, chat) => hasSubscription(value) && !sendsKey(chat),
      source:
        'openclaw@2026.9.6:docs/reference/memory-config.md: a subscription does not satisfy embedding requests',
    }),
  ),
  {
    paths: ['chat', 'video-generation'],
    provider: 'openai',
    when: (value, chat) => hasSubscription(value) && !sendsKey(chat),
    source:
      'openclaw@2026.9.6:docs/tools/video-generation.md ("Supported providers"): OPENAI_API_KEY alone, where MiniMax takes its OAuth, too',
  },
  ...USAGE_OF_PROFILES.map(
    ([provider, source]): Exception => ({
      paths: ['chat', 'usage'],
      provider,
      when: (_value, chat) => !sendsProfileToken(chat),
      source,
    }),
  ),
  ...USAGE_IN_COMMON.map(
    (provider): Exception => ({
      paths: ['chat', 'usage'],
      provider,
      when: (value) => !haveOneCredential(value),
      source: ORDER_IN_COMMON,
    }),
  ),
  ...ALL_PROVIDERS.filter(({ usage, ownAddresses }) => usage && ownAddresses?.includes('usage')).map(
    ({ id }): Exception => ({
      paths: ['chat', 'usage'],
      provider: id,
      when: (value) => hasAddress(value, id) || hasAddressVariable(value, id),
      source: 'openclaw@2026.9.6:docs/concepts/usage-tracking.md ("Each plugin owns its upstream endpoint")',
    }),
  ),
  ...EMBEDDERS_OF_THE_USER.flatMap((id) =>
    MEMORY_AND_EMBEDDING.map(
      (path): Exception => ({
        paths: ['chat', path],
        provider: id,
        when: (value) => !hasEntryKeyAlone(value, id) && !entryNamesProfile(value, id),
        source: EMBEDS_BY_ENTRY,
      }),
    ),
  ),
  ...MEMORY_AND_EMBEDDING.map(
    (path): Exception => ({
      paths: ['chat', path],
      provider: EMBEDS_WITHOUT_ENTRY,
      when: (value, chat) => hasEntryKeyAlone(value, EMBEDS_WITHOUT_ENTRY) || sendsEntryKey(chat),
      source: EMBEDS_BY_LOGIN,
    }),
  ),
  {
    paths: ['chat', 'audio'],
    provider: 'openai',
    when: (value) => hasSubscription(value) && changesRequests(value),
    source:
      'openclaw@2026.9.6:docs/nodes/audio.md: custom endpoints and request overrides require an API-key profile',
  },
  {
    paths: ['chat', 'audio'],
    provider: 'openai',
    of: ({ hearsByEntryKey }) => hearsByEntryKey,
    when: (value) => hasSubscription(value) && setupOf(value, 'openai')?.entry?.apiKey != null,
    source:
      "openclaw@2026.9.6:docs/nodes/audio.md: the entry's key takes precedence over a subscription for audio",
  },
];

/** Whether a media entry, or the provider's own, changes the address or the requests of audio. */
function changesRequests(value: Case): boolean {
  const setup = setupOf(value, 'openai');
  const isChanged =
    setup?.entry != null &&
    (setup.entry.header !== null || setup.entryHeaders.length > 0 || setup.entryRequest !== null);
  return value.mediaEntry !== 'plain' || isChanged || hasAddress(value, 'openai');
}

/** Whether the user gave a provider another address than its own. */
function hasAddress(value: Case, id: ProviderId): boolean {
  return isElsewhere(setupOf(value, id)?.entry?.baseUrl ?? 'default');
}

/** Whether a variable names its address, which chat follows. */
function hasAddressVariable(value: Case, id: ProviderId): boolean {
  return setupOf(value, id)?.addressVariable != null;
}

/** Whether the key of a provider's entry is its only credential. */
function hasEntryKeyAlone(value: Case, id: ProviderId): boolean {
  const setup = setupOf(value, id);
  return setup !== undefined && setup.entry?.apiKey != null && isAlone(setup);
}

/** Whether the entry of a provider names its profile, which then counts on every path as the key of the entry would. */
function entryNamesProfile(value: Case, id: ProviderId): boolean {
  return value.provider.id === id && profileOfEntry(value) !== null;
}

function hasSubscription(value: Case): boolean {
  return setupOf(value, 'openai')?.profiles.some(({ type }) => type === 'oauth') ?? false;
}

/** Whether a path asks its model with a key first, and no token of a subscription. */
function sendsKey(observation: Observation): boolean {
  const first = firstCredentials(observation) ?? [];
  return first.length > 0 && !first.some(isSubscriptionToken);
}

/** Whether a path asks its model with the key of the provider's entry first. */
function sendsEntryKey(observation: Observation): boolean {
  return (firstCredentials(observation) ?? []).some((each) => holderOfCredential(each) === 'entry');
}

function setupOf(value: Case, id: string): ProviderSetup | undefined {
  return setupsOf(value).find((setup) => setup.id === id);
}
