/** Entries as people write them. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../../generators/plain-case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { traitsOf } from '../versions/traits.ts';
import { configOf } from './config.ts';

function written(setup: Partial<ProviderSetup>, version = '2026.9.6') {
  const value = plainCase({ id: 'google', ...setup });
  const paths = { secretFile: '', execCommand: '', logFile: null };
  const config = configOf(value, canariesOf(value, ''), traitsOf(version), paths, null) as {
    models?: { providers: Record<string, Record<string, unknown>> };
    env?: Record<string, unknown>;
  };
  return { entry: config.models?.providers.google, env: config.env };
}

describe('an entry', () => {
  it('that lists a model of nobody else has nothing but that, where builds allow it', () => {
    const id = 'gemini-2.5-flash-2027-01-01';
    expect(written({ modelId: 'listed' }).entry).toEqual({
      models: [{ id, name: id, input: ['text', 'image'] }],
    });
    expect(written({ modelId: 'listed' }, '2026.4.24').entry).toHaveProperty('baseUrl');
  });

  it('allows a private address where the case says so, in the builds that know of it', () => {
    const at = (baseUrl: 'trusted-lan' | 'private-dns' | 'lan', version?: string) =>
      written({ entry: { ...PLAIN_ENTRY, baseUrl } }, version).entry;
    expect(at('trusted-lan')).toMatchObject({
      baseUrl: 'http://192.168.77.20:8000/v1beta',
      request: { allowPrivateNetwork: true },
    });
    expect(at('private-dns')).toMatchObject({
      baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
      request: { allowPrivateNetwork: true },
    });
    expect(at('lan')).not.toHaveProperty('request');
    expect(at('trusted-lan', '2026.4.9')).not.toHaveProperty('request');
  });

  it('leaves out what the case leaves out', () => {
    const fields = (entryFields: ProviderSetup['entryFields']) =>
      Object.keys(written({ entry: PLAIN_ENTRY, entryFields }).entry ?? {});
    expect(fields('all')).toEqual(['baseUrl', 'api', 'models']);
    expect(fields('no-api')).toEqual(['baseUrl', 'models']);
    expect(fields('no-models')).toEqual(['baseUrl', 'api']);
    expect(fields('models-alone')).toEqual(['models']);
  });

  it('has headers under names of their own, one of them a secret', () => {
    const { entry } = written({
      entry: PLAIN_ENTRY,
      entryHeaders: ['tenant', 'user-agent', 'gateway-token'],
    });
    expect(entry?.headers).toMatchObject({
      'X-Tenant': 'tenant-of-google',
      'User-Agent': 'acme-client/1.0 (google)',
    });
    expect(Object.keys(entry?.headers as object)).toContain('cf-aig-authorization');
  });

  it.each([
    ['own-path', 'https://google.corp-gateway.com/team/llm/v1beta'],
    ['loopback', 'http://127.0.0.1:18434/v1beta'],
    ['lan', 'http://192.168.77.20:8000/v1beta'],
  ] as const)('may be at %s', (baseUrl, address) => {
    expect(written({ entry: { ...PLAIN_ENTRY, baseUrl } }).entry?.baseUrl).toBe(address);
  });
});

it('a variable of the configuration is written in the short form in builds that read it', () => {
  const environment = [
    { name: 'GEMINI_API_KEY', layer: 'config-short', holds: 'live', shape: 'plain' },
  ] as const;
  const env = (version: string) => Object.keys(written({ environment: [...environment] }, version).env ?? {});
  expect([env('2026.6.11'), env('2026.9.6')]).toEqual([['GEMINI_API_KEY'], ['vars']]);
});
