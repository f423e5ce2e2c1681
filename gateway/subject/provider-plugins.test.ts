/** Installs with an npm that writes a manifest, and refuses one package: what is tested is what becomes of the cache. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';
import { fakeBuild, fakePlugin } from '../../test-support/fake-build.ts';
import { npmStandIn } from '../../test-support/npm-stand-in.ts';
import { DEFAULT_TARGET } from '../versions/default-target.ts';
import { traitsOf } from '../versions/traits.ts';
import { isWithin } from '../versions/version.ts';
import { installSubject, listSubjects, removeInterrupted } from './install.ts';
import { pluginSettings } from './plugin-settings.ts';
import {
  absentProviders,
  installProviderPlugins,
  PROVIDER_PLUGINS,
  presentPlugins,
} from './provider-plugins.ts';

const NPM = `const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const [name] = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies);
appendFileSync(process.env.NPM_CALLS, name + ' ' + process.argv.slice(2).join(' ') + '\\n');
if (name.includes(process.env.NPM_LACKS)) {
  console.error('npm error code E404\\nnpm error 404 Not Found - GET ' + name);
  process.exit(1);
}
mkdirSync('node_modules/' + name, { recursive: true });
const id = name.replace(/^.*[/]|-provider$/g, '');
writeFileSync('node_modules/' + name + '/openclaw.plugin.json', JSON.stringify({ id, providers: [id] }));
`;
const { cache, calls } = npmStandIn(NPM, { NPM_LACKS: 'nothing' });
const idsOf = (version: string) => presentPlugins(version).map(({ id }) => id);

describe('the plugins of providers that a build does not bring', () => {
  it('come from npm once, and run no script', async () => {
    expect(absentProviders(DEFAULT_TARGET)).toEqual(['mistral', 'qwen', 'deepseek']);
    await installProviderPlugins(DEFAULT_TARGET, () => {});
    expect(idsOf(DEFAULT_TARGET)).toEqual(['mistral', 'qwen', 'deepseek']);
    expect(absentProviders(DEFAULT_TARGET)).toEqual([]);
    await installProviderPlugins(DEFAULT_TARGET, () => expect.unreachable());
    expect(calls()).toHaveLength(3);
    for (const call of calls()) expect(call).toContain('--ignore-scripts');
    expect(await listSubjects()).toEqual([]);
  });

  it('are not fetched for a build in a folder of the user', async () => {
    const { subject } = fakeBuild(DEFAULT_TARGET);
    await installSubject(subject.root, () => expect.unreachable());
    expect(calls()).toEqual([]);
  });

  it('are none in a build that has the providers itself, or that no plugin fits', async () => {
    for (const version of ['2026.4.24', '2026.7.1-2', '2026.8.1'])
      await installProviderPlugins(version, () => expect.unreachable());
    expect(calls()).toEqual([]);
    expect(absentProviders('2026.8.1')).toEqual([]);
  });

  it('that npm lacks are told in one line, and the others are there', async () => {
    vi.stubEnv('NPM_LACKS', 'qwen');
    const lines: string[] = [];
    await installProviderPlugins(DEFAULT_TARGET, (line) => lines.push(line));
    expect(lines).toEqual([
      expect.stringContaining('mistral, qwen, deepseek'),
      expect.stringMatching(/^Not installed.*qwen \(.*404 Not Found.*\)\. Check the network\.$/),
    ]);
    expect(idsOf(DEFAULT_TARGET)).toEqual(['mistral', 'deepseek']);
    expect(absentProviders(DEFAULT_TARGET)).toEqual(['qwen']);
    expect(readdirSync(path.join(cache(), PROVIDER_PLUGINS))).toHaveLength(2);
  });

  it('leave nothing of an install that was interrupted', async () => {
    const dead = path.join(PROVIDER_PLUGINS, 'mistral-provider-2026.9.5.installing-99999999');
    mkdirSync(path.join(cache(), dead), { recursive: true });
    expect(await removeInterrupted()).toEqual([dead]);
  });

  it('are loaded by the home of their provider alone, from where they lie', async () => {
    await installProviderPlugins(DEFAULT_TARGET, () => {});
    const { subject } = fakeBuild(DEFAULT_TARGET, { ...fakePlugin('google'), ...fakePlugin('openai') });
    const { folder } = presentPlugins(DEFAULT_TARGET).find(({ id }) => id === 'mistral')!;
    expect(existsSync(path.join(folder, 'openclaw.plugin.json'))).toBe(true);
    expect(pluginSettings(subject, ['mistral', 'google'])).toMatchObject({
      allow: ['mistral', 'google'],
      deny: ['openai'],
      entries: { mistral: { enabled: true } },
      load: { paths: [folder] },
    });
    const usual = pluginSettings(subject, ['google']);
    expect(usual).not.toHaveProperty('load');
    expect(usual).not.toHaveProperty('entries');
  });

  it("are not loaded in place of a build's own", async () => {
    await installProviderPlugins(DEFAULT_TARGET, () => {});
    const { subject } = fakeBuild(DEFAULT_TARGET, fakePlugin('mistral'));
    expect(pluginSettings(subject, ['mistral'])).not.toHaveProperty('load');
  });
});

it('a provider is of the builds that bring it, and of those that take its plugin', () => {
  const has = (version: string) => traitsOf(version).providers.includes('mistral');
  expect(['2026.7.1-2', '2026.8.1', '2026.9.4', '2026.9.5', '2026.9.6'].filter(has)).toEqual([
    '2026.7.1-2',
    '2026.9.5',
    '2026.9.6',
  ]);
  // A plugin is for builds after the last that has the provider.
  for (const { builds, installed = [] } of ALL_PROVIDERS)
    for (const each of installed) expect(isWithin(each.builds.from!, builds)).toBe(false);
});
