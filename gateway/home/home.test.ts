import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ONLY_HOST } from '../../generators/axes/proxy.ts';
import type { Case } from '../../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { PathName } from '../../observation/path-name.ts';
import { setupText } from '../../reports/setup-text.ts';
import { writtenHome } from '../../test-support/written-home.ts';
import { DEFAULT_TARGET } from '../versions/default-target.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'home-test-'));
afterAll(() => rmSync(root, { recursive: true }));
const written = (value: Case, version: string, pathName?: PathName) =>
  writtenHome(root, value, version, pathName);

const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const live = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;

describe('a home', () => {
  it('has the key of speech where the version reads it', async () => {
    const value = plainCase({ id: 'google' }, { speechKey: key });
    const [older, newer] = [await written(value, '2026.7.1-2'), await written(value, '2026.8.1')];
    const text = older.canaries[0]!.written;
    expect(older.config.messages.tts.providers.google.apiKey).toBe(text);
    expect(newer.config.tts.providers.google.apiKey).toBe(newer.canaries[0]!.written);
    expect((await written(value, '2026.3.23')).config).not.toHaveProperty('messages');
    expect(older.home.declares('.openclaw/openclaw.json', older.canaries[0]!)).toBe(true);
  });

  it('declares the profiles that the case says, beside their order', async () => {
    const profiles = [PLAIN_PROFILE, { ...PLAIN_PROFILE, name: 'b' as const }];
    const authOf = async (listedProfiles: 'none' | 'all' | 'first', id: 'google' | 'volcengine-plan') =>
      (await written(plainCase({ id, profiles, listedProfiles }), '2026.5.22')).config.auth;
    expect(await authOf('none', 'google')).toBeUndefined();
    const declared = { 'google:a': { provider: 'google', mode: 'api_key' } };
    expect(await authOf('first', 'google')).toEqual({ profiles: declared });
    expect(Object.keys((await authOf('all', 'volcengine-plan')).profiles)).toEqual([
      'volcengine:a',
      'volcengine:b',
    ]);
  });

  it('leaves the address out of an entry where the version takes one without', async () => {
    const value = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, baseUrl: 'absent' } });
    expect((await written(value, '2026.5.20')).config.models.providers.google).not.toHaveProperty('baseUrl');
    expect((await written(value, '2026.5.18')).config.models.providers.google.baseUrl).toMatch(/^https:/);
  });

  it('leaves a header out that the version would refuse to read behind a reference', async () => {
    const header = { ...key, source: 'env' } as const;
    const value = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, header } });
    const headersOf = async (version: string) =>
      (await written(value, version)).config.models.providers.google.headers;
    expect(await headersOf('2026.3.2')).toBeUndefined();
    expect(await headersOf('2026.3.7')).toMatchObject({ 'x-goog-api-key': { source: 'env' } });
  });

  it('has a configuration in the working directory that moves every provider away, where the case says so', async () => {
    const value = plainCase({ id: 'google', environment: [live] }, { foreignConfig: true });
    const { folder, json, config } = await written(value, DEFAULT_TARGET);
    const named = readFileSync(path.join(folder, 'work', '.env'), 'utf8');
    expect(named).toContain(`OPENCLAW_CONFIG_PATH="${path.join(folder, 'work', 'openclaw.json')}"`);
    expect(json('work/openclaw.json').models.providers.google.baseUrl).toBe(
      'https://google.named-by-variable.com/v1beta',
    );
    expect(config.models).toBeUndefined();
    const plain = await written(plainCase({ id: 'google', environment: [live] }), DEFAULT_TARGET);
    expect(existsSync(path.join(plain.folder, 'work', '.env'))).toBe(false);
  });

  it('has a program that can be run and fails, where the case says so', async () => {
    const { home } = await written(plainCase({ id: 'google' }, { brokenProgram: 'whisper' }), '2026.4.21');
    expect(statSync(path.join(home.programs!, 'whisper')).mode & 0o100).not.toBe(0);
    expect((await written(plainCase({ id: 'google' }), '2026.4.21')).home.programs).toBeNull();
  });

  it('has a key of something else as a reference to a variable that is set', async () => {
    for (const of of ['skill', 'talk', 'remote'] as const) {
      const { config, home } = await written(plainCase({ id: 'google' }, { strangeKey: of }), DEFAULT_TARGET);
      const [, name] = /"id":"(\w+)"/.exec(JSON.stringify(config)) ?? [];
      expect(home.environment[name ?? '']).toBe('of-no-provider');
    }
    const { home } = await written(plainCase({ id: 'google' }), DEFAULT_TARGET);
    expect(Object.values(home.environment)).not.toContain('of-no-provider');
  });

  it('has the variables of a proxy, and no report names the one that only the suite reads', async () => {
    const value = plainCase({ id: 'google', environment: [live] }, { proxy: 'only' });
    const { home } = await written(value, DEFAULT_TARGET);
    expect(home.environment).toMatchObject({ HTTPS_PROXY: 'http://proxy.office.lan:3128' });
    expect(home.environment).toHaveProperty(ONLY_HOST);
    const text = setupText(value, DEFAULT_TARGET);
    expect(text).toContain('HTTPS_PROXY=http://proxy.office.lan:3128');
    expect(text).toContain('nothing but the proxy leads out');
    expect(text).not.toContain(ONLY_HOST);
  });

  it('names a provider of memory search for the command that looks into it, in the form of the version', async () => {
    const value = plainCase({ id: 'google' });
    const search = { provider: 'gemini', model: 'gemini-embedding-001', fallback: 'none' };
    expect((await written(value, '2026.7.1-2', 'memory')).config.agents.defaults.memorySearch).toEqual(
      search,
    );
    expect((await written(value, '2026.8.1', 'memory')).config.memory.search).toEqual(search);
    expect((await written(value, '2026.8.1')).config).not.toHaveProperty('memory');
  });

  it('has the endpoint of memory search beside what the command sets, in the form of the version', async () => {
    const memoryEndpoint = { apiKey: key, hasAddress: true, hasHeader: true };
    const value = plainCase({ id: 'google' }, { memoryEndpoint });
    const [older, newer] = [await written(value, '2026.7.1-2', 'memory'), await written(value, '2026.9.6')];
    const apiKey = older.canaries[0]!.written;
    const chosen = { ...value, memoryEndpoint: null, memoryChoice: true };
    expect((await written(chosen, '2026.4.24', 'memory')).config.agents.defaults).not.toHaveProperty(
      'memorySearch',
    );
    expect(older.config.agents.defaults.memorySearch).toMatchObject({
      provider: 'gemini',
      remote: { apiKey },
    });
    expect(newer.config.memory.search.remote).toMatchObject({
      baseUrl: 'https://google.memory-gateway.com/v1beta',
      headers: { 'X-Memory-Tenant': 'memory-of-google' },
    });
  });

  it('has the keys of a list in one variable, and the numbered and the overriding ones in their own', async () => {
    const spareKeys = (['list', 'numbered', 'list'] as const).map((form) => ({
      form,
      holds: 'live' as const,
    }));
    const { home, canaries } = await written(plainCase({ id: 'google', spareKeys }), DEFAULT_TARGET);
    const [first, numbered, second] = canaries.map((each) => each.written);
    expect(home.environment).toMatchObject({
      GEMINI_API_KEYS: `${first},${second}`,
      GEMINI_API_KEY_1: numbered,
    });
  });

  it('has what the requests of an entry carry, in the builds that read it', async () => {
    const value = plainCase({
      id: 'google',
      entry: PLAIN_ENTRY,
      entryRequest: { part: 'header', secret: { ...key, source: 'env' } },
    });
    const entryOf = async (version: string) => (await written(value, version)).config.models.providers.google;
    expect((await entryOf(DEFAULT_TARGET)).request.auth).toMatchObject({
      mode: 'header',
      headerName: 'x-goog-api-key',
      value: { source: 'env' },
    });
    expect(await entryOf('2026.3.13')).not.toHaveProperty('request');
  });

  it('leaves a secret of the store to the build, and refers to it', async () => {
    const stored = { source: 'store', holds: 'live', shape: 'plain' } as const;
    const value = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey: stored } });
    const { home, config } = await written(value, DEFAULT_TARGET);
    const { id, ...reference } = config.models.providers.google.apiKey;
    expect(reference).toEqual({ source: 'store', provider: 'default' });
    expect(Object.keys(home.pendingSecrets)).toEqual([id]);
    expect(id).toMatch(/^[A-Z][A-Z0-9_]{0,127}$/);
  });

  it('keeps little of a turn that is to be compacted, and of no other', async () => {
    const { home, config } = await written(plainCase({ id: 'google' }), DEFAULT_TARGET, 'compaction');
    expect(readFileSync(path.join(home.workspace, 'minutes.md'), 'utf8').length).toBeGreaterThan(1000);
    expect(config.agents.defaults.compaction).toEqual({ keepRecentTokens: 10 });
    expect(
      (await written(plainCase({ id: 'google' }), DEFAULT_TARGET)).config.agents.defaults,
    ).not.toHaveProperty('compaction');
  });

  it('has a document, and shows its tools where the build would hide them behind a search', async () => {
    const { home, config } = await written(plainCase({ id: 'google' }), DEFAULT_TARGET, 'pdf-tool');
    expect(readFileSync(path.join(home.workspace, 'minutes.pdf'), 'latin1')).toMatch(/^%PDF-1\.4\n/);
    expect(config.tools).toMatchObject({ toolSearch: false, codeMode: false });
    expect((await written(plainCase({ id: 'google' }), DEFAULT_TARGET)).config.tools).not.toHaveProperty(
      'toolSearch',
    );
  });
});
