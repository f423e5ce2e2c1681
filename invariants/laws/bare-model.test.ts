import { describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';
import { promisesBroken } from '../promises/of-laws.ts';
import { bareModel } from './bare-model.ts';

const profiles = [PLAIN_PROFILE];
const entry = PLAIN_ENTRY;
const otherProvider = plainCase({ id: 'openai', profiles, entry }).provider;
const full = plainCase({ id: 'google', profiles, entry }, { otherProvider });
const bare: Case = { ...full, bareModel: true };
const ofImages: Case = { ...bare, mediaSelection: 'image-model' };

const asking = (path: PathName, provider: ProviderId): Observation =>
  observation(path, {
    model: { provider: 'google', id: 'gemini-2.5-flash' },
    requests: [request(sentFrom(bare, (place) => place.provider === provider))],
  });
const lost = (path: PathName) => ({
  ...asking(path, 'google'),
  requests: [],
  outcome: failed('no-credential'),
});

function broken(value: Case, found: Observation, law = 'bare-model') {
  const variants = { [law]: [asking(found.path, 'google')] };
  return judge(judged([found], { value, variants })).filter((each) => each.law === law);
}

describe('a model that is named without its provider', () => {
  it('is asked as by its full name', () => {
    expect(broken(bare, asking('chat', 'google'))).toEqual([]);
    const [violation] = broken(bare, asking('chat', 'openai'));
    expect(String(violation?.fingerprint)).toContain('without its provider');
    expect(broken(bare, lost('chat'))).toHaveLength(1);
    const promises = promisesBroken(violation!, bare, '2026.9.6').map(({ id }) => id);
    expect(promises).toEqual(['model-settings/one-lister-is-asked']);
  });

  it('is asked as by its full name where it is the model of pictures', () => {
    expect(broken(ofImages, asking('image', 'google'))).toEqual([]);
    const [violation] = broken(ofImages, lost('image'));
    const promises = promisesBroken(violation!, ofImages, '2026.9.6').map(({ id }) => id);
    expect(promises).toEqual(['model-settings/one-lister-of-images-is-asked']);
  });
});

describe('the variant of a model that is named without its provider', () => {
  it('is the same case with the full name', () => {
    expect(bareModel.variant?.(bare)).toEqual(full);
    expect(bareModel.variantPaths).toEqual(expect.arrayContaining(['chat', 'completion', 'probe', 'image']));
    expect(bareModel.variantPaths).not.toContain('audio');
  });

  it.each<[string, Case]>([
    ['lists it no entry', { ...bare, provider: { ...bare.provider, entry: null } }],
    ['lists no entry a model', { ...bare, provider: { ...bare.provider, entryFields: 'no-models' } }],
    ['lists it the entry of another provider, too', { ...bare, sharedModel: true }],
    ['has it an alias', { ...bare, modelName: 'alias' }],
    ['names it a profile', { ...bare, chatProfile: 'a' }],
    ['has its id a slash', plainCase({ id: 'groq', entry }, { bareModel: true })],
    [
      'has another provider a model of that id',
      plainCase(
        { id: 'moonshot', entry },
        { bareModel: true, otherProvider: plainCase({ id: 'opencode-go' }).provider },
      ),
    ],
  ])('is none where %s', (_reason, value) => {
    expect(bareModel.variant?.(value)).toBe(value);
  });
});

it('a model of another provider with the same id changes nothing for chat', () => {
  const shared = { ...full, sharedModel: true };
  expect(broken(shared, asking('chat', 'google'), 'isolation')).toEqual([]);
  const [violation] = broken(shared, asking('chat', 'openai'), 'isolation');
  const promises = promisesBroken(violation!, shared, '2026.9.6').map(({ id }) => id);
  expect(promises).toContain('faq-models/same-id-of-another-provider');
});
