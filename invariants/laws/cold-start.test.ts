import { expect, it } from 'vitest';
import type { ProfileSecret } from '../../generators/axes/secret.ts';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed, judged, observation } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const preflight = { ...failed('no-credential'), isPreflight: true } as const;
const lost: ProfileSecret = { source: 'env', holds: 'nothing', shape: 'plain' };

function brokenBy(
  secrets: readonly ProfileSecret[],
  changes: Partial<Observation> = {},
  version = '2026.9.6',
): string[] {
  const names = ['a', 'b'] as const;
  const profiles = secrets.map((secret, place) => ({ ...PLAIN_PROFILE, name: names[place]!, secret }));
  const value = plainCase({ id: 'google', profiles });
  const chat = observation('chat', { lane: 'gateway', requests: [], outcome: preflight, ...changes });
  return judge({ ...judged([chat], { value }), version })
    .filter(({ law }) => law === 'cold-start')
    .map(({ fingerprint }) => String(fingerprint));
}

it('a gateway starts beside a reference that finds nothing, from the build on that promises it (#75814)', () => {
  expect(brokenBy([lost])).toEqual([expect.stringContaining('no start')]);
  expect(brokenBy([lost], { outcome: { kind: 'answer' } })).toEqual([]);
  expect(brokenBy([lost], {}, '2026.7.1-2')).toEqual([]);
  expect(brokenBy([lost], { lane: 'embedded' })).toEqual([]);
});

it('a reference that finds a text which is no key may end the start', () => {
  expect(brokenBy([lost, { source: 'file', holds: 'live', shape: 'blank' }])).toEqual([]);
  expect(brokenBy([{ source: 'inline', holds: 'live', shape: 'plain' }])).toEqual([]);
});
