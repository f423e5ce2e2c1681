import { expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import type { Place } from '../generators/secrets/place.ts';
import type { PathName } from '../observation/path-name.ts';
import { failed, judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import { judge } from './laws.ts';

const model = { provider: 'github-copilot', id: 'model' };
const secret = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const noKey = { model, requests: [], outcome: failed('no-credential') };

/** The laws that a path breaks which finds no key, beside a chat that sends one, or that finds its provider down. */
function broken(setup: Partial<ProviderSetup>, holder: Place['holder'], path: PathName, isUp = true) {
  const value = plainCase({ id: 'github-copilot', ...setup });
  const sent = request(sentFrom(value, (place) => place.holder === holder, 'exchanged bearer'));
  const down = { requests: [{ ...sent, status: 500 }], outcome: failed('server-error') };
  const chat = observation('chat', { model, requests: [sent], ...(isUp ? {} : down) });
  const found = judge(judged([chat, observation(path, noKey)], { value, version: '2026.6.11' }));
  return found.map(({ law }) => law).filter((law) => law === 'same-failure' || law === 'usable-is-used');
}

const entry = { entry: { ...PLAIN_ENTRY, apiKey: secret } };
const variable = {
  environment: [{ name: 'COPILOT_GITHUB_TOKEN', layer: 'process', holds: 'live', shape: 'plain' } as const],
};

it.each(['embedding', 'memory'] as const)('%s of Copilot need not take the key of its entry', (path) => {
  expect(broken(entry, 'entry', path)).toEqual([]);
  expect(broken(entry, 'entry', path, false)).toEqual([]);
  expect(broken(entry, 'entry', 'image')).toEqual(['same-failure']);
});

it.each(['embedding', 'memory'] as const)('%s of Copilot must take its variable', (path) => {
  expect(broken(variable, 'environment', path)).toEqual(['same-failure']);
  expect(broken(variable, 'environment', path, false)).toContain('usable-is-used');
});
