/** Calls at once are held against one alone that had the same to go by. */
import { expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import type { Step } from '../../generators/steps/step.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const take = { do: 'take', path: 'chat' } as const;
const rotate = { do: 'rotate', keeper: 'environment' } as const;
const variable = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;

it('says nothing of a call alone that a gateway may have made with the old key', () => {
  const steps: Step[] = [rotate, take, { do: 'restart', by: 'SIGTERM' }, { do: 'take-twice', path: 'chat' }];
  const value = plainCase({ id: 'google', environment: [variable] }, { steps });
  const key = request(sentFrom(value, ({ holder }) => holder === 'environment'));
  const refused = { requests: [{ ...key, status: 401 }], outcome: failed('rejected') };
  const alone = observation('chat', { step: 1, lane: 'gateway', ...refused });
  const call = observation('chat', { step: 3, lane: 'gateway', requests: [key] });
  const broken = judge(judged([alone, call, call], { value })).map(({ law }) => law);
  expect(broken).not.toContain('at-once');
});
