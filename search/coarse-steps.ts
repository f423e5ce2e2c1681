/**
 * Large steps that a shrink tries first: each sets several axes to their simplest value at once. Most axes of a random
 * case have nothing to do with what it shows, and one run tells so of many.
 */
import type { Case } from '../generators/case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import type { EntrySecret, ProfileSecret } from '../generators/secret.ts';

export const COARSE_STEPS: readonly ((value: Case) => Case)[] = [
  (value) => ({ ...withProvider(value, USUAL), ...USUAL_REFERENCES, otherProvider: null }),
  (value) => withProvider(value, USUAL),
  (value) => ({ ...value, ...USUAL_REFERENCES }),
  (value) => ({ ...value, otherProvider: null }),
  (value) => withOther(value, { ...USUAL, environment: [], entry: null }),
  (value) => withOther(value, { profiles: [], order: null }),
  (value) => withProvider(value, plainSetup(value.provider)),
  (value) => withProvider(value, { profiles: [], order: null }),
  (value) => withProvider(value, { environment: [] }),
  // The entry of Amazon Bedrock is what makes it one.
  (value) => (value.provider.id === 'amazon-bedrock' ? value : withProvider(value, { entry: null })),
];

const USUAL: Partial<ProviderSetup> = {
  olderModelsFile: false,
  answer: 'by-key',
  answeredRequests: 'every',
  addressVariable: null,
};

const USUAL_REFERENCES: Partial<Case> = {
  media: 'same',
  mediaSelection: 'entries',
  mediaPin: null,
  agent: 'main',
};

function withProvider(value: Case, changes: Partial<ProviderSetup>): Case {
  return { ...value, provider: { ...value.provider, ...changes } };
}

function withOther(value: Case, changes: Partial<ProviderSetup>): Case {
  return value.otherProvider && value.otherProvider.id !== 'amazon-bedrock'
    ? { ...value, otherProvider: { ...value.otherProvider, ...changes } }
    : value;
}

/** Every secret live, plain and in its place; nothing expired, set aside or elsewhere. */
function plainSetup({ environment, profiles, entry }: ProviderSetup): Partial<ProviderSetup> {
  return {
    environment: environment.map((variable) => ({ ...variable, holds: 'live', shape: 'plain' })),
    profiles: profiles.map((profile) => ({
      ...profile,
      secret: plain(profile.secret),
      expires: 'never',
      cooldown: 'none',
    })),
    entry: entry && {
      ...entry,
      apiKey: entry.apiKey && plain(entry.apiKey),
      header: null,
      authHeader: false,
      baseUrl: 'default',
    },
  };
}

function plain<T extends ProfileSecret | EntrySecret>(secret: T): T {
  return { ...secret, source: 'inline', holds: 'live', shape: 'plain' };
}
