import { expect, it } from 'vitest';
import { type BuildForms, inFormsOf, unreadForm } from './build-forms.ts';
import type { Case } from './case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SETUP, plainCase } from './plain-case.ts';

const NONE: BuildForms = {
  hasSecretStore: false,
  readsShortTemplates: false,
  modelNamesProfile: false,
  infersProvider: false,
  entryNamesProfile: false,
  allowsPrivateNetwork: false,
  choosesMemory: false,
};
const ALL: BuildForms = {
  hasSecretStore: true,
  readsShortTemplates: true,
  modelNamesProfile: true,
  infersProvider: true,
  entryNamesProfile: true,
  allowsPrivateNetwork: true,
  choosesMemory: true,
};
const stored = { source: 'store', holds: 'live', shape: 'plain' } as const;
const short = { ...stored, source: 'short-template' } as const;
const profile = { ...PLAIN_PROFILE, secret: stored };

const CASES: readonly (readonly [Case, string, string])[] = [
  [plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey: stored } }), 'store', 'exec'],
  [plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, header: stored } }), 'store', 'exec'],
  [plainCase({ id: 'google', profiles: [profile] }), 'store', 'exec'],
  [
    plainCase({ id: 'google' }, { otherProvider: { ...PLAIN_SETUP, id: 'openai', profiles: [profile] } }),
    'store',
    'exec',
  ],
  [plainCase({ id: 'google' }, { speechKey: stored }), 'store', 'exec'],
  [plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey: short } }), 'short-template', 'template'],
  [plainCase({ id: 'google' }, { searchKey: short }), 'short-template', 'template'],
];

it.each(CASES)(
  'finds a form that a build does not read wherever it is, and puts another in its place (%#)',
  (value, form, other) => {
    expect(unreadForm(value, NONE)).toBe(form === 'store' ? 'store of secrets' : 'templates without braces');
    expect(unreadForm(value, ALL)).toBeNull();
    const read = inFormsOf(value, NONE);
    expect(unreadForm(read, NONE)).toBeNull();
    expect(JSON.stringify(read)).toBe(JSON.stringify(value).replaceAll(`"${form}"`, `"${other}"`));
    expect(inFormsOf(value, ALL)).toEqual(value);
  },
);

it('leaves a profile out of the model for a build whose models name none', () => {
  const value = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] }, { chatProfile: 'a' });
  expect(unreadForm(value, NONE)).toBe('models that name a profile');
  expect(unreadForm(value, ALL)).toBeNull();
  expect(inFormsOf(value, NONE)).toEqual({ ...value, chatProfile: null });
});

it('names a model in full for a build that takes one without its provider for that of a fixed one', () => {
  const value = plainCase({ id: 'google', entry: PLAIN_ENTRY }, { bareModel: true });
  expect(unreadForm(value, NONE)).toBe('models without their provider');
  expect(unreadForm(value, ALL)).toBeNull();
  expect(inFormsOf(value, NONE)).toEqual({ ...value, bareModel: false });
});

it('leaves the name of a profile out of an entry for a build that would send it', () => {
  const value = plainCase({ id: 'google', entry: PLAIN_ENTRY }, { entryProfile: true });
  expect(unreadForm(value, NONE)).toBe('entries that name a profile');
  expect(unreadForm(value, ALL)).toBeNull();
  expect(inFormsOf(value, NONE)).toEqual({ ...value, entryProfile: false });
});

it.each([
  ['trusted-lan', 'lan'],
  ['private-dns', 'default'],
] as const)('needs no leave for an address where a build knows of none (%s)', (baseUrl, plain) => {
  const at = (address: typeof baseUrl | typeof plain) =>
    plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, baseUrl: address } });
  expect(unreadForm(at(baseUrl), NONE)).toBe('entries that allow a private address');
  expect(inFormsOf(at(baseUrl), NONE)).toEqual(at(plain));
  expect(inFormsOf(at(baseUrl), ALL)).toEqual(at(baseUrl));
});

it('lets memory search choose where a build does, and OpenAI be chosen everywhere', () => {
  const chooses = (id: 'google' | 'openai') => plainCase({ id }, { memoryChoice: true });
  expect(unreadForm(chooses('google'), NONE)).toBe('memory search that chooses its provider');
  expect(inFormsOf(chooses('google'), NONE)).toEqual(plainCase({ id: 'google' }));
  expect(unreadForm(chooses('openai'), NONE)).toBeNull();
});
