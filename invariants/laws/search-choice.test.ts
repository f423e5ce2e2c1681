import { describe, expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const setup = (id: ProviderId) => {
  const [name] = providerOf(id).environmentVariables;
  return { id, environment: [{ name: name!, layer: 'process', holds: 'live', shape: 'plain' } as const] };
};
const two = (first: ProviderId, second: ProviderId, changes = {}) =>
  plainCase(setup(first), {
    otherProvider: plainCase(setup(second)).provider,
    mediaSelection: 'automatic',
    ...changes,
  });

function brokenBy(value: ReturnType<typeof two>, asked: ProviderId, version = '2026.9.6') {
  const key = sentFrom(value, ({ provider }) => provider === asked, 'bearer');
  const search = observation('web-search', {
    model: { provider: asked, id: 'model' },
    requests: [request(key)],
  });
  return judge(judged([search], { value, version })).flatMap(({ law, fingerprint }) =>
    law === 'search-order' ? [fingerprint.behaviour] : [],
  );
}

describe('the provider that searches where none is named', () => {
  it('is the first of the documented order that has its key', () => {
    const value = two('moonshot', 'google');
    expect(brokenBy(value, 'google')).toEqual([]);
    expect(brokenBy(value, 'moonshot')).toEqual(['another provider in place of the first that is ready']);
    expect(brokenBy(two('google', 'minimax'), 'minimax')).toEqual([]);
  });

  it('is left open where one is named, builds do not say, or a provider has more than its usual key', () => {
    expect(brokenBy(two('moonshot', 'google', { mediaSelection: 'entries' }), 'moonshot')).toEqual([]);
    expect(brokenBy(two('moonshot', 'google'), 'moonshot', '2026.4.24')).toEqual([]);
    const logged = two('moonshot', 'google');
    const profiles = [PLAIN_PROFILE];
    const other = { ...logged.otherProvider!, profiles };
    expect(brokenBy({ ...logged, otherProvider: other }, 'moonshot')).toEqual([]);
  });
});
