import { expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { failed, observation } from '../../test-support/conforming.ts';
import { Coverage, declaredPlaces } from './coverage.ts';
import { pairKey } from './pair.ts';

it('declares the store of secrets as a place in builds that have one', () => {
  const stores = (version: string) =>
    declaredPlaces(providerOf('google'), version).filter((place) => place.includes('store'));
  expect(stores('2026.7.1-2')).toEqual([]);
  expect(stores('2026.8.1')).toEqual(['profile(store)', 'entry(store)']);
});

it('counts a path for its own provider, and only where it came to a credential', () => {
  const coverage = new Coverage();
  coverage.add(plainCase({ id: 'google' }), [
    observation('chat'),
    observation('completion', { outcome: failed('rejected') }),
    observation('image', { model: { provider: 'openai', id: 'gpt-5.4' } }),
    observation('audio', { outcome: { kind: 'failure', class: 'bad-config', message: '' } }),
    observation('video', { outcome: { kind: 'failure', class: 'crashed', message: '' } }),
    observation('pdf-tool', { outcome: { kind: 'failure', class: 'no-turn', message: '' } }),
    observation('speech', { outcome: { kind: 'unsupported', reason: 'not part of this build' } }),
  ]);
  const counts = coverage.counts();
  const paths = ALL_PATHS.filter((path) => counts[pairKey({ family: 'google', path })] === 1);
  expect(paths).toEqual(['chat', 'completion']);
});
