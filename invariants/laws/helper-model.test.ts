import { describe, expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';
import { helperModel } from './helper-model.ts';

const profiles = [PLAIN_PROFILE];
const other = plainCase({ id: 'openai', profiles }).provider;
const value = plainCase({ id: 'google', profiles }, { otherProvider: other, helperModel: 'other-provider' });
const keyOf = (id: ProviderId) => request(sentFrom(value, ({ provider }) => provider === id));
const helper = (path: PathName, changes: Partial<Observation>, id: ProviderId = 'openai') =>
  observation(path, { model: { provider: id, id: 'model' }, requests: [keyOf(id)], ...changes });

function brokenBy(
  path: PathName,
  changes: Partial<Observation>,
  unnamed: Partial<Observation> = {},
  ofCase = value,
): string[] {
  const variants = { 'helper-model': [helper(path, unnamed)] };
  return judge(judged([helper(path, changes)], { value: ofCase, variants })).flatMap(
    ({ law, fingerprint }) => (law === 'helper-model' ? [String(fingerprint)] : []),
  );
}

describe.each<PathName>(['subagent', 'compaction', 'heartbeat'])(
  'helpers that are given a model (%s)',
  (path) => {
    it('ask it as they do where the turn has that model', () => {
      expect(brokenBy(path, {})).toEqual([]);
      expect(brokenBy(path, { requests: [keyOf('google')] })).not.toEqual([]);
      expect(brokenBy(path, { requests: [], outcome: failed('no-credential') })).toHaveLength(1);
    });

    it('say nothing of credentials where the build does not know the model, or the turn never came to them', () => {
      expect(brokenBy(path, { requests: [], outcome: failed('unknown-model') })).toEqual([]);
      expect(brokenBy(path, { requests: [], outcome: failed('no-turn') })).toEqual([]);
    });
  },
);

it.each<PathName>(['subagent', 'compaction'])(
  'helpers that are given a model (%s) send no credential of another provider after a failure that passes',
  (path) => {
    const requests = [{ ...keyOf('openai'), status: 429 }, keyOf('google')];
    expect(brokenBy(path, { requests })).toEqual([expect.stringContaining("another provider's credential")]);
    // A build that does so without the setting, too, does not do so for its sake.
    expect(brokenBy(path, { requests }, { requests })).toEqual([]);
  },
);

it('a heartbeat ends at the model of its agent once its own has failed, and not before', () => {
  const limited = { ...keyOf('openai'), status: 429 };
  const failing = { requests: [limited], outcome: failed('rate-limited') };
  expect(brokenBy('heartbeat', { requests: [limited, keyOf('google')] }, failing)).toEqual([]);
  expect(brokenBy('heartbeat', { requests: [keyOf('google')] }, failing)).toHaveLength(1);
  const missing = { requests: [], outcome: failed('no-credential') };
  expect(brokenBy('heartbeat', { requests: [keyOf('google')] }, missing)).toEqual([]);
  expect(brokenBy('heartbeat', { requests: [keyOf('google')] })).toHaveLength(1);
});

it('a model that one helper does not know says nothing of the other', () => {
  const observations = [
    helper('subagent', { requests: [], outcome: failed('unknown-model') }),
    helper('compaction', { requests: [], outcome: failed('no-credential') }),
  ];
  const variants = { 'helper-model': [helper('subagent', {}), helper('compaction', {})] };
  const broken = judge(judged(observations, { value, variants })).filter(({ law }) => law === 'helper-model');
  expect(broken.map(({ paths }) => paths)).toEqual([['compaction']]);
});

it('compaction is not held to what a turn of several credentials had gone on to', () => {
  const [, second] = [PLAIN_PROFILE, { ...PLAIN_PROFILE, name: 'b' as const }];
  const several = { ...value, otherProvider: { ...other, profiles: [PLAIN_PROFILE, second] } };
  const unnamed = { requests: [], outcome: failed('no-credential') };
  expect(brokenBy('compaction', {}, unnamed, several)).toEqual([]);
  expect(brokenBy('subagent', {}, unnamed, several)).toHaveLength(1);
});

it('compaction that is given a model goes on to no model that the session falls back on', () => {
  const falling = { ...value, fallback: 'other-model' as const };
  const requests = [{ ...keyOf('openai'), status: 429 }, keyOf('google')];
  const lawsOf = (path: PathName, version: string) =>
    judge(judged([helper(path, { requests })], { value: falling, version })).map(({ law }) => law);
  expect(lawsOf('compaction', '2026.9.6')).toContain('helper-model');
  // No document says so of subagents, nor of older builds.
  expect(lawsOf('subagent', '2026.9.6')).not.toContain('helper-model');
  expect(lawsOf('compaction', '2026.4.24')).not.toContain('helper-model');
});

it('asks for the same helpers without the setting, of an agent with a model of the provider that it named', () => {
  const both = { ...value, helperModel: null };
  expect(helperModel.variant?.({ ...both, helperModel: 'other-model' })).toEqual(both);
  expect(helperModel.variant?.(value)).toEqual({
    ...both,
    provider: other,
    otherProvider: value.provider,
  });
  expect(helperModel.variant?.(both)).toEqual(both);
  expect([...(helperModel.variantPaths ?? [])].sort()).toEqual([
    'compact-command',
    'compaction',
    'heartbeat',
    'subagent',
  ]);
});

it('a helper that is given a model of its turn is held against chat', () => {
  const cases = plainCase({ id: 'google', profiles }, { helperModel: 'same' });
  const chat = observation('chat', { requests: [keyOf('google')] });
  const lost = helper('subagent', { requests: [], outcome: failed('other') }, 'google');
  const laws = judge(judged([chat, lost], { value: cases })).map(({ law }) => law);
  expect(laws).toContain('same-failure');
});
