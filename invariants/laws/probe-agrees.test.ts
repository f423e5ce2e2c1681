import { expect, it } from 'vitest';
import type { ProbeResult } from '../../observation/status.ts';
import { environmentKey, judged, observation, request } from '../../test-support/conforming.ts';
import { probeAgrees } from './probe-agrees.ts';

const missing = { profileId: 'google:b', source: 'profile', status: 'unknown', reason: 'missing_credential' };
const ofVariable = { profileId: null, source: 'env', status: 'auth', reason: null };
const brokenIn = (version: string, chat = observation('chat'), row: ProbeResult = missing) =>
  probeAgrees
    .check(judged([chat, observation('probe', { requests: [], probe: [row] })], { version }))
    .map(({ fingerprint }) => fingerprint.toString());

it('probe-agrees asks for a row of a profile in every build, and of a variable where documents promise one', () => {
  const byVariable = observation('chat', { requests: [request(environmentKey)] });
  for (const version of ['2026.3.13', '2026.4.1']) expect(brokenIn(version, byVariable)).toEqual([]);
  for (const version of ['2026.4.24', '2026.9.6'])
    expect(brokenIn(version, byVariable)).toEqual([
      'probe-agrees | google | chat: answer, environment | probe: not ok',
    ]);
  for (const version of ['2026.4.24', '2026.9.6'])
    expect(brokenIn(version)).toEqual(['probe-agrees | google | chat: answer, profile | probe: not ok']);
  // A row that nobody promised must be right where it is there.
  expect(brokenIn('2026.3.13', byVariable, ofVariable)).toHaveLength(1);
});
