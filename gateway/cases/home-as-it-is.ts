/** A home case as the lanes see it. */
import { providerOfHost } from '../../generators/providers/catalog.ts';
import { serviceOfHost } from '../../generators/providers/services.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import {
  addressesOf,
  hostsOf,
  isNobodys,
  likeInCatalog,
  ofUnknownHosts,
  providersOf,
} from '../../home-case/addresses.ts';
import { textOfCase } from '../../home-case/any-case.ts';
import {
  expectedModel,
  isChosenByBuild,
  modelReference,
  nothingToAsk,
} from '../../home-case/asked-models.ts';
import { agentOf, chatFallbacks, searchFallback } from '../../home-case/configuration.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { namesIn } from '../../home-case/names.ts';
import { type HomeTexts, textsOfHome } from '../../home-case/secrets.ts';
import { credentialsOfRequest } from '../../mocks/credentials-of-request.ts';
import { asksModel, isModelCall } from '../../mocks/providers/provider-stub.ts';
import { spokenDialect } from '../../mocks/providers/spoken-dialect.ts';
import { isUsageCall } from '../../mocks/providers/usage-endpoints.ts';
import { chat } from '../../paths/chat.ts';
import { asksMemorySearch } from '../../paths/parts/memory-search.ts';
import type { AnyPath } from '../../paths/paths.ts';
import { writeHomeCase } from '../home/write-home-case.ts';
import { GOOGLE_TOKENS, homeStubs, ownerOfAddress, usageStubsOfHome } from '../observe/home-stubs.ts';
import { hasLearned } from '../running/learning.ts';
import { pluginsNamed } from '../subject/named-plugins.ts';
import { pluginSettings } from '../subject/plugin-settings.ts';
import { presentPlugins } from '../subject/provider-plugins.ts';
import type { Subject } from '../subject/subject.ts';
import { traitsOf } from '../versions/traits.ts';
import { replacedSecret } from './replaced-secret.ts';
import type { Parties, Runnable, Staged } from './runnable.ts';

export function homeAsItIs(value: HomeCase): Runnable {
  return {
    text: textOfCase(value),
    provider: likeInCatalog(value, expectedModel(value, chat).provider).id,
    askedModel(path, version, lane) {
      const elsewhere = path.onlyLane && path.onlyLane !== lane;
      const missing = elsewhere
        ? `only a running gateway has ${path.name}`
        : path.isForBlindChat
          ? 'whether the chat model of a home looks at pictures is not known'
          : path.missingIn({ version, traits: traitsOf(version), lane });
      const model = { ...expectedModel(value, path), reference: modelReference(value, path) };
      return { model, unsupported: missing ?? nothingToAsk(value, path) };
    },
    asked(path, provider, version) {
      const reference = isChosenByBuild(value, path) ? null : modelReference(value, path);
      const namesAgent = path.drive.asksAgent(traitsOf(version));
      return { provider, model: reference, agent: namesAgent ? agentOf(value).id : 'main' };
    },
    choosesByItself: (path) => isChosenByBuild(value, path),
    mustAsk: () => false,
    fallback(path) {
      if (asksMemorySearch(path)) return searchFallback(value);
      return path.name === 'chat' ? (chatFallbacks(value)[0]?.provider ?? null) : null;
    },
    hasAwsOracle: () => false,
    isMadeOnce: false,
    needsOwnProcess: 'HTTPS_PROXY' in value.environment,
    isTakenTwice: (value.asked.after ?? []).length > 0,
    hasLearned: (requests) => hasLearned(hasSeveralProfiles(value), requests),
    stage: async (salt) => stagedHome(value, textsOfHome(value, salt), salt),
  };
}

function stagedHome(value: HomeCase, texts: HomeTexts, salt: string): Staged {
  return {
    canaries: texts.canaries,
    parties: partiesOf(value, texts.canaries),
    usesAwsFiles: value.files.some(({ as }) => as === 'ini'),
    writeHome(subject, folder, settings) {
      const plugins = pluginsOf(value, subject, settings.paths);
      return writeHomeCase(value, texts, { subject, folder, ...plugins, settings });
    },
    replaced(name) {
      const replaced = replacedSecret(value, texts, name, salt);
      return replaced && { ...replaced, staged: stagedHome(value, replaced.after, `${salt} again`) };
    },
  };
}

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** The `plugins` section of the driver in a home, and the plugins that the build must find. */
export function pluginsOf(value: HomeCase, subject: Subject, paths: readonly AnyPath[]) {
  const named = pluginsNamed(subject, namesIn(value));
  const isInstalled = (id: string) => presentPlugins(subject.version).some((plugin) => plugin.id === id);
  const used = [...providersOf(value).filter((id) => !isInstalled(id)), ...named.used];
  const plugins = pluginSettings(subject, used, null, paths, named.channels);
  return { plugins, there: [...(plugins.allow ?? []), ...named.channels] };
}

/** Whether a provider of the home has several profiles. */
function hasSeveralProfiles({ secrets }: HomeCase): boolean {
  const profiles = Object.values(secrets).filter(({ profile }) => profile !== null);
  return [...Map.groupBy(profiles, ({ provider }) => provider).values()].some(
    (own) => new Set(own.map(({ profile }) => profile)).size > 1,
  );
}

export function partiesOf(value: HomeCase, canaries: readonly Canary[]): Parties {
  const own = addressesOf(value);
  const tokenHosts = value.files.some(({ path }) => path.startsWith('.config/gcloud/'))
    ? [GOOGLE_TOKENS]
    : [];
  const declared = new Set([...providersOf(value).flatMap((id) => hostsOf(value, id)), ...tokenHosts]);
  const [unknown = null] = ofUnknownHosts(value);
  const isOfUnknown = ({ hostname }: URL) => unknown !== null && isNobodys(value, hostname);
  return {
    names: new Map(),
    stubs: (model) => homeStubs(value, canaries, model),
    usageStubs: () => usageStubsOfHome(value, canaries),
    isUsageCall: (url) => providersOf(value).some((id) => isUsageCall(id, url)),
    ownerOf(url) {
      const provider = providerOfHost(url.hostname);
      if (own.some((each) => each.url.hostname === url.hostname)) {
        return {
          id: ownerOfAddress(value, url) ?? provider?.id ?? 'unknown',
          isModelCall: (method, asked) => asksModel(spokenDialect(asked), method, asked),
        };
      }
      const service = serviceOfHost(url.hostname);
      if (service) return { id: service.id, isModelCall: () => true };
      const spoken = spokenDialect(url);
      // A server that the home does not name, at the port where a build looks for one.
      if (LOOPBACK.test(url.hostname))
        return { id: 'unknown', isModelCall: (method, asked) => asksModel(spoken, method, asked) };
      if (isOfUnknown(url) && unknown)
        return { id: unknown, isModelCall: (method, asked) => asksModel(spoken, method, asked) };
      return (
        provider && {
          id: provider.id,
          isModelCall: (method, asked) => isModelCall(provider.id, method, asked),
        }
      );
    },
    isDeclared: (url) =>
      declared.has(url.hostname) ||
      own.some((each) => each.url.hostname === url.hostname) ||
      (isOfUnknown(url) && asksModel(spokenDialect(url), 'POST', url)),
    ownHeaders: () => [],
    otherSecrets(headers) {
      const usual = new Set(
        credentialsOfRequest(headers, new URL('https://unknown.invalid')).map(({ text }) => text),
      );
      return Object.entries(headers)
        .filter(([, text]) => !usual.has(text) && canaries.some((canary) => text.includes(canary.text)))
        .filter(([name]) => name !== 'authorization')
        .map(([scheme, text]) => ({ scheme, text: text.replace(/^(Bearer|Basic) /i, '') }));
    },
  };
}
