/** Pairs of paths that are compared, and pairs that are not. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import type { WireRequest } from '../observation/request.ts';
import {
  brokenBy,
  environmentKey,
  failed,
  judged,
  observation,
  profileKey,
  request,
} from '../test-support/conforming.ts';
import { ALL_LAWS, judge } from './laws.ts';

const lawsOf = (law: string) => ALL_LAWS.filter(({ id }) => id === law);

describe('the laws that compare paths', () => {
  it('same-failure looks at a tool only where it knows a model of the provider, or is told one', () => {
    const nothing = { kind: 'failure', class: 'nothing-selected', message: '' } as const;
    const brokenOf = (tool: PathName, id: 'google' | 'groq', entry: typeof PLAIN_ENTRY | null) => {
      const at = (path: PathName) => observation(path, { model: { provider: id, id: 'model' } });
      return judge(
        judged([at('chat'), { ...at(tool), requests: [], outcome: nothing }], {
          value: plainCase({ id, entry }),
          version: '2026.5.22',
        }),
        lawsOf('same-failure'),
      ).length;
    };
    for (const tool of ['image-tool', 'pdf-tool'] as const) {
      expect(brokenOf(tool, 'google', null)).toBe(1);
      expect(brokenOf(tool, 'groq', null)).toBe(0);
      expect(brokenOf(tool, 'groq', PLAIN_ENTRY)).toBe(1);
    }
  });

  it('same-credential holds what compacts a turn against what the turn had come to', () => {
    const [refused, accepted] = [{ ...request(environmentKey), status: 401 }, request(profileKey)];
    const brokenWith = (requests: WireRequest[]) =>
      judge(
        judged(
          [observation('chat', { requests: [refused, accepted] }), observation('compaction', { requests })],
          { value: plainCase({ id: 'google' }), version: '2026.7.1-2' },
        ),
        lawsOf('same-credential'),
      );
    expect(brokenWith([accepted])).toEqual([]);
    expect(brokenWith([request(environmentKey)])).toHaveLength(1);
  });

  it('let a tool ask with what its turn had gone on to, since the refused credential is set aside, and with nothing else', () => {
    const [refused, accepted] = [{ ...request(environmentKey), status: 401 }, request(profileKey)];
    const brokenBeside = (requests: WireRequest[], tool = accepted) =>
      judge(
        judged([observation('chat', { requests }), observation('pdf-tool', { requests: [tool] })], {
          value: plainCase({ id: 'google' }),
        }),
        lawsOf('same-credential'),
      );
    expect(brokenBeside([refused, accepted])).toEqual([]);
    expect(brokenBeside([refused, accepted], request())).toHaveLength(1);
    expect(brokenBeside([request(environmentKey)])).toHaveLength(1);
  });

  it('leave out a model that could not be asked beside one that chat may have gone on to', () => {
    const ended = (name: 'refused-address' | 'no-credential', fallback: 'other-model' | null) =>
      judge(
        judged([observation('chat'), observation('image', { requests: [], outcome: failed(name) })], {
          value: plainCase({ id: 'google' }, { fallback }),
        }),
        lawsOf('same-failure'),
      ).length;
    expect(ended('refused-address', 'other-model')).toBe(0);
    expect(ended('refused-address', null)).toBe(1);
    expect(ended('no-credential', 'other-model')).toBe(1);
  });

  it('leave a case its end where chat had to fall back on another model, and only there', () => {
    const withFallback = (chat: Partial<Observation>, image: Partial<Observation>) =>
      judge(
        judged([observation('chat', chat), observation('image', image)], {
          value: plainCase({ id: 'google' }, { fallback: 'other-model' }),
        }),
        [...lawsOf('same-failure'), ...lawsOf('same-credential')],
      );
    const refused = { ...request(profileKey), status: 401 };
    const rejected = { requests: [refused], outcome: failed('rejected') };
    expect(withFallback({ requests: [refused, request(profileKey)] }, rejected)).toEqual([]);
    expect(withFallback({}, rejected)).toMatchObject([{ law: 'same-failure' }]);
    expect(withFallback({}, { requests: [request(environmentKey)] })).toMatchObject([
      { law: 'same-credential' },
    ]);
  });

  it('leave paths their ends where one of them was redirected, and not for what a decoy answers', () => {
    const other = { ...plainCase({ id: 'openai' }).provider, answer: 'redirect' as const };
    const brokenWith = (requests: WireRequest[]) =>
      judge(
        judged([observation('chat'), observation('image', { requests, outcome: failed('rejected') })], {
          value: plainCase({ id: 'google' }, { otherProvider: other }),
        }),
        lawsOf('same-failure'),
      ).length;
    const own = request(profileKey);
    expect(brokenWith([own])).toBe(1);
    expect(brokenWith([own, { ...own, host: 'api.openai.com' }])).toBe(0);
  });

  it('do not compare paths of different providers', () => {
    const other = { model: { provider: 'openai', id: 'gpt-5.4' }, requests: [request(environmentKey)] };
    expect(brokenBy('image', other)).toEqual([]);
  });

  it('do not compare a path that the build does not have', () => {
    const outcome = { kind: 'unsupported' as const, reason: 'google has no video' };
    expect(brokenBy('video', { requests: [], outcome })).toEqual([]);
  });

  it('do not compare a tool that the turn never came to: what the turn fails with is chat’s', () => {
    const outcome = { kind: 'failure', class: 'no-turn', message: '' } as const;
    expect(brokenBy('image-tool', { requests: [], outcome })).toEqual([]);
  });
});
