import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeBuild, fakePlugin } from '../../test-support/fake-build.ts';
import {
  linkPluginDependencies,
  missingPluginDependencies,
  PLUGIN_MODULES,
  stagePluginDependencies,
} from './plugin-staging.ts';

const manifest = (version: string) => JSON.stringify({ version });
const FILES = {
  ...fakePlugin('google', { '@google/genai': '^1.0.0', pinned: '2.0.0', ranged: '^1.0.0', absent: '^3.0.0' }),
  ...fakePlugin('telegram', { grammy: '1.0.0' }),
  ...fakePlugin('discord', { ws: '1.0.0' }),
  '@google/genai/package.json': manifest('1.5.0'),
  'pinned/package.json': manifest('1.0.0'),
  'ranged/package.json': manifest('9.0.0'),
  '.bin/tool': '',
};

describe('what the plugins of a build lack', () => {
  it("is what npm did not bring, and what is pinned to another version; ranges are npm's own business", () => {
    const missing = { pinned: '2.0.0', absent: '^3.0.0', grammy: '1.0.0' };
    expect(missingPluginDependencies(fakeBuild('2026.4.20', FILES).subject)).toEqual(missing);
    expect(missingPluginDependencies(fakeBuild('2026.4.24', FILES).subject)).toEqual(missing);
  });

  it.each(['2026.4.15', '2026.6.1', '2026.9.6'])(
    'is nothing on %s, which brings or needs no modules',
    (version) => {
      expect(missingPluginDependencies(fakeBuild(version, FILES).subject)).toEqual({});
    },
  );
});

describe('links to modules', () => {
  it('are made below the package where the build looks there only', () => {
    const { subject } = fakeBuild('2026.4.20', FILES);
    linkPluginDependencies(subject);
    // A second install finds them made.
    linkPluginDependencies(subject);
    const modules = path.join(subject.root, 'node_modules');
    expect(readdirSync(modules).sort()).toEqual(['@google', 'pinned', 'ranged']);
    expect(realpathSync(path.join(modules, '@google', 'genai'))).toBe(
      path.join(subject.root, '..', '@google', 'genai'),
    );
  });

  it('are made anew where they lead to where the cache was before', () => {
    const { subject, folder } = fakeBuild('2026.4.20', FILES);
    const link = path.join(subject.root, 'node_modules', 'pinned');
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(folder, 'moved', 'pinned'), link);
    linkPluginDependencies(subject);
    expect(readFileSync(path.join(link, 'package.json'), 'utf8')).toBe(manifest('1.0.0'));
  });

  it('leave a build of another time as it is', () => {
    const { subject } = fakeBuild('2026.4.24', FILES);
    linkPluginDependencies(subject);
    expect(existsSync(path.join(subject.root, 'node_modules'))).toBe(false);
  });

  it('are made in a stage of each folder that plugins are loaded from, those of the plugins first', () => {
    const { subject, folder } = fakeBuild('2026.4.24', FILES);
    const own = path.join(folder, PLUGIN_MODULES, 'node_modules', 'pinned');
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'package.json'), manifest('2.0.0'));
    const mirror = path.join(folder, 'mirror');
    mkdirSync(mirror);
    const variables = stagePluginDependencies(subject, [subject.root, mirror], folder);
    const stages = path.join(folder, 'stage');
    expect(variables).toEqual({ OPENCLAW_PLUGIN_STAGE_DIR: stages });
    // One for each folder, and one for what is loaded from it.
    expect(readdirSync(stages)).toHaveLength(4);
    for (const stage of readdirSync(stages)) {
      expect(stage).toMatch(/^openclaw-(2026\.4\.24|unknown)-[0-9a-f]{12}$/);
      const pinned = path.join(stages, stage, 'node_modules', 'pinned', 'package.json');
      expect(readFileSync(pinned, 'utf8')).toBe(manifest('2.0.0'));
      expect(readdirSync(path.join(stages, stage, 'node_modules')).sort()).toEqual([
        '@google',
        'pinned',
        'ranged',
      ]);
    }
  });

  it('are not made where the build needs no stage', () => {
    const { subject, folder } = fakeBuild('2026.9.6', FILES);
    expect(stagePluginDependencies(subject, [subject.root], folder)).toEqual({});
    expect(existsSync(path.join(folder, 'stage'))).toBe(false);
  });
});
