/** Secrets of profiles that the user removed between two calls. */
import { expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import type { Step } from '../../generators/steps/step.ts';
import type { Lane } from '../../observation/lane.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const profiles = [PLAIN_PROFILE, { ...PLAIN_PROFILE, name: 'b' as const }];
const order = { where: 'config' as const, names: ['a' as const, 'b' as const] };
const take: Step = { do: 'take', path: 'chat' };

/** The violations of a chat that sends a profile after one was removed. */
function sending(name: 'a' | 'b', between: readonly Step[], lane: Lane = 'gateway', version = '2026.9.6') {
  const steps: Step[] = [take, ...between, take];
  const value = plainCase({ id: 'google', profiles, order }, { steps });
  const sent = sentFrom(value, (place) => profileOf(place)?.name === name);
  const seen = observation('chat', { step: steps.length - 1, lane, requests: [request(sent)] });
  return judge(judged([seen], { value, version }))
    .filter(({ law }) => law === 'fresh-state')
    .map(({ fingerprint }) => `${fingerprint}`);
}

const removal: Step = { do: 'remove-profile', name: 'a' };

it('breaks a law where a removed profile is sent, and not where another one is', () => {
  expect(sending('a', [removal])).toEqual(['fresh-state | google | chat: a profile that was removed']);
  expect(sending('b', [removal])).toEqual([]);
  expect(sending('a', [])).toEqual([]);
});

it('lets a gateway keep it that is told nothing, until it is started again', () => {
  expect(sending('a', [removal], 'gateway', '2026.8.1')).toEqual([]);
  expect(sending('a', [removal, { do: 'restart', by: 'SIGTERM' }], 'gateway', '2026.8.1')).toHaveLength(1);
  expect(sending('a', [removal], 'embedded', '2026.8.1')).toHaveLength(1);
});
