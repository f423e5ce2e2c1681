import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBuild, fakePlugin } from '../../test-support/fake-build.ts';
import { putProviderPlugin } from '../../test-support/provider-plugin.ts';
import { DEFAULT_TARGET } from '../versions/default-target.ts';
import { pluginsNamed } from './named-plugins.ts';

const { subject } = fakeBuild(DEFAULT_TARGET, fakePlugin('google'));
const usedBy = (...names: string[]) => pluginsNamed(subject, new Set(names)).used;

describe('a plugin that a user installs', () => {
  beforeEach(() => {
    const cache = mkdtempSync(path.join(os.tmpdir(), 'named-plugins-'));
    vi.stubEnv('OPENCLAW_CONFORMANCE_CACHE', cache);
    putProviderPlugin(cache, 'qwen', DEFAULT_TARGET, {
      id: 'qwen',
      providers: ['qwen', 'modelstudio'],
      setup: { providers: [{ id: 'qwen', envVars: ['QWEN_API_KEY'] }] },
    });
  });

  it('is in a home that names it or one of its providers', () => {
    expect(usedBy('google', 'qwen')).toEqual(['google', 'qwen']);
    expect(usedBy('modelstudio')).toEqual(['qwen']);
  });

  it('is not in a home that has a variable of it alone', () => {
    expect(usedBy('QWEN_API_KEY')).toEqual([]);
  });
});
