/** Faults in what one path, or one provider, has of its own, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import type { WireRequest } from '../observation/request.ts';
import { failed, judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import type { LawId } from './law-id.ts';
import { judge } from './laws.ts';

const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const usual = (holds: 'live' | 'limited' | 'stale') =>
  [{ name: 'GEMINI_API_KEY', layer: 'process', holds, shape: 'plain' }] as const;

/** Whether a law is broken by what one path sends. */
function breaks(
  law: LawId,
  value: Parameters<typeof sentFrom>[0],
  path: PathName,
  changes: Partial<Observation>,
) {
  return judge(judged([observation(path, changes)], { value })).some((each) => each.law === law);
}

describe('an endpoint of memory search', () => {
  const value = plainCase(
    { id: 'google', environment: [...usual('live')] },
    { memoryEndpoint: { apiKey: key, hasAddress: true, hasHeader: true } },
  );
  const own = sentFrom(value, ({ holder }) => holder === 'memory');
  const providers = sentFrom(value, ({ holder }) => holder === 'environment');
  const [host, ownHeaders] = ['google.memory-gateway.com', ['memory' as const]];
  const sends = (changes: Partial<WireRequest>) => ({
    requests: [{ ...request(own), host, ownHeaders, ...changes }],
  });

  it('gets its own key, at its own address, with its own header', () => {
    const isBroken = (changes: Partial<Observation>) => breaks('explicit-choice', value, 'memory', changes);
    expect(isBroken(sends({}))).toBe(false);
    expect(isBroken(sends({ credentials: [providers] }))).toBe(true);
    expect(isBroken(sends({ host: 'generativelanguage.googleapis.com' }))).toBe(true);
    expect(isBroken(sends({ ownHeaders: [] }))).toBe(true);
    expect(isBroken({ requests: [], outcome: failed('no-credential') })).toBe(true);
    expect(breaks('explicit-choice', value, 'embedding', { requests: [request(providers)] })).toBe(false);
  });

  it('is sent no key of the provider where it has none of its own', () => {
    const without = plainCase(
      { id: 'google', environment: [...usual('live')] },
      { memoryEndpoint: { apiKey: { ...key, holds: 'nothing' }, hasAddress: true, hasHeader: false } },
    );
    expect(breaks('right-host', without, 'memory', sends({ credentials: [providers] }))).toBe(true);
    expect(breaks('right-host', value, 'memory', sends({}))).toBe(false);
    const ended = { requests: [], outcome: failed('no-credential') };
    expect(breaks('usable-is-used', without, 'memory', ended)).toBe(false);
  });
});

describe('a key for one path beside an entry whose reference finds nothing', () => {
  const header = { source: 'exec', holds: 'live', shape: 'plain' } as const;
  const beside = {
    speechKey: key,
    memoryEndpoint: { apiKey: key, hasAddress: true, hasHeader: false },
  };
  const ended = { requests: [], outcome: failed('no-credential') };
  const endsWith = (changes: Partial<typeof header> | { holds: 'nothing' } | { shape: 'blank' }) => {
    const value = plainCase(
      { id: 'google', entry: { ...PLAIN_ENTRY, header: { ...header, ...changes } } },
      beside,
    );
    return (['speech', 'memory'] as const).filter((path) => breaks('explicit-choice', value, path, ended));
  };

  it('need not be sent, since the command ends at the reference', () => {
    expect(endsWith({ shape: 'blank' })).toEqual([]);
    expect(endsWith({ holds: 'nothing' })).toEqual([]);
  });

  it('must be where the reference finds a key', () => {
    expect(endsWith({})).toEqual(['speech', 'memory']);
  });

  it('is the one that is sent, if any is', () => {
    const nothing = { ...header, holds: 'nothing' } as const;
    const value = plainCase(
      { id: 'google', entry: { ...PLAIN_ENTRY, header: nothing }, environment: [...usual('live')] },
      beside,
    );
    const sends = { requests: [request(sentFrom(value, ({ holder }) => holder === 'environment'))] };
    expect(breaks('explicit-choice', value, 'speech', sends)).toBe(true);
    expect(breaks('explicit-choice', value, 'memory', sends)).toBe(true);
  });
});

it('a key of speech behind a reference is found as one in plain text is', () => {
  const value = plainCase({ id: 'google' }, { speechKey: { ...key, source: 'exec' } });
  const own = sentFrom(value, ({ holder }) => holder === 'speech');
  const sends = observation('speech', { requests: [request(own)] });
  const lawsOf = (written: Observation) =>
    judge(judged([written], { value, variants: { 'irrelevant-change': [sends] } })).map(({ law }) => law);
  const ended = observation('speech', { requests: [], outcome: failed('no-credential') });
  expect(lawsOf(ended)).toContain('irrelevant-change');
  expect(lawsOf(sends)).toEqual([]);
});

describe('keys beside the usual variable', () => {
  const value = plainCase({
    id: 'google',
    environment: [...usual('limited')],
    spareKeys: [
      { form: 'numbered', holds: 'live' },
      { form: 'list', holds: 'limited' },
    ],
  });
  const first = sentFrom(value, ({ holder }) => holder === 'environment');
  const spare = (from: typeof value, form: string) =>
    sentFrom(from, (place) => place.holder === 'spare key' && place.form === form);
  const [listed, numbered] = [spare(value, 'list'), spare(value, 'numbered')];
  const sentInTurn = (...sent: readonly (readonly [typeof first, number])[]) => ({
    requests: sent.map(([credential, status]) => ({ ...request(credential), status })),
  });
  const isBroken = (changes: Partial<Observation>, from = value) =>
    breaks('spare-keys', from, 'audio', changes);

  it('are sent in the order of the document', () => {
    expect(isBroken(sentInTurn([listed, 429], [first, 429], [numbered, 200]))).toBe(false);
    expect(isBroken(sentInTurn([first, 429], [listed, 429], [numbered, 200]))).toBe(true);
    expect(isBroken(sentInTurn([first, 429], [numbered, 200]))).toBe(false);
    expect(isBroken(sentInTurn([first, 429]))).toBe(false);
  });

  it('are none where one overrides them', () => {
    const overridden = plainCase({ ...value.provider, spareKeys: [{ form: 'override', holds: 'live' }] });
    const override = spare(overridden, 'override');
    expect(isBroken(sentInTurn([override, 200]), overridden)).toBe(false);
    expect(isBroken(sentInTurn([first, 429], [override, 200]), overridden)).toBe(true);
  });

  it('are sent after a rate limit alone', () => {
    expect(isBroken(sentInTurn([first, 401], [numbered, 200]))).toBe(true);
    expect(isBroken(sentInTurn([first, 429], [numbered, 200]))).toBe(false);
  });

  it('help every path of their provider alike', () => {
    const ends = [
      observation('chat', { ...sentInTurn([first, 429]), outcome: failed('rate-limited') }),
      observation('audio', sentInTurn([first, 429], [numbered, 200])),
    ];
    const laws = judge(judged(ends, { value })).map(({ law }) => law);
    expect(laws).toContain('spare-keys');
  });
});

describe('request of an entry', () => {
  const entry = { ...PLAIN_ENTRY, apiKey: key };
  const withPart = (part: 'headers' | 'bearer' | 'header') =>
    plainCase({ id: 'google', entry, entryRequest: { part, secret: key } });

  it('brings its header on every path', () => {
    const value = withPart('headers');
    const own = sentFrom(value, ({ holder }) => holder === 'entry');
    const sends = (...ownHeaders: WireRequest['ownHeaders']) => ({
      requests: [{ ...request(own), ownHeaders }],
    });
    expect(breaks('entry-request', value, 'image', sends('request'))).toBe(false);
    expect(breaks('entry-request', value, 'image', sends())).toBe(true);
    expect(breaks('entry-request', value, 'speech', sends())).toBe(false);
  });

  it.each(['bearer', 'header'] as const)('replaces the auth of every path by its %s', (part) => {
    const value = withPart(part);
    const sends = (holder: 'request' | 'entry') => ({
      requests: [request(sentFrom(value, (place) => place.holder === holder))],
    });
    expect(breaks('entry-request', value, 'image', sends('request'))).toBe(false);
    expect(breaks('entry-request', value, 'image', sends('entry'))).toBe(true);
  });
});

describe('text beside a reference', () => {
  const profile = {
    name: 'a',
    type: 'api_key',
    secret: { ...key, source: 'env' },
    expires: 'never',
    refresh: 'none',
    cooldown: 'none',
  } as const;
  const value = plainCase({ id: 'google', profiles: [profile], plainBeside: true });
  const sends = (holder: 'profile' | 'plain beside') => ({
    requests: [request(sentFrom(value, (place) => place.holder === holder))],
  });

  it('is sent by no path', () => {
    expect(breaks('documented-precedence', value, 'image', sends('profile'))).toBe(false);
    expect(breaks('documented-precedence', value, 'image', sends('plain beside'))).toBe(true);
    expect(breaks('documented-precedence', value, 'chat', sends('plain beside'))).toBe(true);
  });
});

describe('two entries of a medium', () => {
  const value = plainCase(
    { id: 'google', environment: [...usual('stale')] },
    {
      fallback: 'other-provider',
      otherProvider: plainCase({
        id: 'openai',
        environment: [{ name: 'OPENAI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
      }).provider,
    },
  );
  const first = { ...request(sentFrom(value, ({ holder }) => holder === 'environment')), status: 401 };

  it('are asked one after the other', () => {
    const alone = { requests: [first], outcome: failed('rejected') };
    expect(breaks('after-refusal', value, 'image', alone)).toBe(true);
    const next = { ...first, purpose: 'fallback' as const, status: 200 };
    expect(breaks('after-refusal', value, 'image', { requests: [first, next] })).toBe(false);
    expect(breaks('after-refusal', value, 'image', { ...alone, requests: [first, next] })).toBe(false);
    // An entry of a provider that takes no pictures has nothing to be asked.
    const { provider: blind } = plainCase({
      id: 'deepseek',
      environment: [{ name: 'DEEPSEEK_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
    });
    expect(breaks('after-refusal', { ...value, otherProvider: blind }, 'image', alone)).toBe(false);
  });
});
