import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Case, caseArbitrary, caseText } from '../../generators/case.ts';
import { COARSE_STEPS } from './coarse-steps.ts';
import { shrink } from './shrink.ts';

const cases = caseArbitrary(['google', 'anthropic', 'amazon-bedrock']);

/** Two axes matter, and not in one order: a live profile, or a variable of the state folder. */
async function shows({ provider }: Case): Promise<boolean> {
  return (
    provider.profiles.some(({ secret }) => secret.holds === 'live') ||
    provider.environment.some(({ layer }) => layer === 'state')
  );
}

it('gives the same smallest case, however many candidates run side by side', async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.integer({ min: 2, max: 5 }), async (value, ahead) => {
      fc.pre(await shows(value));
      const [alone, together] = await Promise.all(
        [1, ahead].map((each) => shrink(value, cases, shows, { steps: COARSE_STEPS, ahead: each })),
      );
      expect(caseText(together!.value)).toBe(caseText(alone!.value));
      expect(together).toMatchObject({ complete: true });
    }),
    { seed: 3, numRuns: 60 },
  );
});

it('takes large steps that leave a case as the schema wants it', () => {
  fc.assert(
    fc.property(cases, fc.nat({ max: COARSE_STEPS.length - 1 }), (value, index) => {
      const step = COARSE_STEPS[index]!(value);
      expect(caseText(step).length).toBeGreaterThan(0);
      expect(cases.canShrinkWithoutContext(step)).toBe(true);
    }),
    { seed: 4, numRuns: 300 },
  );
});
