import { expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { plainCase } from '../generators/plain-case.ts';
import { Fingerprint } from '../invariants/fingerprint.ts';
import { type ShrinkEnd, shrinkText } from './shrink-text.ts';

const end: ShrinkEnd = {
  value: plainCase({ id: 'google' }, { media: 'other-model' }),
  tried: 6,
  complete: true,
  unshrinkable: [],
  claim: {
    law: 'same-failure',
    paths: ['chat'],
    fingerprint: Fingerprint.parse('same-failure | google | chat: answer')!,
  },
  version: DEFAULT_TARGET,
  parts: [{ path: 'media', value: 'other-model', alternatives: ['same'] }],
  seconds: 3,
  goOn: 'shrink case.small.json',
};
const lastLine = (changes: Partial<ShrinkEnd>) =>
  shrinkText({ ...end, ...changes })
    .split('\n')
    .at(-1);

it('says that nothing smaller shows it only where that was tried', () => {
  expect(lastLine({})).toBe('the smallest after 6 tries and 3 s: nothing smaller breaks same-failure');
  expect(lastLine({ complete: false })).toBe(
    'the best after 6 tries and 3 s; go on with: shrink case.small.json',
  );
  expect(lastLine({ complete: false, unshrinkable: ['provider.entry', 'media'] })).toBe(
    'the best after 6 tries and 3 s: smaller cases were not tried, since provider.entry (null), media ("other-model") cannot be shrunk. Change it by hand, and go on with: shrink case.small.json',
  );
});

it('says of each part whether it matters', () => {
  expect(shrinkText(end)).toContain('media is other-model: same would do as well');
  const parts = [{ path: 'media', value: 'other-model', alternatives: [] }];
  expect(shrinkText({ ...end, parts })).toContain('media is other-model: it matters');
  const untried = [{ path: 'media', value: 'other-model', alternatives: null }];
  expect(shrinkText({ ...end, parts: untried })).toContain('media is other-model: time was up');
});

it('says whether fresh processes showed it again, where they were asked', () => {
  expect(shrinkText(end)).not.toMatch(/confirmed/i);
  expect(shrinkText({ ...end, confirmedIn: 'gateway, started for it' })).toContain(
    '\nconfirmed: gateway, started for it\n',
  );
  expect(shrinkText({ ...end, confirmedIn: null })).toContain('NOT CONFIRMED: no fresh process shows it');
});
