/** Rows of the probe that say another thing than the answers that they got, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import { profileIdOf } from '../../generators/secrets/place.ts';
import type { Credential } from '../../observation/credential.ts';
import type { WireRequest } from '../../observation/request.ts';
import type { ProbeResult } from '../../observation/status.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const variable = (name: string) => ({ name, layer: 'process', holds: 'live', shape: 'plain' }) as const;
const ofProfile = (value: Case, name: string): Credential =>
  sentFrom(value, (place) => profileIdOf(place) === `${value.provider.id}:${name}`);
const asked = (credential: Credential, status: number, changes: Partial<WireRequest> = {}): WireRequest => ({
  ...request(credential),
  status,
  ...changes,
});
const stale = { ...PLAIN_PROFILE.secret, holds: 'stale' } as const;

describe('the probe', () => {
  const value = plainCase({
    id: 'google',
    profiles: [
      { ...PLAIN_PROFILE, secret: stale },
      { ...PLAIN_PROFILE, name: 'b' },
    ],
  });
  const [a, b] = [ofProfile(value, 'a'), ofProfile(value, 'b')];
  const row = (profileId: string | null, status: string, reason: string | null = null): ProbeResult => ({
    ...{ profileId, source: profileId ? 'profile' : 'env', status, reason },
  });
  const brokenBy = (law: string, rows: ProbeResult[], requests: WireRequest[], of: Case = value) =>
    judge(judged([observation('probe', { requests, probe: rows })], { value: of }))
      .filter((violation) => violation.law === law)
      .map(({ fingerprint }) => fingerprint.behaviour);

  it.each([
    ['a refused key', 'rate_limit', 401, 'by-key', 'auth'],
    ['a rate limit', 'auth', 429, 'rate-limited', 'rate_limit'],
    ['a want of credit', 'unknown', 402, 'no-credit', 'billing'],
    ['a want of credit', 'auth', 403, 'spent-key', 'billing'],
    ['a limit of time', 'billing', 402, 'usage-window', 'rate_limit'],
    ['a timeout', 'auth', 504, 'timed-out', 'timeout'],
    ['a timeout', 'unknown', 499, 'client-closed', 'timeout'],
    ['a rate limit', 'format', 400, 'limit-in-words', 'rate_limit'],
  ] as const)('puts %s into its bucket', (seen, wrong, status, answer, right) => {
    const of = { ...value, provider: { ...value.provider, answer } };
    const told = (bucket: string) =>
      brokenBy('probe-bucket', [row('google:a', bucket)], [asked(a, status)], of);
    expect(told(wrong)).toEqual([`${wrong} for ${seen}`]);
    expect(told(right)).toEqual([]);
  });

  it('calls ok what was answered, of a variable as of a profile', () => {
    expect(brokenBy('probe-bucket', [row('google:b', 'auth')], [asked(b, 200)])).toEqual([
      'auth for an answer',
    ]);
    const keyed = plainCase({ id: 'google', environment: [variable('GEMINI_API_KEY')] });
    const key = sentFrom(keyed, ({ holder }) => holder === 'environment');
    expect(brokenBy('probe-bucket', [row(null, 'auth')], [asked(key, 200)], keyed)).toEqual([
      'auth for an answer',
    ]);
    expect(brokenBy('probe-bucket', [row(null, 'ok')], [asked(key, 200)], keyed)).toEqual([]);
  });

  it('sends the profile that its row names', () => {
    const behaviour = 'profile in place of the profile that its row names';
    expect(brokenBy('explicit-choice', [row('google:a', 'auth')], [asked(b, 401)])).toEqual([behaviour]);
    expect(brokenBy('explicit-choice', [row('google:a', 'auth')], [asked(a, 401)])).toEqual([]);
    // A token that is refused where it is to be exchanged is sent there alone.
    const exchange = asked(a, 401, { purpose: 'provider' });
    expect(brokenBy('explicit-choice', [row('google:a', 'auth')], [exchange, asked(b, 401)])).toEqual([]);
    // A row with a reason never asked.
    expect(brokenBy('explicit-choice', [row('google:a', 'auth', 'expired')], [asked(b, 401)])).toEqual([]);
  });
});
