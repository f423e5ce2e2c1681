import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { takesReferences } from '../test-support/field-of-build.ts';
import { judgeField, promisedFields, promiseOfField } from './field-takes-reference.ts';
import { ALL_PROMISES } from './promises/promises.ts';
import { promisesOfSetting, settingsFor } from './setting-as-documented.ts';

const conforming = takesReferences('cron.webhookToken');
const ofPlugin = { ...conforming, isBundled: false, unresolved: { unset: false, set: false } };

describe('a field that the documents list', () => {
  it('conforms where it takes a reference, which is told of while its variable is not set', () => {
    expect(judgeField(conforming)).toEqual({ kind: 'conforms' });
  });

  it.each([
    ['refuses a reference', { takesReference: false, takesText: true }],
    ['does not tell that a reference is unresolved', { unresolved: { unset: false, set: false } }],
    ['calls a reference unresolved that is not', { unresolved: { unset: true, set: true } }],
    ['prints the secret', { isDisclosed: true }],
  ] as const)('violates where the build %s', (fault, changes) => {
    expect(judgeField({ ...conforming, ...changes })).toEqual({ kind: 'violates', fault });
  });

  it('is not testable where the build refuses text there, too', () => {
    const refused = { ...conforming, takesReference: false, takesText: false };
    expect(judgeField(refused)).toMatchObject({ kind: 'not testable' });
  });

  it('of a plugin that does not come with the build conforms if its schema refuses what is no reference, and else is not testable', () => {
    expect(judgeField({ ...ofPlugin, refusesOthers: true })).toEqual({ kind: 'conforms' });
    for (const refusesOthers of [false, null])
      expect(judgeField({ ...ofPlugin, refusesOthers })).toMatchObject({ kind: 'not testable' });
  });
});

describe('the promise of a field', () => {
  it('or of a setting is there for each promise that the check judges', () => {
    const checked = ALL_PROMISES.filter(({ judged }) => 'check' in judged).map(({ id }) => id);
    const ofSettings = settingsFor(DEFAULT_TARGET).flatMap((each) => promisesOfSetting(each, DEFAULT_TARGET));
    const named = [...[...promisedFields()].map(promiseOfField), ...ofSettings];
    expect(checked.length).toBeGreaterThan(50);
    expect(checked.filter((id) => !named.includes(id))).toEqual([]);
    expect(promiseOfField('no.such.field')).toBeNull();
  });
});
