import { expect, it } from 'vitest';
import { providerOf } from '../generators/providers.ts';
import { declaredPlaces } from './coverage.ts';

it('declares the store of secrets as a place in builds that have one', () => {
  const stores = (version: string) =>
    declaredPlaces(providerOf('google'), version).filter((place) => place.includes('store'));
  expect(stores('2026.7.1-2')).toEqual([]);
  expect(stores('2026.8.1')).toEqual(['profile(store)', 'entry(store)']);
});
