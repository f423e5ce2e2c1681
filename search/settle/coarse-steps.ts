/**
 * Large steps that a shrink tries first: each sets several axes to their simplest value at once. Most axes of a random
 * case have nothing to do with what it shows, and one run tells so of many.
 */

import type { Case } from '../../generators/case.ts';
import { PLAIN, PLAIN_SETUP } from '../../generators/plain-case.ts';
import { type ProviderSetup, usableSetup } from '../../generators/provider-setup.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { mapSecrets, type Secret } from '../../generators/secrets/map-secrets.ts';
import { meaningfulSteps } from '../../generators/steps/meaningful-steps.ts';
import { MOST_STEPS } from '../../generators/steps/step.ts';

type Step = (value: Case) => Case;

/** Steps are dropped one by one: without any, other laws judge the case. */
const { steps: _steps, ...PLAIN_AXES } = PLAIN;

const { olderModelsFile, answer, answeredRequests, addressVariable } = PLAIN_SETUP;
const { entryFields, modelId, entryHeaders, spareKeys, entryRequest, plainBeside } = PLAIN_SETUP;
const USUAL: Partial<ProviderSetup> = {
  olderModelsFile,
  answer,
  answeredRequests,
  addressVariable,
  entryFields,
  modelId,
  entryHeaders,
  spareKeys,
  entryRequest,
  plainBeside,
};

/** A step for each of as many profiles, or variables, as a provider may have; the last first: the others keep their place. */
function atEachPlace(step: (value: Case, place: number) => Case): Step[] {
  return [2, 1, 0].map((place) => (value) => step(value, place));
}

export const COARSE_STEPS: readonly Step[] = [
  (value) => ({ ...withProvider(value, USUAL), ...PLAIN_AXES }),
  (value) => withProvider(value, USUAL),
  (value) => ({ ...value, ...PLAIN_AXES, otherProvider: value.otherProvider }),
  (value) => ({ ...value, otherProvider: null }),
  (value) => withOther(value, { ...USUAL, environment: [], profiles: [], order: null, entry: null }),
  (value) => withOther(value, { ...USUAL, environment: [], entry: null }),
  (value) => withOther(value, { profiles: [], order: null }),
  (value) => withOther(value, { order: null }),
  ...atEachPlace((value, place) => withOther(value, withoutProfile(value.otherProvider, place))),
  (value) => withOther(value, value.otherProvider ? tidySetup(value.otherProvider) : {}),
  (value) => withProvider(value, tidySetup(value.provider)),
  (value) => withOther(value, value.otherProvider ? plainSetup(value.otherProvider) : {}),
  (value) => withProvider(value, plainSetup(value.provider)),
  (value) => withProvider(value, { environment: [] }),
  (value) => withProvider(value, { profiles: [], order: null }),
  (value) => withProvider(value, { order: null }),
  ...atEachPlace((value, place) => withProvider(value, withoutProfile(value.provider, place))),
  ...atEachPlace((value, place) => withProvider(value, withoutVariable(value.provider, place))),
  // Without its entry, OpenClaw does not sign for a provider of AWS.
  (value) => (signs(value.provider) ? value : withProvider(value, { entry: null })),
  (value) => withProvider(value, { profiles: plainSetup(value.provider).profiles }),
  (value) => withProvider(value, { environment: plainSetup(value.provider).environment }),
  (value) => withProvider(value, plainEntry(value.provider)),
  (value) => ({ ...value, steps: value.steps && meaningfulSteps(value, value.steps) }),
  ...Array.from(
    { length: MOST_STEPS },
    (_, index) => (value: Case) => withoutStep(value, MOST_STEPS - 1 - index),
  ),
  (value) => ({ ...value, speechKey: value.speechKey && plain(value.speechKey) }),
  (value) => ({ ...value, searchKey: value.searchKey && plain(value.searchKey) }),
];

/** The only one is left: without any, the case is judged by other laws. The library's own shrinking never drops the last of a list. */
function withoutStep(value: Case, place: number): Case {
  const { steps } = value;
  if (!steps || steps.length === 1) return value;
  return { ...value, steps: steps.filter((_, index) => index !== place) };
}

function withProvider(value: Case, changes: Partial<ProviderSetup>): Case {
  return { ...value, provider: { ...value.provider, ...changes } };
}

function withOther(value: Case, changes: Partial<ProviderSetup>): Case {
  return value.otherProvider && !signs(value.otherProvider)
    ? { ...value, otherProvider: { ...value.otherProvider, ...changes } }
    : value;
}

/** Whether a provider is asked with signatures of AWS, not with a key. */
function signs({ id }: ProviderSetup): boolean {
  return providerOf(id).credentials === 'aws';
}

/** The only profile is left to the step that drops all. */
function withoutProfile(setup: ProviderSetup | null, place: number): Partial<ProviderSetup> {
  if (!setup || setup.profiles.length < 2) return {};
  return { profiles: setup.profiles.filter((_, index) => index !== place) };
}

function withoutVariable({ environment }: ProviderSetup, place: number): Partial<ProviderSetup> {
  return environment.length < 2 ? {} : { environment: environment.filter((_, index) => index !== place) };
}

const NAMES = ['a', 'b', 'c'] as const;

/** The same secrets, held as plainly as can be: profiles that never end, named in turn. */
function tidySetup({ environment, profiles, entry }: ProviderSetup): Partial<ProviderSetup> {
  return {
    environment: environment.map((variable) => ({ ...variable, shape: 'plain' })),
    profiles: profiles.map(({ type, secret }, index) => ({
      type,
      name: NAMES[index]!,
      secret: { ...secret, shape: 'plain' },
      expires: 'never',
      refresh: 'none',
      cooldown: 'none',
    })),
    entry: entry && { ...entry, authHeader: false, baseUrl: 'default' },
    order: null,
  };
}

/** Every secret live, plain and in its place; nothing expired, set aside or elsewhere. */
function plainSetup(setup: ProviderSetup): Pick<ProviderSetup, 'environment' | 'profiles' | 'entry'> {
  const { environment, profiles, entry } = mapSecrets(usableSetup(setup), plain);
  return {
    environment,
    profiles,
    entry: entry && { ...entry, header: null, authHeader: false, baseUrl: 'default' },
  };
}

function plainEntry(setup: ProviderSetup): Pick<ProviderSetup, 'entry'> {
  const { entry } = mapSecrets(setup, plain);
  return { entry: entry && { ...entry, baseUrl: 'default' } };
}

function plain<T extends Secret>(secret: T): T {
  return { ...secret, source: 'inline', holds: 'live', shape: 'plain' };
}
