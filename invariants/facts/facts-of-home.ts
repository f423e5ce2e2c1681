/** The facts of a home as it is. */
import {
  addressesOf,
  entriesOf,
  hostsOf,
  isNobodys,
  likeInCatalog,
  ofUnknownHosts,
  providersOf,
} from '../../home-case/addresses.ts';
import { expectedModel, hasMedium, isChosenByBuild } from '../../home-case/asked-models.ts';
import { chatFallbacks, chatNamesProfile, lists, searchFallback } from '../../home-case/configuration.ts';
import { holdersOf } from '../../home-case/holder-of-secret.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { mediaEntry } from '../../home-case/media-entries.ts';
import { idIn, profileRulesOf } from '../../home-case/profile-rules.ts';
import { knownAs } from '../../home-case/provider-name.ts';
import { isReadAgain, stepsSinceReplaced } from '../../home-case/replaced.ts';
import { isFollowed, placeholdersIn } from '../../home-case/secrets.ts';
import type { Lane } from '../../observation/lane.ts';
import { chat } from '../../paths/chat.ts';
import { asksChatsModel } from '../../paths/paths.ts';
import { record } from '../../support/json-path.ts';
import type { JsonRecord } from '../../support/json-record.ts';
import type { Facts } from './facts.ts';
import { MEMORY_PATHS } from './memory-paths.ts';
import { usageHostsOn } from './usage-credentials.ts';

/** The kinds of places from which a path takes what it sends, or gets it. */
const SENT: ReadonlySet<string> = new Set(['environment', 'profile', 'refresh token', 'entry']);

export function factsOfHome(value: HomeCase): Facts {
  return {
    family: likeInCatalog(value, expectedModel(value, chat).provider).family,
    failing: value.asked.failing,
    liveSecrets: (provider, lane) =>
      Object.entries(value.secrets)
        .filter(([name]) => isSeenBy(value, lane, name) && isSaid(value, name, provider))
        .filter(
          ([name, each]) =>
            each.provider === provider &&
            (!each.stale || stepsSinceReplaced(value, name) !== null) &&
            isFollowed(each) &&
            SENT.has(each.kind),
        )
        .map(([name, { kind }]) => ({ name, kind })),
    mayBe: () => true,
    choosesByItself: (path) => isChosenByBuild(value, path),
    rivalsFor: (medium, provider) =>
      providersOf(value).filter((id) => id !== provider && hasMedium(value, id, medium)),
    comparedTogether(paths) {
      // An entry for media may name a profile, an address or headers of its own: it speaks for its medium alone.
      const compared = paths.filter(({ medium }) => medium === null || mediaEntry(value, medium) === null);
      // A profile that chat's model names speaks for the paths that ask that model.
      const chats = chatNamesProfile(value) ? compared.filter(asksChatsModel) : [];
      return [chats, compared.filter((path) => !chats.includes(path))];
    },
    expectedProvider: (path) => expectedModel(value, path).provider,
    hasSeveralProfiles(provider) {
      const own = Object.values(value.secrets).filter((secret) => secret.provider === provider);
      return new Set(own.flatMap(({ profile }) => profile ?? [])).size > 1;
    },
    hasOwnKey: (path, provider) =>
      path === 'speech' &&
      Object.values(value.secrets).some((secret) => secret.kind === 'speech' && secret.provider === provider),
    hasEntry: (provider) => provider in entriesOf(value),
    leavesOrderOpen(provider) {
      const { auth, apiKey } = record(entriesOf(value)[provider]);
      return auth !== undefined || typeof apiKey === 'object';
    },
    listsModel: (_path, { provider, id }) => lists(value, { provider, model: id }),
    mayRetry: () => false,
    chatNamesProfile: chatNamesProfile(value),
    wereProfilesRenamed: false,
    probesOneProfile: false,
    hasFallback: chatFallbacks(value).length > 0,
    hasProxy: 'HTTPS_PROXY' in value.environment,
    fallsBackAlone: (path) => MEMORY_PATHS.includes(path) && searchFallback(value) !== null,
    sentProfile(provider, profile) {
      const rules = profileRulesOf(value, provider);
      return { ...rules, id: idIn(value, profile), isPinned: rules.isPinned || chatNamesProfile(value) };
    },
    readsReplaced: (credential, lane) =>
      credential.kind === 'secret' &&
      credential.isReplaced === true &&
      isReadAgain(value, credential.place, lane),
    maySee(path, provider, host) {
      if (ofUnknownHosts(value).includes(provider)) return isNobodys(value, host);
      const like = likeInCatalog(value, provider);
      const own = like.ownAddresses?.includes(path.name) ? [...like.hosts, ...usageHostsOn(path, like)] : [];
      const named = addressesOf(value).some((each) => each.provider === provider);
      return [...hostsOf(value, provider), ...(named ? own : [])].includes(host);
    },
  };
}

/** Whether a lane has a secret: a gateway that runs as a service has none of the variables of the shell, nor the other way round. */
function isSeenBy({ files, environment, service }: HomeCase, lane: Lane, name: string): boolean {
  const variables = lane === 'gateway' ? (service ?? environment) : environment;
  return placeholdersIn([files, variables]).includes(name);
}

/**
 * Whether the home still says whose a profile is and of what type, which shrinking may take out: no build can use one that does
 * not.
 */
function isSaid(value: HomeCase, name: string, provider: string): boolean {
  if (value.secrets[name]?.profile == null) return true;
  const isProviderOf = ({ provider: named }: JsonRecord) =>
    named === provider || (typeof named === 'string' && knownAs(named) === provider);
  return holdersOf(value, name).some(({ path, record }) =>
    // The name of a profile says nothing to a build; in the oldest stores the keys are the providers.
    path[0] === 'profiles'
      ? isProviderOf(record) && ('type' in record || 'mode' in record)
      : isProviderOf(record) || path.includes(provider),
  );
}
