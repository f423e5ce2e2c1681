import type { EnvironmentVariable } from '../../generators/axes/environment.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { mapCaseSecrets } from '../../generators/secrets/map-case-secrets.ts';
import type { Secret } from '../../generators/secrets/map-secrets.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import type { Law } from '../law.ts';

export const irrelevantChange: Law = {
  id: 'irrelevant-change',
  sentence: 'a secret behind a reference does what the same secret as plain text does',
  source:
    'openclaw@2026.9.6:docs/gateway/secrets.md (SecretRefs are resolved before use); openclaw@2026.9.6:docs/help/environment.md (layers)',
  variant: (value) => {
    if (hidesPlainText(value)) return value;
    const changed = mapCaseSecrets(value, inline);
    const { provider, otherProvider } = changed;
    return {
      ...changed,
      provider: withVariablesInProcess(provider),
      otherProvider: otherProvider && withVariablesInProcess(otherProvider),
    };
  },
  judges: ({ variants }) => variants['irrelevant-change'] !== undefined,
  check: (judged) => comparedWithVariant('irrelevant-change', judged, 'as written', 'as plain text'),
};

/** Whether profiles would lose what they refer to as plain text: a misnamed field is that of text alone. */
function hidesPlainText({ profileRecord, provider, otherProvider }: Case): boolean {
  const profiles = [provider, otherProvider].flatMap((setup) => setup?.profiles ?? []);
  return profileRecord === 'misnamed' && profiles.some(({ secret }) => secret.source !== 'inline');
}

function withVariablesInProcess(setup: ProviderSetup): ProviderSetup {
  const { environment } = setup;
  return { ...setup, environment: environment.map((variable) => inProcess(variable, environment)) };
}

/**
 * Only what can be resolved: a reference to nothing has no plain text, and one to blanks fails closed where a blank text
 * is as none (openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md, "Missing or empty env values fail
 * resolution").
 */
function inline<T extends Secret>(secret: T): T {
  const isReference = !['inline', 'marker', 'foreign-name'].includes(secret.source);
  return isReference && secret.holds !== 'nothing' && secret.shape !== 'blank'
    ? { ...secret, source: 'inline' }
    : secret;
}

/** A variable that only one layer sets may as well be set in the process. */
function inProcess(variable: EnvironmentVariable, all: readonly EnvironmentVariable[]): EnvironmentVariable {
  const isAlone = all.filter(({ name }) => name === variable.name).length === 1;
  return isAlone && variable.layer !== 'workspace' ? { ...variable, layer: 'process' } : variable;
}
