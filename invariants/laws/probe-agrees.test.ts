import { expect, it } from 'vitest';
import { environmentKey, judged, observation, request } from '../../test-support/conforming.ts';
import { probeAgrees } from './probe-agrees.ts';

const missing = { profileId: 'google:b', source: 'profile', status: 'unknown', reason: 'missing_credential' };
const brokenIn = (version: string, chat = observation('chat')) =>
  probeAgrees
    .check(judged([chat, observation('probe', { requests: [], probe: [missing] })], { version }))
    .map(({ fingerprint }) => fingerprint.toString());

it('probe-agrees asks for a row of a profile in every build, and of a variable where documents promise one', () => {
  const byVariable = observation('chat', { requests: [request(environmentKey)] });
  for (const version of ['2026.4.24', '2026.3.13']) expect(brokenIn(version, byVariable)).toEqual([]);
  for (const version of ['2026.5.22', '2026.9.6'])
    expect(brokenIn(version, byVariable)).toEqual([
      'probe-agrees | google | chat: answer, environment | probe: not ok',
    ]);
  for (const version of ['2026.4.24', '2026.9.6'])
    expect(brokenIn(version)).toEqual(['probe-agrees | google | chat: answer, profile | probe: not ok']);
});
