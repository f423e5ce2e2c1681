import { describe, expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { Observation } from '../../observation/observation.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const value = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] }, { proxy: 'beside' });
const direct = request(sentFrom(value, ({ provider }) => provider === 'google'));
const through = { ...direct, viaProxy: true } as const;

function brokenBy(observations: readonly Observation[], changes: Parameters<typeof judged>[1] = {}) {
  return judge(judged(observations, { value, ...changes })).flatMap(({ law, fingerprint }) =>
    law === 'through-proxy' ? [String(fingerprint)] : [],
  );
}

describe('a proxy that the environment names', () => {
  const chat = observation('chat', { requests: [through] });

  it('lets every path through, and is asked by each', () => {
    expect(brokenBy([chat, observation('image', { requests: [through] })])).toEqual([]);
  });

  it('is gone past by no path where chat is asked through it', () => {
    expect(brokenBy([chat, observation('image', { requests: [direct] })])).toEqual([
      'through-proxy | google | chat: through the proxy | image: asks past the proxy',
    ]);
    // No document promises it of chat itself, nor of who asks as chat does.
    const past = observation('chat', { requests: [direct] });
    expect(brokenBy([past, observation('image', { requests: [direct] })])).toEqual([]);
  });

  it('lets no medium past it whose document promises so', () => {
    const past = observation('chat', { requests: [direct] });
    for (const path of ['audio', 'video'] as const)
      expect(brokenBy([past, observation(path, { requests: [direct] })])).toHaveLength(1);
  });

  it('is not gone past by the renewal of a login, with or without chat beside it', () => {
    const renewal = { ...direct, purpose: 'provider' } as const;
    expect(brokenBy([observation('chat', { requests: [renewal, through] })])).toEqual([
      'through-proxy | google | chat: a login past the proxy',
    ]);
    expect(brokenBy([observation('completion', { requests: [renewal, through] })])).toHaveLength(1);
  });

  it("is not asked for the machine's own hosts, and where it is not named nothing is judged", () => {
    const metadata = { ...direct, purpose: 'provider', host: '169.254.169.254' } as const;
    const own = { ...direct, host: '127.0.0.1' };
    expect(brokenBy([observation('chat', { requests: [metadata, own, through] })])).toEqual([]);
    const image = observation('image', { requests: [direct] });
    expect(brokenBy([chat, image], { value: { ...value, proxy: null } })).toEqual([]);
  });
});
