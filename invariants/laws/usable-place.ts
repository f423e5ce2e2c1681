/** The credential that a path can use for its model, where nothing in the case could stand in the way. */
import { type AuthProfile, hasEnded } from '../../generators/axes/auth-profile.ts';
import { profileOfChat } from '../../generators/axes/chat-profile.ts';
import { readFirst } from '../../generators/axes/default-credentials.ts';
import type { EnvironmentVariable } from '../../generators/axes/environment.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { canariesOf, setupsOf } from '../../generators/secrets/canaries.ts';
import type { Place } from '../../generators/secrets/place.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { asksUsage, pathOf } from '../../paths/paths.ts';
import { takesEntryKeyAlone, takesNoEntryKey } from '../facts/embedding-keys.ts';
import { hasMemoryAddress } from '../facts/memory-paths.ts';
import { takesSubscriptionAlone } from '../facts/subscription-alone.ts';
import { tellsUsageOf } from '../facts/usage-credentials.ts';
import { isReadByAll } from '../waiting-profiles.ts';
import { SEARCH_PATHS } from './search-order.ts';
import { hasKeysBeside, isPaidFor, isUnobstructed } from './unobstructed.ts';

/** The first of them; null where something may stand in the way, or there is none. */
export function usablePlaceOf(
  value: Case,
  { path, model }: Pick<Observation, 'path' | 'model'>,
  version: string,
): Place | null {
  if (pathOf(path).comparedFrom === null && !isSearch(path)) return null;
  // The credentials of the provider are for its own address.
  if (hasMemoryAddress(value, path)) return null;
  // One reference to nothing fails a strict command, whichever provider it is of.
  if (
    !setupsOf(value).every((each) => isUnobstructed(each) && isReadByAll(value, each)) ||
    !hasKeysBeside(value) ||
    isPinned(value, path)
  )
    return null;
  const setup = setupsOf(value).find(({ id }) => id === model.provider);
  if (!setup || providerOf(setup.id).credentials === 'aws') return null;
  const [place] = canariesOf(
    {
      ...value,
      provider: setup,
      otherProvider: null,
      speechKey: null,
      searchKey: null,
      memoryEndpoint: null,
    },
    '',
  )
    .map((canary) => canary.place)
    .filter((each) => isUsable(each, setup, path, version));
  return place ?? null;
}

/**
 * Providers whose speech falls back on variables alone.
 *
 * @source openclaw@2026.9.6:docs/providers/openai/voice-and-speech.md (API key); openclaw@2026.9.6:docs/providers/minimax.md
 *   (Text-to-speech, auth resolution order)
 */
const SPEAKS_WITHOUT_ENTRY: readonly ProviderId[] = ['openai', 'minimax', 'minimax-portal'];

/**
 * Providers whose speech has a key of its own or a variable, and no profile.
 *
 * @source openclaw@2026.3.13:docs/tts.md (`apiKey` values "fall back to env vars"), openclaw@2026.9.6:docs/providers/openai/voice-and-speech.md (API
 *   key: "Falls back to `OPENAI_API_KEY`")
 */
const SPEAKS_WITHOUT_PROFILE: readonly ProviderId[] = ['openai'];

/**
 * Whether a path searches the web. Its order of credentials is its own, but a variable of its provider counts in each.
 *
 * @source openclaw@2026.5.22:docs/tools/grok-search.md, openclaw@2026.5.22:docs/tools/kimi-search.md,
 *   openclaw@2026.5.22:docs/tools/minimax-search.md, openclaw@2026.5.22:docs/tools/gemini-search.md (each names the variables)
 */
function isSearch(path: PathName): boolean {
  const paths: readonly PathName[] = SEARCH_PATHS;
  return paths.includes(path);
}

/** Whether a media entry, or the model that the path asks, names a profile: no document says that another is asked then. */
function isPinned(value: Case, path: PathName): boolean {
  return value.mediaPin !== null || (profileOfChat(value) !== null && pathOf(path).model.of === 'chat');
}

function isUsable(place: Place, setup: ProviderSetup, path: PathName, version: string): boolean {
  if (place.holder !== 'environment' && isSearch(path)) return false;
  if (place.holder !== 'entry' && takesEntryKeyAlone(setup.id, path)) return false;
  if (asksUsage(pathOf(path)) && !tellsUsageOf(place)) return false;
  switch (place.holder) {
    case 'entry':
      if (takesNoEntryKey(setup.id, path) || takesSubscriptionAlone(setup.id)) return false;
      return path !== 'speech' || !SPEAKS_WITHOUT_ENTRY.includes(setup.id);
    case 'environment':
      return isRead(place.variable, setup);
    case 'profile':
    case 'refreshed token': {
      if (path === 'speech' && SPEAKS_WITHOUT_PROFILE.includes(setup.id)) return false;
      const profile = setup.profiles.find(({ name }) => name === place.profile.name);
      return profile !== undefined && isEligible(profile) && isPaidFor(profile, setup, path, version);
    }
    case 'default credentials file': {
      const file = readFirst(setup.defaultCredentials);
      return file?.at === place.file.at && file.holds === 'live';
    }
    default:
      return false;
  }
}

/** A key of a folder is ignored; of several variables the first alone must be read. */
function isRead(
  { name, layer }: Pick<EnvironmentVariable, 'name' | 'layer'>,
  { id }: ProviderSetup,
): boolean {
  return layer !== 'workspace' && name === providerOf(id).environmentVariables[0];
}

/** An access token after its time counts where its refresh token is good. */
function isEligible(profile: AuthProfile): boolean {
  if (profile.cooldown === 'active') return false;
  if (!hasEnded(profile)) return true;
  return profile.type === 'oauth' && profile.expires === 'past' && profile.refresh === 'works';
}
