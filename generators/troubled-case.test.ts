import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseArbitrary, caseSchema } from './case.ts';
import { withTroubles } from './troubled-case.ts';
import { hasUsualKey } from './usual-key.ts';

const PROVIDERS = ['google', 'openai', 'anthropic', 'ollama'] as const;
const SAMPLE = { seed: 1, numRuns: 4000 };

describe('cases with a provider in trouble', () => {
  const cases = caseArbitrary(PROVIDERS).map((value) => ({ ...value, steps: null }));
  const drawn = fc.sample(withTroubles(cases, PROVIDERS), SAMPLE);
  const before = fc.sample(cases, SAMPLE);

  it('are some, each with a fallback that can be asked, and the others are drawn as before', () => {
    const changed = drawn.filter((value, index) => JSON.stringify(value) !== JSON.stringify(before[index]));
    expect(changed.length).toBeGreaterThan(60);
    expect(changed.length).toBeLessThan(240);
    for (const value of changed) {
      expect(caseSchema.parse(value)).toEqual(value);
      expect(hasUsualKey(value.otherProvider)).toBe(true);
      expect(value.provider.answer).not.toBe('by-key');
    }
  });

  it('come together with every trouble', () => {
    const troubles = new Set(
      drawn.filter((value) => hasUsualKey(value.otherProvider)).map(({ provider }) => provider.answer),
    );
    expect([...troubles]).toEqual(expect.arrayContaining(['overloaded', 'nothing-said', 'usage-window']));
  });
});
