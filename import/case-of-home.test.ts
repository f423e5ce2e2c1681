import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseOfHome } from './case-of-home.ts';
import { readOpenClawHome } from './openclaw-home.ts';

const SECRET = 'AIzaSy0123456789abcdef';

function homeOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'import-profiles-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

describe('imported profiles', () => {
  it('keep where an update left the profiles, and the form of their records', async () => {
    const imported = async (wroteIt: string, store: object) => {
      const folder = homeOf({
        '.openclaw/openclaw.json': `{ meta: { lastTouchedVersion: '${wroteIt}' }, agents: { defaults: { model: 'google/gemini-2.5-flash' } } }`,
        '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify(store),
      });
      const { case: value } = caseOfHome(await readOpenClawHome(folder, null), null);
      return [value.provider.profileStore, value.profileRecord, value.provider.profiles[0]?.secret.holds];
    };
    const record = { type: 'api_key', provider: 'google', key: SECRET };
    const { key: _, ...bare } = record;
    const file = (fields: object) => ({ version: 1, profiles: { 'google:default': fields } });
    expect(await imported('2026.4.24', file(record))).toEqual(['own', 'usual', 'live']);
    expect(await imported('2026.6.11', file(record))).toEqual(['older-file', 'usual', 'live']);
    expect(await imported('2026.3.28', file({ ...bare, api_key: SECRET }))).toEqual([
      'own',
      'misnamed',
      'live',
    ]);
    expect(await imported('2026.3.28', file({ ...bare, apiKey: SECRET }))).toEqual([
      'own',
      'aliased',
      'live',
    ]);
    expect(await imported('2026.6.11', { google: { provider: 'google', apiKey: SECRET } })).toEqual([
      'older-file',
      'flat',
      'live',
    ]);
  });
});

describe('an imported login shell', () => {
  it('is named as left out where it is switched on', async () => {
    const leftOut = async (enabled: boolean) => {
      const config = {
        env: { shellEnv: { enabled } },
        agents: { defaults: { model: 'google/gemini-2.5-flash' } },
      };
      const folder = homeOf({ '.openclaw/openclaw.json': JSON.stringify(config) });
      return caseOfHome(await readOpenClawHome(folder, null), null).leftOut;
    };
    expect(await leftOut(true)).toEqual(['env.shellEnv: a case has no login shell']);
    expect(await leftOut(false)).toEqual([]);
  });
});
