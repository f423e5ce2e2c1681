/** A case of the generators' vocabulary as the lanes see it. */
import { choosesMemory } from '../../generators/axes/memory-choice.ts';
import type { Case } from '../../generators/case.ts';
import { caseText } from '../../generators/case.ts';
import { needsOwnProcess } from '../../generators/own-process.ts';
import { ownerOfHost, providerOfSetup } from '../../generators/provider-setup.ts';
import { providerNamed } from '../../generators/providers/catalog.ts';
import { type CaseCanary, canariesOf, setupsOf } from '../../generators/secrets/canaries.ts';
import { foreignNamesOf } from '../../generators/secrets/foreign-names.ts';
import type { AwsBackend } from '../../mocks/aws/backend.ts';
import { isQuiet } from '../../mocks/network/quiet-endpoints.ts';
import { isModelCall, REDIRECT_HOST } from '../../mocks/providers/provider-stub.ts';
import { isUsageCall } from '../../mocks/providers/usage-endpoints.ts';
import { choosesByItself, fallbackOf } from '../../paths/asked-model.ts';
import { asksMemorySearch } from '../../paths/parts/memory-search.ts';
import { askedOf } from '../asked/asked.ts';
import { commandBeforeOf } from '../asked/command-before.ts';
import { askedModel } from '../asked/unsupported-reason.ts';
import { writeHome } from '../home/home.ts';
import { seenHeaders } from '../home/own-headers.ts';
import { caseStubs, usageStubsOf } from '../observe/case-stubs.ts';
import { type Logins, lastingLogins } from '../observe/logins.ts';
import { hasLearned } from '../running/learning.ts';
import { pluginSettings } from '../subject/plugin-settings.ts';
import { traitsOf } from '../versions/traits.ts';
import type { Parties, Runnable, Staged } from './runnable.ts';

export function drawnCase(value: Case): Runnable {
  return {
    text: caseText(value),
    provider: value.provider.id,
    askedModel: (path, version, lane) => askedModel(value, path, version, lane),
    asked: (path, provider, version) => askedOf(value, path, provider, version),
    choosesByItself: (path) => choosesByItself(value, path),
    mustAsk: (path) => choosesMemory(value) && asksMemorySearch(path),
    fallback: (path) => fallbackOf(value, path)?.provider ?? null,
    hasAwsOracle: (provider) => providerNamed(provider)?.credentials === 'aws',
    isTakenTwice: false,
    needsOwnProcess: needsOwnProcess(value),
    isMadeOnce: commandBeforeOf(value)?.[0] === 'doctor',
    hasLearned: (requests) =>
      hasLearned(
        setupsOf(value).some(({ profiles }) => profiles.length > 1),
        requests,
      ),
    async stage(salt, aws) {
      const made = canariesOf(value, salt);
      return stagedCase(value, aws ? await aws.prepare(made) : made, aws);
    },
  };
}

/** A case with the given secrets. */
export function stagedCase(
  value: Case,
  canaries: CaseCanary[],
  aws: AwsBackend | null,
  logins: Logins = lastingLogins,
): Staged {
  return {
    canaries,
    parties: partiesOf(value, canaries, aws, logins),
    usesAwsFiles: setupsOf(value).some((setup) => setup.aws !== null && setup.aws.sources.length > 0),
    writeHome(subject, folder, settings) {
      const providers = setupsOf(value).map(({ id }) => id);
      const plugins = pluginSettings(subject, providers, value.otherPlugin, settings.paths);
      return writeHome(value, canaries, traitsOf(subject.version), folder, { ...settings, plugins });
    },
  };
}

function partiesOf(value: Case, canaries: CaseCanary[], aws: AwsBackend | null, logins: Logins): Parties {
  const setups = setupsOf(value);
  return {
    names: foreignNamesOf(value),
    stubs: (model) => caseStubs(value, canaries, aws, model, logins),
    usageStubs: () => usageStubsOf(value, canaries),
    isUsageCall: (url) => setups.some(({ id }) => isUsageCall(id, url)),
    ownerOf({ hostname }) {
      const owner = ownerOfHost(setups, hostname);
      return owner && { id: owner.id, isModelCall: (method, url) => isModelCall(owner.id, method, url) };
    },
    isDeclared({ hostname: host }, isGateway) {
      const owner = ownerOfHost(setups, host);
      return setups.some(
        (setup) =>
          setup.id === owner?.id ||
          (!isQuiet(host, isGateway) && providerOfSetup(setup).serviceHosts?.includes(host)) ||
          (setup.answer === 'redirect' && host === REDIRECT_HOST),
      );
    },
    ownHeaders: (provider, headers) => seenHeaders(value, canaries, provider, headers),
    otherSecrets: () => [],
  };
}
