import { expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { pathOf, pathsOfLane } from '../../paths/paths.ts';
import { speech } from '../../paths/speech.ts';
import { askedModel, unsupportedReason } from './unsupported-reason.ts';

it('is unsupported before the build in which the provider got the path, and no failure of it', () => {
  const ofOpenRouter = (version: string) => unsupportedReason('openrouter', speech, version, 'embedded');
  expect(ofOpenRouter('2026.4.23')).toBe('openrouter has no speech');
  expect(ofOpenRouter('2026.4.24')).toBeNull();
  expect(unsupportedReason('google', speech, '2026.4.14', 'embedded')).toBe('google has no speech');
  expect(unsupportedReason('google', speech, '2026.4.15', 'embedded')).toBeNull();
});

it('has usage of the providers that tell it, from the build on that asks them', () => {
  const reason = (id: 'google' | 'anthropic' | 'xai', version: string) =>
    unsupportedReason(id, pathOf('usage'), version, 'cli');
  expect(reason('google', '2026.9.6')).toBe('google has no usage');
  expect(reason('anthropic', '2026.3.13')).toBeNull();
  expect(reason('xai', '2026.8.1')).toBe('xai has no usage');
  expect(reason('xai', '2026.9.6')).toBeNull();
});

it('has the paths of a running gateway in its lane alone', () => {
  const reason = (lane: 'embedded' | 'gateway') =>
    unsupportedReason('google', pathOf('telegram-photo'), '2026.9.6', lane);
  expect(reason('embedded')).toBe('only a running gateway has telegram-photo');
  expect(reason('gateway')).toBeNull();
  const onOlder = unsupportedReason('google', pathOf('telegram-photo'), '2026.4.14', 'gateway');
  expect(onOlder).toBe('channels of openclaw 2026.4.14 are not driven');
});

it('has the paths of commands that are older than infer in every build that is driven so', () => {
  const has = (version: string) =>
    ALL_PATHS.filter((path) => unsupportedReason('google', pathOf(path), version, 'cli') === null);
  const paths = pathsOfLane('cli').filter((path) => path !== 'usage');
  expect(has('2026.3.2')).toEqual([
    'chat',
    'image-tool',
    'pdf-tool',
    'memory',
    'memory-status',
    'probe',
    'model-listing',
  ]);
  expect(has('2026.4.15')).not.toContain('compaction');
  expect(has('2026.4.21')).toContain('compaction');
  // Lists of providers that know no agent's credentials are not asked.
  expect(has('2026.7.1-2')).toEqual(
    paths.filter((path) => !path.endsWith('-providers') && path !== 'setup-agent'),
  );
  for (const version of ['2026.8.1', '2026.9.6'])
    expect(has(version)).toEqual(paths.filter((path) => path !== 'image-tool'));
});

it('leaves setup and memory out where they would ask again for minutes', () => {
  const always = (answer: 'rate-limited' | 'server-error', answeredRequests: 'every' | 'first' = 'every') =>
    plainCase({ id: 'google', answer, answeredRequests });
  const reason = (value: Case, name: PathName) =>
    askedModel(value, pathOf(name), '2026.9.6', 'cli').unsupported;
  for (const name of ['setup-agent', 'memory'] as const) {
    expect(reason(always('rate-limited'), name)).toBe(`${name} asks google again for a minute or more`);
    expect(reason(always('rate-limited', 'first'), name)).toBe(null);
  }
  expect(reason(always('server-error'), 'setup-agent')).toContain('asks google again');
  // Memory ends after three requests where the provider fails.
  expect(reason(always('server-error'), 'memory')).toBe(null);
  expect(reason(always('rate-limited'), 'chat')).toBe(null);
});

it('leaves memory and setup out for a limited key that they may meet, and for no other', () => {
  const limited = { source: 'inline', holds: 'limited', shape: 'plain' } as const;
  const profiles = [{ ...PLAIN_PROFILE, secret: limited }];
  const reason = (value: Case, name: PathName) =>
    askedModel(value, pathOf(name), '2026.9.6', 'cli').unsupported;
  const own = plainCase({ id: 'google', profiles });
  const others = plainCase(
    { id: 'google' },
    { otherProvider: plainCase({ id: 'openai', profiles }).provider },
  );
  const ofSpeech = plainCase({ id: 'google' }, { speechKey: limited });
  for (const name of ['setup-agent', 'memory'] as const) {
    expect(reason(own, name)).toContain('asks google again');
    expect(reason(others, name)).toBe(null);
    expect(reason(ofSpeech, name)).toBe(null);
  }
});

it('runs no gateway of a case with processes of its own: what runs beside it goes on with what the case has made of it', () => {
  const reason = (value: Case, lane: 'cli' | 'gateway') =>
    askedModel(value, pathOf('chat'), '2026.4.5', lane).unsupported;
  const proxied = plainCase({ id: 'google' }, { proxy: 'beside' });
  const beside = plainCase({ id: 'openai-codex' }, { programLogin: true });
  for (const value of [proxied, beside]) {
    expect(reason(value, 'gateway')).toContain('no gateway is run behind a proxy');
    expect(reason(value, 'cli')).toBeNull();
  }
  expect(reason(plainCase({ id: 'google' }, { programLogin: true }), 'gateway')).toBeNull();
});
