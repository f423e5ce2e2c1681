import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Case } from './case.ts';
import { PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from './plain-case.ts';
import { withProgramLogins } from './program-case.ts';

const logged = (value: Case) =>
  fc
    .sample(withProgramLogins(fc.constant(value)), { seed: 1, numRuns: 300 })
    .filter(({ programLogin }) => programLogin).length;

it('draws the login of another program for a third of the cases that it says something of, and for no other', () => {
  for (const value of [
    plainCase({ id: 'openai-codex' }),
    plainCase({ id: 'openai', profiles: [PLAIN_SUBSCRIPTION] }),
  ]) {
    expect(logged(value)).toBeGreaterThan(60);
    expect(logged(value)).toBeLessThan(150);
  }
  expect(logged(plainCase({ id: 'openai', profiles: [PLAIN_PROFILE] }))).toBe(0);
  expect(logged(plainCase({ id: 'google' }))).toBe(0);
});
