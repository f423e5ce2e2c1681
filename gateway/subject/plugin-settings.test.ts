import { describe, expect, it } from 'vitest';
import { memory } from '../../paths/memory.ts';
import { pdfTool } from '../../paths/pdf-tool.ts';
import { fakeBuild, fakePlugin } from '../../test-support/fake-build.ts';
import { mirrorEnvironment, pluginSettings } from './plugin-settings.ts';

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
  });
});

it('a build is pointed at its mirror where it has one', () => {
  expect(mirrorEnvironment(late, '/run')).toEqual({});
  expect(mirrorEnvironment(mirrored, '/run')).toMatchObject({
    OPENCLAW_BUNDLED_PLUGINS_DIR: '/run/mirror/dist/extensions',
  });
});
