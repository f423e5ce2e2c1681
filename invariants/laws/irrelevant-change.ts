import type { EnvironmentVariable } from '../../generators/axes/environment.ts';
import type { EntrySecret, ProfileSecret, SpeechSecret } from '../../generators/axes/secret.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import type { Law } from '../law.ts';

export const irrelevantChange: Law = {
  id: 'irrelevant-change',
  sentence: 'a secret behind a reference does what the same secret as plain text does',
  source:
    'openclaw@2026.9.6:docs/gateway/secrets.md (SecretRefs are resolved before use); openclaw@2026.9.6:docs/help/environment.md (layers)',
  variant: (value) => ({
    ...value,
    provider: plainSetup(value.provider),
    otherProvider: value.otherProvider && plainSetup(value.otherProvider),
    speechKey: value.speechKey && inline(value.speechKey),
  }),
  check: (judged) => comparedWithVariant('irrelevant-change', judged, 'as written', 'as plain text'),
};

function plainSetup(setup: ProviderSetup): ProviderSetup {
  return {
    ...setup,
    environment: setup.environment.map((variable) => inProcess(variable, setup.environment)),
    profiles: setup.profiles.map((profile) => ({ ...profile, secret: inline(profile.secret) })),
    entry: setup.entry && {
      ...setup.entry,
      apiKey: setup.entry.apiKey && inline(setup.entry.apiKey),
      header: setup.entry.header && inline(setup.entry.header),
    },
  };
}

/** Only what can be resolved: a reference to nothing has no plain text. */
function inline<T extends ProfileSecret | EntrySecret | SpeechSecret>(secret: T): T {
  const isReference = !['inline', 'marker', 'foreign-name'].includes(secret.source);
  return isReference && secret.holds !== 'nothing' ? { ...secret, source: 'inline' } : secret;
}

/** A variable that only one layer sets may as well be set in the process. */
function inProcess(variable: EnvironmentVariable, all: readonly EnvironmentVariable[]): EnvironmentVariable {
  const isAlone = all.filter(({ name }) => name === variable.name).length === 1;
  return isAlone && variable.layer !== 'workspace' ? { ...variable, layer: 'process' } : variable;
}
