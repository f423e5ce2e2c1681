import { expect, it } from 'vitest';
import { PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed, judged, observation } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const plain = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });

function brokenBy(probe: Partial<Observation>, chat: Partial<Observation> = {}, value = plain): string[] {
  const observations = [observation('chat', chat), observation('probe', probe)];
  return judge(judged(observations, { value }))
    .filter(({ law }) => law === 'check-agrees')
    .map(({ fingerprint }) => String(fingerprint));
}

it('a check is good where chat is answered with the one credential that is there', () => {
  expect(brokenBy({ check: 'good' })).toEqual([]);
  expect(brokenBy({ check: 'bad' })).toEqual([expect.stringContaining('check bad')]);
  expect(brokenBy({ check: 'expiring' })).toEqual([expect.stringContaining('check expiring')]);
  const refused = { outcome: failed('rejected') };
  expect(brokenBy({ check: 'bad' }, refused)).toEqual([]);
});

it('a check is bad where the report beside it calls credentials missing', () => {
  const chat = { requests: [], outcome: failed('no-credential') };
  expect(brokenBy({ check: 'bad', status: 'missing' }, chat)).toEqual([]);
  expect(brokenBy({ check: 'good', status: 'missing' }, chat)).toEqual([
    expect.stringContaining('check good'),
  ]);
});

it('a check may be bad for a route that cannot be told, or a login that is renewed', () => {
  expect(brokenBy({ check: 'bad', status: 'unclear' })).toEqual([]);
  const login = plainCase({ id: 'google', profiles: [PLAIN_SUBSCRIPTION] });
  expect(brokenBy({ check: 'bad' }, {}, login)).toEqual([]);
});
