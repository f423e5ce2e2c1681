import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fakeBuild, fakePlugin } from '../../test-support/fake-build.ts';
import { homeCaseOf } from '../../test-support/home-case-of.ts';
import { putProviderPlugin } from '../../test-support/provider-plugin.ts';
import { runnableOf } from '../cases/runnable-of.ts';
import { DEFAULT_TARGET } from '../versions/default-target.ts';

const { subject } = fakeBuild(DEFAULT_TARGET, { ...fakePlugin('google'), ...fakePlugin('telegram') });
const cache = mkdtempSync(path.join(os.tmpdir(), 'plugins-of-home-'));
vi.stubEnv('OPENCLAW_CONFORMANCE_CACHE', cache);
const plugin = putProviderPlugin(cache, 'mistral', DEFAULT_TARGET);

/** The `plugins` section of a user's home as a run writes it. */
async function sectionOf(content: object, environment: Record<string, string> = {}) {
  const value = homeCaseOf({
    writtenBy: DEFAULT_TARGET,
    files: [{ path: '.openclaw/openclaw.json', as: 'json', content }],
    environment,
    secrets: {},
    asked: { model: null, agent: null, failing: ['chat'] },
  });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'plugins-home-'));
  const staged = await runnableOf(value).stage('a run', null);
  const [compileCache, logFile] = [path.join(folder, 'cache'), path.join(folder, 'log')];
  await staged.writeHome(subject, folder, { compileCache, logFile, paths: [] });
  const file = readFileSync(path.join(folder, '.openclaw', 'openclaw.json'), 'utf8');
  return (JSON.parse(file) as { plugins: Record<string, unknown> }).plugins;
}

const asking = (model: string, more: object = {}) => ({ agents: { defaults: { model } }, ...more });

describe("a user's home on a build that does not bring a provider", () => {
  it('has its plugin where a model of the provider is configured', async () => {
    expect(await sectionOf(asking('mistral/mistral-large-latest'))).toMatchObject({
      allow: ['mistral'],
      entries: { mistral: { enabled: true } },
      load: { paths: [plugin] },
    });
  });

  it('has it where the plugin is enabled, beside what the user says of it and of others', async () => {
    const entries = { mistral: { enabled: true, config: {} }, telegram: { enabled: false } };
    const section = await sectionOf(asking('google/gemini-2.5-flash', { plugins: { entries } }));
    expect(section).toMatchObject({ entries, load: { paths: [plugin] } });
    expect(section.allow).toEqual(expect.arrayContaining(['google', 'mistral']));
  });

  it('has it, and no other plugin, where the user allows it in a list', async () => {
    const plugins = { allow: ['mistral', 'google'] };
    expect(await sectionOf(asking('google/gemini-2.5-flash', { plugins }))).toEqual({
      ...plugins,
      load: { paths: [plugin] },
    });
  });

  it('has it not for a variable alone, which tells of no plugin', async () => {
    const home = asking('google/gemini-2.5-flash');
    const section = await sectionOf(home, { MISTRAL_API_KEY: 'a-key-of-somebody' });
    expect(section.allow).toEqual(['google']);
    expect(section).not.toHaveProperty('load');
  });
});
