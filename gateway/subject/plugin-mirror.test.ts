import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeBuild, fakePlugin } from '../../test-support/fake-build.ts';
import { mirrorRoot, needsMirror, writeMirror } from './plugin-mirror.ts';

const { subject, folder } = fakeBuild('2026.4.24', {
  ...fakePlugin('google', {}, "import '../../used-AbCd1234.js'; import 'openclaw/plugin-sdk/core';"),
  ...fakePlugin('memory-core', {}, "export * from '../../plugin-sdk/by-path.js';"),
  ...fakePlugin('telegram'),
  ...fakePlugin('discord', {}, "import '../../other-AbCd1234.js'; import 'openclaw/plugin-sdk/chat';"),
  'openclaw/dist/used-AbCd1234.js': '',
  'openclaw/dist/other-AbCd1234.js': '',
  'openclaw/dist/plugin-sdk/core.js': '',
  'openclaw/dist/plugin-sdk/by-path.js': '',
  'openclaw/dist/plugin-sdk/chat.js': '',
  'openclaw/README.md': '',
  'some-library/index.js': '',
});
const run = path.join(folder, 'run');
mkdirSync(run);
writeMirror(subject, run);
const mirror = mirrorRoot(run);
const below = (...names: string[]) => readdirSync(path.join(mirror, ...names)).sort();

describe('the mirror of a build', () => {
  it('has the plugins that cases and paths use, and those that modules of the build import by path, as copies', () => {
    expect(below('dist', 'extensions')).toEqual(['google', 'memory-core', 'telegram']);
    expect(lstatSync(path.join(mirror, 'dist', 'extensions', 'google')).isSymbolicLink()).toBe(false);
  });

  it('has of the bundled modules what those plugins import, and whatever has a name of its own', () => {
    expect(below('dist')).toEqual(['extensions', 'index.js', 'plugin-sdk', 'used-AbCd1234.js']);
    expect(below('dist', 'plugin-sdk')).toEqual(['by-path.js', 'core.js']);
  });

  it('links the rest, so that a plugin meets the very modules of the build', () => {
    expect(realpathSync(path.join(mirror, 'dist', 'index.js'))).toBe(subject.main);
    expect(realpathSync(path.join(mirror, 'package.json'))).toBe(path.join(subject.root, 'package.json'));
  });

  it('finds what npm put beside the package, and not inside itself', () => {
    expect(existsSync(path.join(mirror, '..', 'node_modules', 'some-library'))).toBe(true);
    expect(existsSync(path.join(mirror, 'node_modules'))).toBe(false);
  });
});

it.each([
  ['2026.3.13', {}, false],
  ['2026.4.24', fakePlugin('google'), true],
  ['2026.6.4', fakePlugin('google'), true],
  ['2026.6.5', fakePlugin('google'), false],
])('a build %s with %o needs a mirror: %s', (version, plugins, needs) => {
  expect(needsMirror(fakeBuild(version, plugins).subject)).toBe(needs);
});
