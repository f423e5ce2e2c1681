/** Paths that go on with a conversation whose first turn was answered. */
import { describe, expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../generators/plain-case.ts';
import type { ProviderId } from '../generators/providers/catalog.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { failed, judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import { judge } from './laws.ts';

const profiles = [PLAIN_PROFILE];
const otherProvider = plainCase({ id: 'openai', profiles }).provider;
const value = plainCase({ id: 'google', profiles }, { otherProvider });
const keyOf = (id: ProviderId) => request(sentFrom(value, ({ provider }) => provider === id));

describe.each<PathName>(['side-question', 'compact-command'])('%s', (path) => {
  const brokenBy = (changes: Partial<Observation>): string[] => {
    const chat = observation('chat', { requests: [keyOf('google')] });
    const after = observation(path, { requests: [keyOf('google')], ...changes });
    return judge(judged([chat, after], { value })).map(({ law }) => law);
  };

  it('finds the credential that chat finds', () => {
    expect(brokenBy({})).toEqual([]);
    expect(brokenBy({ requests: [keyOf('openai')] })).toContain('same-credential');
    expect(brokenBy({ requests: [], outcome: failed('no-credential') })).toContain('same-failure');
  });

  it('is not judged where the turn before was not answered', () => {
    expect(brokenBy({ requests: [], outcome: failed('no-turn') })).toEqual([]);
  });
});
