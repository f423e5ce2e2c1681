import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { uncoveredProviders } from './uncovered-providers.ts';

it("a provider of a new build shows up by itself, by either form of a plugin's manifest", () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'uncovered-'));
  const manifests = {
    google: { providers: ['google'], providerAuthEnvVars: { google: ['GEMINI_API_KEY'] } },
    older: { providers: ['older'], providerAuthEnvVars: { older: ['OLDER_KEY'] } },
    newer: { providers: ['newer'], setup: { providers: [{ id: 'newer', envVars: ['NEWER_KEY'] }] } },
    voice: {
      contracts: { mediaUnderstandingProviders: ['voice'] },
      setup: { providers: [{ id: 'voice', envVars: ['VOICE_KEY'] }] },
    },
    keyless: { providers: ['keyless'], setup: { providers: [{ id: 'keyless' }] } },
    search: { setup: { providers: [{ id: 'search', envVars: ['SEARCH_KEY'] }] } },
  };
  for (const [name, manifest] of Object.entries(manifests)) {
    const folder = path.join(root, 'dist', 'extensions', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'openclaw.plugin.json'), JSON.stringify(manifest));
  }
  expect(uncoveredProviders({ root })).toEqual(['newer', 'older', 'voice']);
  const folder = path.join(root, 'beside', 'plan-provider');
  mkdirSync(folder, { recursive: true });
  const beside = { providers: ['plan'], setup: { providers: [{ id: 'plan', envVars: ['PLAN_KEY'] }] } };
  writeFileSync(path.join(folder, 'openclaw.plugin.json'), JSON.stringify(beside));
  expect(uncoveredProviders({ root }, [{ id: 'plan', folder }])).toContain('plan');
  rmSync(root, { recursive: true });
});
