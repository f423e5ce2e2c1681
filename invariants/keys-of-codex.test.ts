import { expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_SUBSCRIPTION, plainCase } from '../generators/plain-case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import type { PathName } from '../observation/path-name.ts';
import { failed, judged, observation } from '../test-support/conforming.ts';
import { ALL_LAWS, judge } from './laws.ts';

const LAWS = ALL_LAWS.filter(({ id }) => id === 'same-failure');
const model = { provider: 'openai-codex', id: 'gpt-5.4' };
const apiKey = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const keyed = { entry: { ...PLAIN_ENTRY, apiKey } };

/** Whether chat, which ends since its key is no token, and a path that finds no credential break the law. */
function breaks(path: PathName, setup: Partial<ProviderSetup>): boolean {
  const value = plainCase({ id: 'openai-codex', ...setup });
  const chat = observation('chat', { model, requests: [], outcome: failed('other') });
  const other = observation(path, { model, requests: [], outcome: failed('no-credential') });
  return judge(judged([chat, other], { value, version: '2026.4.24' }), LAWS).length > 0;
}

it.each(['image', 'image-generation'] as const)(
  '%s of a ChatGPT subscription need not end as chat does for a key in its entry',
  (path) => {
    expect(breaks(path, keyed)).toBe(false);
    expect(breaks(path, { ...keyed, profiles: [PLAIN_SUBSCRIPTION] })).toBe(true);
  },
);
