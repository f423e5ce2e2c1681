import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownerOf } from '../provider-setup.ts';
import { ALL_PROVIDERS, type ProviderId, providerOf } from '../providers/catalog.ts';
import { entry } from './provider-entry.ts';

const ofNone = ALL_PROVIDERS.filter(({ environmentVariables }) => environmentVariables.length === 0);
const arbitraryOf = (id: ProviderId) => entry.arbitrary(ownerOf(providerOf(id), true));
const sourcesOf = (id: ProviderId) =>
  fc
    .sample(arbitraryOf(id), { seed: 1, numRuns: 400 })
    .flatMap((drawn) => [drawn?.apiKey?.source, drawn?.header?.source]);

it('is drawn with the name of a variable as its key for the providers that have one', () => {
  expect(sourcesOf('google')).toContain('marker');
  expect(ofNone.map(({ id }) => id)).toContain('custom-openai');
  for (const { id } of ofNone) expect(sourcesOf(id)).not.toContain('marker');
});

it('may name one for any provider in a case file, which shrinks to none', () => {
  const drawn = fc
    .sample(arbitraryOf('google'), { seed: 1, numRuns: 400 })
    .find((each) => each?.apiKey?.source === 'marker')!;
  for (const { id } of ofNone) {
    expect(entry.schema.parse(drawn)).toEqual(drawn);
    expect(arbitraryOf(id).canShrinkWithoutContext(drawn)).toBe(true);
    const smaller = [...arbitraryOf(id).shrink(drawn, undefined)].map(({ value }) => value);
    expect(smaller).toContainEqual(null);
  }
});
