/** Cases of builds that have no store of secrets. */
import { type Case, caseText } from '../case.ts';
import type { ProviderSetup } from '../provider-setup.ts';

/** Whether a secret of the case is in OpenClaw's own store of secrets. */
export function usesSecretStore(value: Case): boolean {
  return caseText(withoutSecretStore(value)) !== caseText(value);
}

/** The same with another SecretRef in place of each to the store. */
export function withoutSecretStore(value: Case): Case {
  const { provider, otherProvider, speechKey } = value;
  return {
    ...value,
    provider: setupWithout(provider),
    otherProvider: otherProvider && setupWithout(otherProvider),
    speechKey: speechKey && elsewhere(speechKey),
  };
}

function setupWithout(setup: ProviderSetup): ProviderSetup {
  const { profiles, entry } = setup;
  return {
    ...setup,
    profiles: profiles.map((profile) => ({ ...profile, secret: elsewhere(profile.secret) })),
    entry: entry && {
      ...entry,
      apiKey: entry.apiKey && elsewhere(entry.apiKey),
      header: entry.header && elsewhere(entry.header),
    },
  };
}

function elsewhere<T extends { readonly source: string }>(secret: T): T {
  return secret.source === 'store' ? { ...secret, source: 'exec' } : secret;
}
