import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';
import { isBundled } from './bundled-providers.ts';
import { compareRecords } from './compare-records.ts';
import { DEFAULT_TARGET } from './default-target.ts';
import type { ListedPath } from './plugin-manifests.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'records-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

/** A package whose one plugin brings all that the records promise, but for the changes. */
function packageWith(change: (offered: Record<'providers' | ListedPath, string[]>) => void) {
  const bundled = ALL_PROVIDERS.filter(({ id }) => isBundled(id, DEFAULT_TARGET));
  const named = (wanted: ListedPath) =>
    bundled
      .filter(({ ownModels }) => ownModels?.[wanted])
      .map(({ id, namesOnPaths }) => namesOnPaths?.[wanted] ?? id);
  const offered = {
    providers: bundled.map(({ id }) => String(id)),
    embedding: named('embedding'),
    'image-generation': named('image-generation'),
    'video-generation': named('video-generation'),
    speech: named('speech'),
  };
  change(offered);
  const folder = path.join(root, String(++count));
  const plugin = path.join(folder, 'dist', 'extensions', 'everything');
  mkdirSync(plugin, { recursive: true });
  const manifest = {
    providers: offered.providers,
    contracts: {
      embeddingProviders: offered.embedding,
      imageGenerationProviders: offered['image-generation'],
      videoGenerationProviders: offered['video-generation'],
      speechProviders: offered.speech,
    },
    setup: { providers: [{ id: 'xai', envVars: ['XAI_API_KEY', 'GROK_KEY'] }] },
  };
  writeFileSync(path.join(plugin, 'openclaw.plugin.json'), JSON.stringify(manifest));
  return { version: DEFAULT_TARGET, root: folder };
}

const without = (list: readonly string[], id: string) => list.filter((each) => each !== id);

it('finds nothing broken where a build offers what the records promise, and tells what no record says', () => {
  expect(compareRecords(packageWith(() => {}))).toEqual({
    broken: [],
    unsaid: ['xai: the build reads GROK_KEY, which environmentVariables lacks.'],
  });
});

it('names the record whose plugin or path a build took away', () => {
  const changed = packageWith((offered) => {
    offered.providers = without(offered.providers, 'nvidia');
    offered.embedding = without(offered.embedding, 'gemini');
  });
  expect(compareRecords(changed).broken).toEqual([
    'nvidia: no plugin brings it. End builds at the last one that has it.',
    'google: the build has no embedding of it, for which ownModels names a model.',
  ]);
});

it('holds the record of a provider against its plugin where one is installed beside the build', () => {
  const plain = packageWith(() => {});
  const folder = path.join(root, 'beside', 'mistral-provider');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    providers: ['mistral'],
    contracts: { embeddingProviders: [] },
    setup: { providers: [{ id: 'mistral', envVars: ['MISTRAL_API_KEY', 'MISTRAL_KEY'] }] },
  };
  writeFileSync(path.join(folder, 'openclaw.plugin.json'), JSON.stringify(manifest));
  const { broken, unsaid } = compareRecords(plain, [{ id: 'mistral', folder }]);
  expect(broken).toEqual(['mistral: the build has no embedding of it, for which ownModels names a model.']);
  expect(unsaid).toContain('mistral: the build reads MISTRAL_KEY, which environmentVariables lacks.');
});

it('has nothing to compare in a build whose providers are no plugins', () => {
  expect(compareRecords({ version: '2026.3.2', root: path.join(root, 'none') })).toEqual({
    broken: [],
    unsaid: [],
  });
});
