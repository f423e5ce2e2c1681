/** The facts of a case that the generators can draw. */
import { isElsewhere } from '../../generators/axes/base-url.ts';
import { profileOfChat } from '../../generators/axes/chat-profile.ts';
import { memoryEndpointOf } from '../../generators/axes/memory-endpoint.ts';
import { memoryFallbackOf } from '../../generators/axes/memory-fallback.ts';
import { probedProfile } from '../../generators/axes/probe-profile.ts';
import { modelOfSession } from '../../generators/axes/session-model.ts';
import { speechKeyOf } from '../../generators/axes/speech-key.ts';
import type { Case } from '../../generators/case.ts';
import {
  ownerOfHost,
  type ProviderSetup,
  providerOfSetup,
  usersServers,
} from '../../generators/provider-setup.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { mediaHost, memoryHost, regionalHost, variableHost } from '../../generators/providers/hosts.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { choosesByItself, givenModel, modelOf } from '../../paths/asked-model.ts';
import { type AnyPath, asksChatsModel } from '../../paths/paths.ts';
import type { Facts } from './facts.ts';
import { MEMORY_PATHS } from './memory-paths.ts';
import { usageHostsOn } from './usage-credentials.ts';

export function factsOfCase(value: Case): Facts {
  const setupOf = (id: string) => setupsOf(value).find((setup) => setup.id === id);
  return {
    family: providerOf(value.provider.id).family,
    failing: [],
    liveSecrets: () => [],
    mayBe: (kind) => kind(value),
    choosesByItself: (path) => choosesByItself(value, path),
    rivalsFor: (medium, provider) =>
      setupsOf(value)
        .filter((setup) => setup.id !== provider && providerOf(setup.id).media.includes(medium))
        .filter(({ environment, profiles, entry }) => environment.length + profiles.length > 0 || entry)
        .map(({ id }) => id),
    comparedTogether: (paths) => groupsOf(value, paths),
    expectedProvider: (path) => modelOf(value, path).provider,
    hasSeveralProfiles: (provider) => (setupOf(provider)?.profiles.length ?? 0) > 1,
    hasOwnKey: (path, provider) =>
      (path === 'speech' && speechKeyOf(value)?.provider === provider) ||
      (MEMORY_PATHS.includes(path) && memoryEndpointOf(value)?.provider === provider),
    hasEntry: (provider) => hasEntry(setupOf(provider)),
    listsModel: (path, { provider }) => listsModels(setupOf(provider)) && isListed(path),
    mayRetry(paths) {
      const setups = setupsOf(value);
      const asked = paths.flatMap(({ requests }) =>
        requests.map(({ host }) => ownerOfHost(setups, host)?.id),
      );
      return setups.some(
        ({ id, answer, answeredRequests }) =>
          asked.includes(id) &&
          (answer === 'redirect' ||
            // One path asks for a stream, which breaks off, and another gets a failure in its place.
            answer === 'broken-off' ||
            // A turn ends for want of words, and what is no turn is answered.
            answer === 'empty' ||
            (answeredRequests === 'first' && answer !== 'by-key' && answer !== 'slow')),
      );
    },
    chatNamesProfile: profileOfChat(value) !== null,
    wereProfilesRenamed: value.profileRecord === 'flat' && value.commandBefore === 'doctor',
    probesOneProfile: probedProfile(value) !== null,
    hasFallback: value.fallback !== null,
    hasProxy: value.proxy !== null,
    leavesOrderOpen: () => false,
    fallsBackAlone: (path) => MEMORY_PATHS.includes(path) && memoryFallbackOf(value) !== null,
    sentProfile: () => null,
    readsReplaced: () => false,
    maySee(path, provider, host) {
      const setup = setupOf(provider);
      return setup !== undefined && setup !== null && hostsOf(value, setup, path).includes(host);
    },
  };
}

function groupsOf(value: Case, all: readonly AnyPath[]): (readonly AnyPath[])[] {
  const { mediaPin, mediaSelection, mediaEntry } = value;
  // A profile that chat's model names speaks for the paths that ask that model.
  const chats = profileOfChat(value) ? all.filter(asksChatsModel) : [];
  // If a model is picked for a session, or given to a helper, a fallback of the agent's is none of its turns'
  // (openclaw@2026.9.6:docs/concepts/models.md, openclaw@2026.9.6:docs/concepts/compaction.md).
  const isStrict = (path: AnyPath) => value.fallback !== null && pickedFor(value, path);
  const paths = all.filter((path) => !chats.includes(path) && !isStrict(path));
  const isPinned = mediaPin !== null && mediaSelection === 'entries';
  const isMoved = mediaEntry === 'own-address' && mediaSelection === 'entries';
  const [media, others] = [
    paths.filter(({ medium }) => medium !== null),
    paths.filter(({ medium }) => medium === null),
  ];
  // One that has an address sends its media elsewhere, as far as a medium reads it.
  if (isMoved) return [chats, others];
  // A media entry that names a profile speaks for the media paths alone, which are still compared with each other.
  return isPinned ? [chats, others, media] : [chats, paths];
}

function pickedFor(value: Case, path: AnyPath): boolean {
  const isPicked = path.model.namedBesides === 'session' && modelOfSession(value) !== null;
  return isPicked || givenModel(value, path) !== null;
}

/** A model that the catalog does not have stands in an entry of nothing else where the case has none. */
function hasEntry(setup: ProviderSetup | undefined): boolean {
  return setup !== undefined && (setup.entry !== null || setup.modelId !== 'known');
}

/** Whether the provider's entry lists the models that chat and the media paths ask. */
function listsModels(setup: ProviderSetup | undefined): boolean {
  if (!setup || setup.entryFields === 'no-models') return false;
  return setup.entry !== null || providerOf(setup.id).needsEntry;
}

/** Paths whose model an entry lists; the others have one of their own, by a plugin. */
function isListed({ model, medium }: AnyPath): boolean {
  return model.of === 'chat' || medium !== null;
}

/** A base URL of the user's own is the only place for the provider's secrets, beside one that the process names. */
function hostsOf(value: Case, setup: ProviderSetup, path: AnyPath): readonly string[] {
  const { mediaEntry } = value;
  const { name, medium } = path;
  const memory = MEMORY_PATHS.includes(name) ? memoryEndpointOf(value) : null;
  const { hosts, baseUrl, serviceHosts = [], ownAddresses } = providerOfSetup(setup);
  const usual = [...hosts, ...serviceHosts, ...usageHostsOn(path, providerOfSetup(setup))];
  const [server] = usersServers(setup.entry);
  const isMoved = setup.entry !== null && isElsewhere(setup.entry.baseUrl);
  // An entry of models alone has no address, but for builds that insist on one.
  const mayBeUsual = !isMoved || setup.entryFields === 'models-alone';
  const isOfMedia = mediaEntry === 'own-address' && medium !== null;
  return [
    ...(isMoved ? [server ? new URL(`http://${server}`).hostname : regionalHost(setup.id)] : []),
    ...(isOfMedia ? [mediaHost(setup.id)] : []),
    // Without a key of its own nothing goes to it.
    ...(memory?.hasAddress && memory.apiKey.holds !== 'nothing' ? [memoryHost(memory.provider)] : []),
    ...(mayBeUsual || ownAddresses?.includes(name) ? usual : []),
    // An address in an agent's models.json wins over the entry's (openclaw@2026.9.6:docs/concepts/models.md, "Models registry").
    ...(setup.olderModelsFile ? [new URL(baseUrl).hostname] : []),
    ...(setup.addressVariable?.layer === 'process' ? [variableHost(setup.id)] : []),
  ];
}
