import { expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_SETUP, plainCase } from '../plain-case.ts';
import { usesSecretStore, withoutSecretStore } from './secret-store.ts';

const stored = { source: 'store', holds: 'live', shape: 'plain' } as const;
const profile = {
  name: 'a',
  type: 'api_key',
  secret: stored,
  expires: 'never',
  refresh: 'none',
  cooldown: 'none',
} as const;

it.each([
  plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey: stored } }),
  plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, header: stored } }),
  plainCase({ id: 'google', profiles: [profile] }),
  plainCase({ id: 'google' }, { otherProvider: { ...PLAIN_SETUP, id: 'openai', profiles: [profile] } }),
  plainCase({ id: 'google' }, { speechKey: stored }),
])('finds a secret of the store wherever it is, and puts it behind another reference (%#)', (value) => {
  expect(usesSecretStore(value)).toBe(true);
  const without = withoutSecretStore(value);
  expect(usesSecretStore(without)).toBe(false);
  expect(JSON.stringify(without)).toBe(JSON.stringify(value).replaceAll('"store"', '"exec"'));
});
