import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Case } from './case.ts';
import { withDoctors } from './doctored-case.ts';
import { PLAIN_PROFILE, plainCase } from './plain-case.ts';

const of = (value: Case, numRuns: number) => fc.sample(withDoctors(fc.constant(value)), { seed: 1, numRuns });
const doctored = (values: readonly Case[]) =>
  values.filter(({ commandBefore }) => commandBefore === 'doctor');

it('draws a doctor seldom, and often where the profiles are in an older file', () => {
  const plain = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });
  const older = plainCase({ id: 'google', profiles: [PLAIN_PROFILE], profileStore: 'older-file' });
  const share = doctored(of(plain, 2400)).length / 2400;
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(0.01);
  const seen = doctored(of(older, 400));
  expect(seen.length).toBeGreaterThan(50);
  expect(new Set(seen.map(({ profileRecord }) => profileRecord))).toEqual(
    new Set(['usual', 'aliased', 'flat']),
  );
});

it('leaves the other draws of a seed as they are, and a case that has another command', () => {
  const numbers = fc.integer({ min: 0, max: 5000 });
  const cases = numbers.map((each) =>
    plainCase({ id: 'google' }, { fileScope: each % 2 ? 'workspace' : 'anywhere' }),
  );
  const undone = fc
    .sample(withDoctors(cases), { seed: 7, numRuns: 100 })
    .map((value): Case => ({ ...value, commandBefore: 'none' }));
  expect(undone).toEqual(fc.sample(cases, { seed: 7, numRuns: 100 }));
  const set = plainCase({ id: 'google' }, { commandBefore: 'model-set' });
  expect(of(set, 2400)).toEqual(Array(2400).fill(set));
});
