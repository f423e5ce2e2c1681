import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Case, caseArbitrary, caseSchema, caseText } from '../../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_SETUP, plainCase } from '../../generators/plain-case.ts';
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';
import { COARSE_STEPS } from './coarse-steps.ts';
import { shrink } from './shrink.ts';
import { unshrinkableFields } from './unshrinkable.ts';

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
      expect(caseSchema.parse(step)).toEqual(step);
      expect(cases.canShrinkWithoutContext(step)).toBe(true);
    }),
    { seed: 4, numRuns: 300 },
  );
});

const anyProvider = caseArbitrary(ALL_PROVIDERS.map(({ id }) => id));

it('shrinks what a user wrote and nothing draws: an entry with oauth', async () => {
  const apiKey = { source: 'env', holds: 'stale', shape: 'spaces' } as const;
  const start = plainCase({
    id: 'google',
    entry: { ...PLAIN_ENTRY, auth: 'oauth', apiKey },
    answer: 'server-error',
    answeredRequests: 'first',
    olderModelsFile: true,
    addressVariable: { layer: 'process' },
  });
  const needed = async ({ provider: { answer, entry } }: Case) =>
    answer === 'server-error' && entry?.auth === 'oauth';
  for (const steps of [[], COARSE_STEPS]) {
    const shrunk = await shrink(start, anyProvider, needed, { steps });
    expect(shrunk).toMatchObject({ complete: true, unshrinkable: [] });
    expect(shrunk.value).toEqual(
      plainCase({ id: 'google', answer: 'server-error', entry: { ...PLAIN_ENTRY, auth: 'oauth' } }),
    );
  }
});

it('drops an address variable that does not matter', async () => {
  const start = plainCase({
    id: 'google',
    addressVariable: { layer: 'workspace' },
    answer: 'slow',
  });
  const { value } = await shrink(start, anyProvider, async ({ provider }) => provider.answer === 'slow');
  expect(value).toEqual(plainCase({ id: 'google', answer: 'slow' }));
});

it('does not call a case the smallest that it could not shrink, and names the field', async () => {
  const onlyGoogle = caseArbitrary(['google']);
  const start = plainCase(
    { id: 'google', olderModelsFile: true },
    { otherProvider: { ...PLAIN_SETUP, id: 'anthropic' } },
  );
  const needed = async ({ otherProvider }: Case) => otherProvider !== null;
  const expected = { complete: false, unshrinkable: ['otherProvider.id'] };
  expect(await shrink(start, onlyGoogle, needed)).toMatchObject(expected);
  expect(await shrink(plainCase({ id: 'openai' }), onlyGoogle, async () => true)).toMatchObject({
    complete: false,
    unshrinkable: ['provider.id'],
  });
});

it('names a field below its provider, and one of the case', () => {
  const narrow = caseArbitrary(['google']).filter(
    ({ provider, media }) => provider.entry === null && media === 'same',
  );
  const apiKey = { source: 'inline', holds: 'live', shape: 'plain' } as const;
  const start = plainCase(
    { id: 'google', entry: { ...PLAIN_ENTRY, apiKey }, answer: 'slow' },
    { media: 'other-model' },
  );
  expect(unshrinkableFields(start, narrow)).toEqual(['provider.entry', 'media']);
});
