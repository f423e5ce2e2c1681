import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from './plain-case.ts';
import { withRivals } from './rival-case.ts';

const value = plainCase({ id: 'openai', profiles: [PLAIN_PROFILE] });
const of = (providers: Parameters<typeof withRivals>[1], numRuns: number) =>
  fc.sample(withRivals(fc.constant(value), providers), { seed: 1, numRuns });

it('makes of few cases one in which two providers could search, each with its usual key', () => {
  const made = of(['google', 'xai', 'moonshot', 'openai'], 1200).filter(
    ({ mediaSelection }) => mediaSelection === 'automatic',
  );
  expect(made.length).toBeGreaterThan(5);
  expect(made.length).toBeLessThan(50);
  for (const { provider, otherProvider } of made) {
    expect(['google', 'xai', 'moonshot']).toContain(provider.id);
    expect(provider.id).not.toBe(otherProvider?.id);
    expect(otherProvider?.environment).toMatchObject([{ layer: 'process', holds: 'live' }]);
  }
});

it('leaves every case alone where fewer than two search', () => {
  expect(of(['google', 'openai'], 300)).toEqual(Array(300).fill(value));
});
