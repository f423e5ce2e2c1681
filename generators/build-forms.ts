/** Forms that only some builds read, and cases for those that do not. */
import { allowsPrivate } from './axes/base-url.ts';
import { type Case, caseText } from './case.ts';
import type { ProviderSetup } from './provider-setup.ts';
import { mapCaseSecrets } from './secrets/map-case-secrets.ts';
import type { Secret } from './secrets/map-secrets.ts';

/** The forms that a build reads, of those that not every build does. */
export interface BuildForms {
  /** Whether there is a store of secrets that a SecretRef may name. */
  readonly hasSecretStore: boolean;
  /** Whether `$NAME` stands for a variable, as `${NAME}` does. */
  readonly readsShortTemplates: boolean;
  /** Whether the configured model of chat may name a profile. */
  readonly modelNamesProfile: boolean;
  /** Whether a model's id without its provider stands for the model of the one provider whose entry lists it. */
  readonly infersProvider: boolean;
  /** Whether `apiKey` of an entry may be the id of a profile; before, it is sent as it stands. */
  readonly entryNamesProfile: boolean;
  /** Whether an entry can allow a private address; before, such a configuration is refused. */
  readonly allowsPrivateNetwork: boolean;
  /** Whether memory search takes the first provider with a key where none is named; else it takes OpenAI. */
  readonly choosesMemory: boolean;
}

const WORDS: Readonly<Record<keyof BuildForms, string>> = {
  hasSecretStore: 'store of secrets',
  readsShortTemplates: 'templates without braces',
  modelNamesProfile: 'models that name a profile',
  infersProvider: 'models without their provider',
  entryNamesProfile: 'entries that name a profile',
  allowsPrivateNetwork: 'entries that allow a private address',
  choosesMemory: 'memory search that chooses its provider',
};

const EVERY_FORM: BuildForms = {
  hasSecretStore: true,
  readsShortTemplates: true,
  modelNamesProfile: true,
  infersProvider: true,
  entryNamesProfile: true,
  allowsPrivateNetwork: true,
  choosesMemory: true,
};

/** The form of a case that a build does not read, in words; null: it reads all. */
export function unreadForm(value: Case, forms: BuildForms): string | null {
  const unread = (Object.keys(WORDS) as (keyof BuildForms)[]).find(
    (form) =>
      !forms[form] && caseText(inFormsOf(value, { ...EVERY_FORM, [form]: false })) !== caseText(value),
  );
  return unread ? WORDS[unread] : null;
}

/** The same case with something else in place of each form that a build does not read. */
export function inFormsOf(value: Case, forms: BuildForms): Case {
  const { hasSecretStore, readsShortTemplates } = forms;
  const read = mapCaseSecrets(value, <T extends Secret>(secret: T): T => {
    if (secret.source === 'store' && !hasSecretStore) return { ...secret, source: 'exec' };
    return secret.source === 'short-template' && !readsShortTemplates
      ? { ...secret, source: 'template' }
      : secret;
  });
  const inNetwork = (setup: ProviderSetup) => (forms.allowsPrivateNetwork ? setup : withoutTrust(setup));
  return {
    ...read,
    provider: inNetwork(read.provider),
    otherProvider: read.otherProvider && inNetwork(read.otherProvider),
    chatProfile: forms.modelNamesProfile ? read.chatProfile : null,
    bareModel: forms.infersProvider && read.bareModel,
    entryProfile: forms.entryNamesProfile && read.entryProfile,
    memoryChoice: (forms.choosesMemory || read.provider.id === 'openai') && read.memoryChoice,
  };
}

/** The same at an address that needs no leave. */
function withoutTrust(setup: ProviderSetup): ProviderSetup {
  const { entry } = setup;
  if (!entry || !allowsPrivate(entry.baseUrl)) return setup;
  return { ...setup, entry: { ...entry, baseUrl: entry.baseUrl === 'trusted-lan' ? 'lan' : 'default' } };
}
