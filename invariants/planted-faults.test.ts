/** Faults that only one kind of setup, key or answer shows, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import type { EntryHeader } from '../generators/axes/entry-headers.ts';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import type { Observation } from '../observation/observation.ts';
import type { OwnHeader } from '../observation/request.ts';
import { environmentKey, judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import { commandsKeep } from './laws/commands-keep.ts';
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

  it('are one finding where none arrives, whichever an entry has, and are named where others do', () => {
    const found = (own: EntryHeader[], ...arrived: OwnHeader[]) =>
      judge(
        judged([observation('image', sending(...arrived))], {
          value: { ...value, provider: { ...value.provider, entryHeaders: own } },
        }),
      ).flatMap(({ law, fingerprint }) => (law === 'entry-headers' ? [fingerprint] : []));
    expect(found(['tenant'])).toEqual(found(['tenant', 'gateway-token', 'user-agent']));
    expect(found(['tenant', 'gateway-token'], 'tenant')).not.toEqual(found(['gateway-token']));
    expect(found(['user-agent'])).not.toEqual(found(['tenant']));
  });

  it('says nothing of a path with an address of its own, nor of a case without the entry', () => {
    expect(brokenBy('speech')).toEqual([]);
    const bare = { ...value, provider: { ...value.provider, entry: null } };
    expect(lawsBroken([observation('image', sending())], { value: bare })).not.toContain('entry-headers');
  });

  it('are looked for at the hosts of their provider alone, as those of request are', () => {
    const part = { part: 'headers', secret: key } as const;
    const passed = { ...value, provider: { ...value.provider, entryRequest: part } };
    const brokenAt = (host: string) =>
      lawsBroken([observation('chat', { requests: [{ ...request(), host }] })], { value: passed });
    expect(brokenAt('generativelanguage.googleapis.com')).toEqual(
      expect.arrayContaining(['entry-headers', 'entry-request']),
    );
    const elsewhere = brokenAt('api.anthropic.com');
    expect(elsewhere).not.toContain('entry-headers');
    expect(elsewhere).not.toContain('entry-request');
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

const plainProfile = {
  name: 'a',
  type: 'api_key',
  secret: key,
  expires: 'never',
  refresh: 'none',
  cooldown: 'none',
} as const;

describe('profiles that wait for a migration', () => {
  const waiting = plainCase({ id: 'google', profiles: [plainProfile], profileStore: 'older-file' });
  const ended = (name: 'no-credential' | 'needs-migration') => ({
    requests: [],
    outcome: { kind: 'failure' as const, class: name, message: 'failed' },
  });
  const brokenBy = (version: string, changes: Partial<Observation>, value = waiting) =>
    lawsBroken([observation('image', changes)], { value, version }).filter(
      (law) => law === 'waiting-profiles',
    );

  it('are told of by every path', () => {
    expect(brokenBy('2026.9.6', ended('needs-migration'))).toEqual([]);
    expect(brokenBy('2026.9.6', ended('no-credential'))).toEqual(['waiting-profiles']);
    expect(brokenBy('2026.6.11', ended('no-credential'))).toEqual(['waiting-profiles']);
  });

  it('let no other key of their provider take their place, where documents say so', () => {
    const sending = { requests: [request(environmentKey)] };
    expect(brokenBy('2026.9.6', sending)).toEqual(['waiting-profiles']);
    expect(brokenBy('2026.6.11', sending)).toEqual([]);
  });

  it('are not passed over by a key that is set for speech alone, and are by a variable', () => {
    const value = plainCase(waiting.provider, { speechKey: key });
    const own = sentFrom(value, ({ holder }) => holder === 'speech');
    const laws = (sent: typeof own) =>
      lawsBroken([observation('speech', { requests: [request(sent)] })], { value });
    expect(laws(own)).not.toContain('waiting-profiles');
    expect(laws(environmentKey)).toContain('waiting-profiles');
  });

  it('concern no other provider, and nobody where the file is the store of the build or lies beside one', () => {
    const other = plainCase({ id: 'google' }, { otherProvider: { ...waiting.provider, id: 'openai' } });
    expect(brokenBy('2026.9.6', ended('no-credential'), other)).toEqual([]);
    expect(brokenBy('2026.9.6', ended('needs-migration'), other)).toEqual(['waiting-profiles']);
    expect(brokenBy('2026.8.1', ended('needs-migration'), other)).toEqual([]);
    expect(brokenBy('2026.4.24', ended('no-credential'))).toEqual([]);
    const beside = plainCase({ ...waiting.provider, profileStore: 'older-beside' });
    expect(brokenBy('2026.9.6', ended('needs-migration'), beside)).toEqual(['waiting-profiles']);
  });
});

describe('a store with the files of an older build beside it', () => {
  it('gives no path the key of before', () => {
    const value = plainCase({ id: 'google', profiles: [plainProfile], profileStore: 'older-beside' });
    const sending = (holder: 'profile' | 'older profile') => ({
      requests: [request(sentFrom(value, (place) => place.holder === holder))],
    });
    const broken = (holder: 'profile' | 'older profile') =>
      lawsBroken([observation('chat', sending(holder))], { value });
    expect(broken('profile')).toEqual([]);
    expect(broken('older profile')).toContain('documented-precedence');
  });
});

describe('a command that changes no credential', () => {
  const value = plainCase({ id: 'google' }, { commandBefore: 'model-set' });
  const lost = {
    requests: [],
    outcome: { kind: 'failure' as const, class: 'no-credential' as const, message: 'failed' },
  };
  const brokenBy = (before: Partial<Observation>, after: Partial<Observation>) =>
    lawsBroken([observation('chat', after)], {
      value,
      variants: { 'commands-keep': [observation('chat', before)] },
    }).filter((law) => law === 'commands-keep');

  it('takes away nothing that worked, and may mend what did not', () => {
    expect(brokenBy({}, {})).toEqual([]);
    expect(brokenBy({}, lost)).toEqual(['commands-keep']);
    expect(brokenBy({}, { requests: [request(environmentKey)] })).toEqual(['commands-keep']);
    expect(brokenBy(lost, {})).toEqual([]);
  });

  it('is compared with the same case without it', () => {
    expect(commandsKeep.variant?.(value)).toEqual({ ...value, commandBefore: 'none' });
  });

  it('may let a probe find what it did not find before', () => {
    const probed = (requests: Observation['requests']) => [observation('probe', { requests })];
    const found = (before: Observation['requests'], after: Observation['requests']) =>
      lawsBroken(probed(after), { value, variants: { 'commands-keep': probed(before) } }).filter(
        (law) => law === 'commands-keep',
      );
    expect(found([], [request(environmentKey)])).toEqual([]);
    expect(found([request(environmentKey)], [])).toEqual(['commands-keep']);
  });
});

describe('a probe that is told to ask one profile', () => {
  const second = { ...plainProfile, name: 'b' as const };
  const value = plainCase({ id: 'google', profiles: [plainProfile, second] }, { probeProfile: 'a' });
  const brokenBy = (...names: ('a' | 'b')[]) => {
    const sent = names.map((name) =>
      request(sentFrom(value, (place) => place.holder === 'profile' && place.profile.name === name)),
    );
    const rows = names.map((name) => ({
      ...{ profileId: `google:${name}`, source: 'profile', status: 'ok', reason: null },
    }));
    return lawsBroken([observation('probe', { requests: sent, probe: rows })], { value }).filter(
      (law) => law === 'probe-pin',
    );
  };

  it('asks no other', () => {
    expect(brokenBy('a')).toEqual([]);
    expect(brokenBy('a', 'b')).toEqual(['probe-pin']);
    expect(brokenBy('b')).toEqual(['probe-pin']);
  });
});
