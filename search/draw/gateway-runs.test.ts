import { describe, expect, it } from 'vitest';
import { unsupportedReason } from '../../gateway/asked/unsupported-reason.ts';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import type { EntrySecret } from '../../generators/axes/secret.ts';
import type { Case } from '../../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import { ALL_LAWS } from '../../invariants/laws.ts';
import { GATEWAY_PATHS, type PathName } from '../../observation/path-name.ts';
import { laneOfPath, pathOf } from '../../paths/paths.ts';
import { allRuns, type CaseRun } from './choose-runs.ts';
import { withGatewayPaths } from './gateway-runs.ts';
import { randomCases } from './random-cases.ts';
import { spaceOf } from './space.ts';

const space = spaceOf({ version: DEFAULT_TARGET }, ['chat', 'image']);
const runs = allRuns(randomCases(space, 3, 150), space.paths, ALL_LAWS);
const doorsOf = ({ paths }: { readonly paths: readonly string[] }) =>
  GATEWAY_PATHS.filter((door) => paths.includes(door));

describe('doors of a running gateway in a search by commands', () => {
  const taken = withGatewayPaths(runs, GATEWAY_PATHS, space, ALL_LAWS);

  it('are taken by some runs, two each, beside the paths that these have anyway', () => {
    const some = taken.filter((run) => doorsOf(run).length > 0);
    const inTurn = taken.filter((_, index) => index % 15 === 0);
    expect(inTurn).toHaveLength(10);
    expect(inTurn.every((run) => doorsOf(run).length >= 2)).toBe(true);
    for (const run of some) {
      expect(doorsOf(run).length).toBeLessThanOrEqual(4);
      expect(run.paths.slice(0, 2)).toEqual(['chat', 'image']);
    }
    expect(taken.map(({ value }) => value)).toEqual(runs.map(({ value }) => value));
  });

  it('are each taken after some runs, if a provider of the build has them', () => {
    const many = [...runs, ...runs.slice(1), ...runs.slice(2), ...runs.slice(3)];
    const some = withGatewayPaths(many, GATEWAY_PATHS, space, ALL_LAWS).flatMap(doorsOf);
    const had = GATEWAY_PATHS.filter((door) =>
      space.providers.some((id) => unsupportedReason(id, pathOf(door), space.version, 'gateway') === null),
    );
    expect(new Set(some)).toEqual(new Set(had));
  });

  it('are taken by the first case that has what they are about, with the variants that are run on them', () => {
    const scoped = taken.filter(({ value }) => value.fileScope === 'workspace');
    const photos = scoped.filter(({ paths }) => paths.includes('telegram-photo'));
    expect(photos.length).toBeGreaterThan(0);
    for (const { laws } of photos) expect(laws.map(({ id }) => id)).toContain('stays-readable');
    const behind = taken.filter(
      ({ paths, value }) =>
        paths.includes('auth-status') && JSON.stringify(value).match(/"source":"(file|exec|store)"/),
    );
    expect(behind.length).toBeGreaterThan(0);
  });

  it('are the view of the configuration where a key stands in it as text', () => {
    const of = (secret: EntrySecret) => ({
      value: plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey: secret } }),
      paths: [],
      laws: [],
    });
    const cases = (['env', 'inline', 'inline'] as const).map((source) =>
      of({ source, holds: 'live', shape: 'plain' }),
    );
    const given = withGatewayPaths(
      [of({ source: 'env', holds: 'live', shape: 'plain' }), ...cases],
      ['config-view'],
      space,
      ALL_LAWS,
    );
    expect(given.slice(1).map(doorsOf)).toEqual([[], ['config-view'], []]);
  });

  it('are those of a turn for which a model is picked, once for each kind of pick', () => {
    const value = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] }, { sessionModel: 'other-model' });
    const of = (changes: Partial<Case>) => ({ value: { ...value, ...changes }, paths: [], laws: [] });
    const cases = [of({ sessionModel: null }), of({}), of({}), of({ sessionModel: 'same' })];
    const given = withGatewayPaths(cases, ['http-responses', 'socket-chat'], space, ALL_LAWS).slice(1);
    expect(given.map(doorsOf)).toEqual([
      ['http-responses', 'socket-chat'],
      [],
      ['http-responses', 'socket-chat'],
    ]);
    expect(given[0]?.laws.map(({ id }) => id)).toContain('session-model');
    const limited = { ...value.provider, answer: 'rate-limited' as const };
    const { provider: otherProvider } = plainCase({ id: 'openai' });
    const falling = { provider: limited, otherProvider, fallback: 'other-provider' } as const;
    const strict = withGatewayPaths([of({}), of(falling)], ['socket-chat'], space, ALL_LAWS).slice(1);
    expect(strict.map(doorsOf)).toEqual([['socket-chat']]);
  });

  it('are those of a subagent that is given a model, once for each kind of model', () => {
    const value = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] }, { helperModel: 'other-model' });
    const of = (changes: Partial<Case>) => ({ value: { ...value, ...changes }, paths: [], laws: [] });
    const cases = [of({ helperModel: null }), of({}), of({}), of({ helperModel: 'same' })];
    const given = withGatewayPaths(cases, ['subagent'], space, ALL_LAWS).slice(1);
    expect(given.map(doorsOf)).toEqual([['subagent'], [], ['subagent']]);
    expect(given[0]?.laws.map(({ id }) => id)).toContain('helper-model');
  });

  it('are those of heartbeats that run in a way of their own, and of the turn after one that fails', () => {
    const value = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });
    const { provider: openai } = plainCase({ id: 'openai' });
    const of = (changes: Partial<Case>) => ({ value: { ...value, ...changes }, paths: [], laws: [] });
    const doors: PathName[] = ['heartbeat', 'after-heartbeat'];
    const isolated = of({ heartbeat: 'isolated' });
    const taken = (...cases: CaseRun[]) =>
      withGatewayPaths([of({}), ...cases], doors, space, ALL_LAWS).slice(1);
    expect(taken(isolated, isolated, of({})).map(doorsOf)).toEqual([doors, [], []]);
    const otherProvider = { ...openai, answer: 'rate-limited' as const };
    const failing = of({ otherProvider, helperModel: 'other-provider' });
    const [, again] = taken(of({ otherProvider: openai, helperModel: 'other-provider' }), failing);
    expect(again && doorsOf(again)).toEqual(['after-heartbeat']);
  });

  it('are taken in a gateway, where the other paths are in the lane of the run', () => {
    expect(laneOfPath('socket-chat', 'embedded')).toBe('gateway');
    expect(laneOfPath('image', 'embedded')).toBe('embedded');
  });

  it('are none where none is asked for', () => {
    expect(withGatewayPaths(runs, [], space, ALL_LAWS)).toEqual(runs);
  });
});
