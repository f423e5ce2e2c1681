/** Faults that only one kind of setup, key or answer shows, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import type { OwnHeader } from '../observation/request.ts';
import { environmentKey, judged, observation, request } from '../test-support/conforming.ts';
import { judge } from './laws.ts';

const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const keyed = { ...PLAIN_ENTRY, apiKey: key };

const lawsBroken = (...input: Parameters<typeof judged>) => judge(judged(...input)).map(({ law }) => law);

describe('an entry with headers of its own', () => {
  const value = plainCase({ id: 'google', entry: keyed, entryHeaders: ['tenant', 'gateway-token'] });
  const sending = (...ownHeaders: OwnHeader[]) => ({ requests: [{ ...request(), ownHeaders }] });
  const brokenBy = (path: 'image' | 'speech', ...headers: OwnHeader[]) =>
    lawsBroken(
      [observation('chat', sending('tenant', 'gateway-token')), observation(path, sending(...headers))],
      { value },
    ).filter((law) => law === 'entry-headers');

  it('must see them on every path', () => {
    expect(brokenBy('image', 'tenant', 'gateway-token')).toEqual([]);
    expect(brokenBy('image', 'tenant')).toEqual(['entry-headers']);
    expect(brokenBy('image')).toEqual(['entry-headers']);
  });

  it('says nothing of a path with an address of its own, nor of a case without the entry', () => {
    expect(brokenBy('speech')).toEqual([]);
    const bare = { ...value, provider: { ...value.provider, entry: null } };
    expect(lawsBroken([observation('image', sending())], { value: bare })).not.toContain('entry-headers');
  });
});

describe('a media entry with an address or a header of its own', () => {
  const brokenBy = (mediaEntry: 'own-address' | 'own-header', host: string, ...ownHeaders: OwnHeader[]) =>
    lawsBroken([observation('audio', { requests: [{ ...request(), host, ownHeaders }] })], {
      value: plainCase({ id: 'google' }, { mediaEntry }),
    }).filter((law) => law === 'explicit-choice');
  const [own, usual] = ['google.media-gateway.com', 'generativelanguage.googleapis.com'];

  it('is heard by audio', () => {
    expect(brokenBy('own-address', own)).toEqual([]);
    expect(brokenBy('own-address', usual)).toEqual(['explicit-choice']);
    expect(brokenBy('own-header', usual, 'media')).toEqual([]);
    expect(brokenBy('own-header', usual)).toEqual(['explicit-choice']);
  });
});

describe('an address of the user', () => {
  it.each([
    ['own-path', 'google.corp-gateway.com'],
    ['loopback', '127.0.0.1'],
    ['lan', '192.168.77.20'],
  ] as const)('that is %s is the only place for the key', (baseUrl, host) => {
    const value = plainCase({
      id: 'google',
      entry: { ...PLAIN_ENTRY, baseUrl },
      environment: [{ name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
    });
    const to = (at: string) =>
      lawsBroken([observation('image', { requests: [{ ...request(environmentKey), host: at }] })], { value });
    expect(to(host)).not.toContain('right-host');
    expect(to('generativelanguage.googleapis.com')).toContain('right-host');
  });
});

describe('a model that the configuration lists in an entry of nothing else', () => {
  it('takes the key nowhere but to its provider', () => {
    const value = plainCase({
      id: 'google',
      modelId: 'listed',
      environment: [{ name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
    });
    const requests = [{ ...request(environmentKey), host: 'api.openai.com' }];
    expect(lawsBroken([observation('chat', { requests })], { value })).toContain('right-host');
  });
});
