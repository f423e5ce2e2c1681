import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaArbitrary } from '../../generators/axes/schema-arbitrary.ts';
import { type Case, caseArbitrary, caseSchema } from '../../generators/case.ts';
import { PLAIN, PLAIN_ENTRY, PLAIN_SETUP, plainCase } from '../../generators/plain-case.ts';
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { sortedText } from '../../support/sorted-text.ts';
import { AXIS_REPAIRS } from './axis-repairs.ts';
import { REPAIRS, repairOf } from './repairs.ts';

const drawn = caseArbitrary(ALL_PROVIDERS.map(({ id }) => id));
const anyCase = fc.oneof(drawn, schemaArbitrary(caseSchema.out));
const RUNS = { seed: 1, numRuns: 150 };

/** The axes that two cases differ in, as `order` and `media`; of the entry its fields, as `entry.auth`. */
function changedAxes(left: Case, right: Case): string[] {
  const names = new Set<string>();
  const compare = (a: object, b: object, prefix = '') => {
    for (const [name, value] of Object.entries(a))
      if (
        sortedText({ value }) !==
        sortedText({ value: Object.entries(b).find(([each]) => each === name)?.[1] })
      )
        names.add(`${prefix}${name}`);
  };
  const { provider, otherProvider, ...axes } = left;
  compare(axes, right);
  for (const [a, b] of [
    [provider, right.provider],
    [otherProvider, right.otherProvider],
  ] as const) {
    if (!a || !b) {
      if (a !== b) names.add('otherProvider');
    } else if (a.entry && b.entry) {
      compare({ ...a, entry: null }, { ...b, entry: null });
      compare(a.entry, b.entry, 'entry.');
    } else compare(a, b);
  }
  return [...names];
}

describe.each(REPAIRS)('the repair $id', ({ repaired }) => {
  it('is done at once, and ends in a case of the schema', () => {
    fc.assert(
      fc.property(anyCase, (value) => {
        const changed = repaired(value);
        if (!changed) return;
        expect(caseSchema.parse(changed)).toEqual(changed);
        expect(repaired(changed)).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('changes nothing of a plain case', () => {
    expect(repaired(plainCase({ id: 'google' }))).toBeUndefined();
  });

  it('changes something of a case that can be drawn', () => {
    // The schema has more often what is drawn more rarely.
    const some = fc.sample(anyCase, { seed: 1, numRuns: 2000 });
    expect(some.some((value) => repaired(value))).toBe(true);
  });
});

describe('the repairs', () => {
  it('have an id each', () => {
    expect(new Set(REPAIRS.map(({ id }) => id)).size).toBe(REPAIRS.length);
    expect(() => repairOf('none')).toThrow('no repair none');
  });

  it('are one for every axis and every field of the entry, which change it alone', () => {
    const names = [
      ...Object.keys(PLAIN).filter((name) => name !== 'otherProvider'),
      ...Object.keys(PLAIN_SETUP),
      ...Object.keys(PLAIN_ENTRY).map((name) => `entry.${name}`),
    ];
    expect(AXIS_REPAIRS.map(({ id }) => id).sort()).toEqual(names.sort());
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...AXIS_REPAIRS), (value, { id, repaired }) => {
        const changed = repaired(value);
        if (changed) expect(changedAxes(value, changed)).toEqual([id]);
      }),
      RUNS,
    );
  });

  it('of how a credential is kept change no other axis than theirs', () => {
    const touched = new Set([
      'provider',
      'entry.apiKey',
      'entry.header',
      'profiles',
      'environment',
      'speechKey',
      'searchKey',
      'memoryEndpoint',
      'entryRequest',
      'spareKeys',
    ]);
    const keeping = REPAIRS.filter((each) => each.keepsCredentials && !AXIS_REPAIRS.includes(each));
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...keeping), (value, { repaired }) => {
        const changed = repaired(value);
        if (changed) for (const name of changedAxes(value, changed)) expect(touched).toContain(name);
      }),
      RUNS,
    );
  });

  it('that keep credentials leave every place of one, however it is written down', () => {
    const keeping = REPAIRS.filter(({ keepsCredentials }) => keepsCredentials);
    const holders = (value: Case) => new Set(canariesOf(value, 'salt').map(({ place }) => place.holder));
    fc.assert(
      fc.property(drawn, fc.constantFrom(...keeping), (value, { repaired }) => {
        const changed = repaired(value);
        if (!changed) return;
        const after = holders(changed);
        for (const holder of ['environment', 'profile', 'entry', 'header', 'speech'] as const)
          if (holders(value).has(holder)) expect(after).toContain(holder);
      }),
      RUNS,
    );
  });
});
