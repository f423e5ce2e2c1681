import { describe, expect, it } from 'vitest';
import type { Observation } from '../../observation/observation.ts';
import { judged, observation } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const lawsBroken = (...input: Parameters<typeof judged>) => judge(judged(...input)).map(({ law }) => law);

describe('a list of providers', () => {
  const answered = observation('embedding');
  const listing = (status: 'present' | 'missing') =>
    observation('embedding-providers', { requests: [], status });
  const failing = observation('embedding', {
    requests: [],
    outcome: { kind: 'failure', class: 'no-credential', message: 'failed' },
  });
  const broken = (...observations: Observation[]) =>
    lawsBroken(observations).filter((law) => law === 'status-agrees');

  it('calls no provider unconfigured whose path is answered', () => {
    expect(broken(answered, listing('present'))).toEqual([]);
    expect(broken(answered, listing('missing'))).toEqual(['status-agrees']);
  });

  it('may call one configured that has no credential that can be used: an entry alone configures it', () => {
    expect(broken(failing, listing('present'))).toEqual([]);
    expect(broken(failing, listing('missing'))).toEqual([]);
  });
});

describe('the list of models', () => {
  const failing = observation('chat', {
    requests: [],
    outcome: { kind: 'failure', class: 'no-credential', message: 'failed' },
  });
  const broken = (version: string, ...observations: Observation[]) =>
    lawsBroken(observations, { version }).filter((law) => law === 'status-agrees');
  const listing = (status: 'present' | 'missing') => observation('model-listing', { requests: [], status });

  it('calls credentials present that chat can use, in a build whose documents say that it has evidence', () => {
    expect(broken('2026.9.6', failing, listing('present'))).toEqual(['status-agrees']);
    for (const version of ['2026.8.1', '2026.6.11'])
      expect(broken(version, failing, listing('present'))).toEqual([]);
  });

  it('calls none missing that chat is answered with, in any build whose documents say what its column is', () => {
    for (const version of ['2026.9.6', '2026.6.11', '2026.5.22'])
      expect(broken(version, observation('chat'), listing('missing'))).toEqual(['status-agrees']);
    for (const version of ['2026.4.24', '2026.3.13'])
      expect(broken(version, observation('chat'), listing('missing'))).toEqual([]);
  });
});
