import { expect, it } from 'vitest';
import { isBundled } from './bundled-providers.ts';
import { traitsOf } from './traits.ts';

it('is a provider of the builds that have its plugin, from the first with plugins of providers on', () => {
  expect(['2026.3.13', '2026.3.22', '2026.4.7'].map((version) => isBundled('mistral', version))).toEqual([
    false,
    true,
    true,
  ]);
  // Its models are others in older builds.
  expect(['2026.4.7', '2026.4.12'].map((version) => isBundled('moonshot', version))).toEqual([false, true]);
  expect(isBundled('google', '2026.3.2')).toBe(true);
  expect(isBundled('openai-codex', '2026.3.22')).toBe(true);
});

it('needs its plugin to be enabled in each of these builds', () => {
  expect(traitsOf('2026.3.13').hasPlugins).toBe(false);
  expect(traitsOf('2026.3.22').hasPlugins).toBe(true);
});
