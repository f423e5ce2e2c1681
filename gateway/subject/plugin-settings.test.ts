import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { memory } from '../../paths/memory.ts';
import { pdfTool } from '../../paths/pdf-tool.ts';
import { fakeBuild, fakePlugin } from '../../test-support/fake-build.ts';
import { mirrorEnvironment, pluginSettings, widerMirrorEnvironment } from './plugin-settings.ts';
import { stagePluginDependencies } from './plugin-staging.ts';

const PLUGINS = Object.assign(
  {},
  ...['google', 'openai', 'memory-core', 'document-extract', 'telegram', 'bonjour'].map((id) =>
    fakePlugin(id),
  ),
);
const late = fakeBuild('2026.9.6', PLUGINS).subject;
const mirrored = fakeBuild('2026.4.24', PLUGINS).subject;

describe('the plugins of a home', () => {
  it('are those of its providers that the build has; every other one is denied', () => {
    expect(pluginSettings(late, ['google', 'anthropic'])).toEqual({
      allow: ['google'],
      deny: ['bonjour', 'document-extract', 'memory-core', 'openai', 'telegram'],
      slots: { memory: 'none' },
    });
  });

  it('need no denial where a mirror holds no other', () => {
    expect(pluginSettings(mirrored, ['google'])).toEqual({ allow: ['google'], slots: { memory: 'none' } });
  });

  it('are with memory for the path of memory alone, and with the reader of documents for that of PDF', () => {
    expect(pluginSettings(mirrored, ['google'], null, [memory])).toEqual({
      allow: ['google', 'memory-core'],
    });
    expect(pluginSettings(mirrored, ['google'], null, [pdfTool])).toEqual({
      allow: ['google', 'document-extract'],
      slots: { memory: 'none' },
    });
  });

  it('are off as a whole in the builds whose providers are part of the core', () => {
    expect(pluginSettings(fakeBuild('2026.3.13', PLUGINS).subject, ['google'])).toEqual({ enabled: false });
    expect(pluginSettings(fakeBuild('2026.3.22', PLUGINS).subject, ['google'])).toMatchObject({
      allow: ['google'],
    });
  });
});

it('a build is pointed at its mirror where it has one', () => {
  expect(mirrorEnvironment(late, '/run')).toEqual({});
  expect(mirrorEnvironment(mirrored, '/run')).toMatchObject({
    OPENCLAW_BUNDLED_PLUGINS_DIR: '/run/mirror/dist/extensions',
  });
});

describe('the mirror for a home', () => {
  const services = ['elevenlabs', 'deepgram'];
  const { subject } = fakeBuild('2026.4.24', {
    ...fakePlugin('google'),
    ...Object.assign({}, ...services.map((id) => fakePlugin(id, { ws: '^8.20.0' }))),
    'ws/package.json': JSON.stringify({ version: '8.20.1' }),
  });
  const { OPENCLAW_BUNDLED_PLUGINS_DIR: plugins = '', OPENCLAW_PLUGIN_STAGE_DIR: stages = '' } =
    widerMirrorEnvironment(subject, ['google', ...services]);

  it('has the plugins that the home needs, beside those under test', () => {
    expect(readdirSync(plugins).sort()).toEqual(['deepgram', 'elevenlabs', 'google']);
  });

  it('has a stage with their dependencies for every folder that the build may load them from', () => {
    const mirror = path.resolve(plugins, '..', '..');
    const before = readdirSync(stages);
    stagePluginDependencies(subject, [subject.root, mirror], path.dirname(stages));
    expect(readdirSync(stages)).toEqual(before);
    for (const stage of before)
      expect(existsSync(path.join(stages, stage, 'node_modules', 'ws', 'package.json'))).toBe(true);
  });

  it('is the usual one where the home needs no other plugin', () => {
    expect(widerMirrorEnvironment(subject, ['google'])).toEqual({});
  });

  it('is made for a home with more plugins than the name of a folder has room for', () => {
    const many = Array.from({ length: 90 }, (_, at) => `a-plugin-of-number-${at}`);
    expect(existsSync(widerMirrorEnvironment(subject, many).OPENCLAW_BUNDLED_PLUGINS_DIR ?? '')).toBe(true);
  });
});
