import { describe, expect, it } from 'vitest';
import type { Subject } from '../gateway/subject/subject.ts';
import { fieldsText } from '../reports/fields-text.ts';
import { annotations } from '../reports/github.ts';
import { junitReport } from '../reports/junit.ts';
import { fakeBuild } from '../test-support/fake-build.ts';
import { run, standIn } from '../test-support/stand-in.ts';
import { standInWithFields } from '../test-support/stand-in-fields.ts';
import { type KnownField, knownFields, knownFieldsFor } from './baseline/known-fields.ts';
import { asksForFields, fieldsAsBefore, fieldsOf, promisesOfFields } from './fields.ts';
import { problemsOf, RUN_CHECKS } from './result/run-checks.ts';

const documented = ['cron.webhookToken', 'channels.irc.password', 'skills.entries.*.apiKey'];
const all = new Set(documented);
const asked = (subject: Subject, only: ReadonlySet<string> | null, known: readonly KnownField[]) =>
  fieldsOf(subject, { only, known, withSettings: true });
const irc = 'secretref-matrix/channels-irc';
const refusing = standInWithFields({ documented, refusing: ['channels.irc.password'] });
const seen = await asked(refusing, all, []);
const conforming = await run(
  standIn(() => null),
  { cases: 5 },
);
const problems = (fields: typeof seen) =>
  RUN_CHECKS.flatMap((check) =>
    check.id.startsWith('fields') ? problemsOf(check, { ...conforming, fields }) : [],
  );

describe('the fields of a build', () => {
  it('conform in one that takes a reference in each, and tells of those that are unresolved', async () => {
    const { observed } = await asked(standInWithFields({ documented }), all, []);
    expect(observed.map(({ field, verdict }) => [field, verdict])).toEqual(
      documented.map((field) => [field, 'conforms']),
    );
  });

  it('are named where the build refuses a reference in one of them', () => {
    const broken = {
      field: 'channels.irc.password',
      promise: irc,
      fault: 'refuses a reference',
      status: 'new',
    };
    expect(seen.observed.filter(({ verdict }) => verdict !== 'conforms')).toMatchObject([broken]);
    const [problem] = problems(seen);
    expect(problem).toContain(`channels.irc.password: the build refuses a reference, which breaks ${irc} (`);
    expect(problem).toContain('fields --field channels.irc.password --target stand-in');
    expect(annotations({ ...conforming, fields: seen })).toContain('channels.irc.password');
    expect(junitReport({ ...conforming, fields: seen })).toContain('channels.irc.password');
    expect(promisesOfFields(seen)[irc]).toEqual({ exercised: 1, broken: 1 });
    expect(fieldsText(seen)).toContain('channels.irc.password: violates; the build refuses a reference');
  });

  it('are named where the audit drops a row of the documents', async () => {
    const dropping = standInWithFields({ documented, unknown: ['skills.entries.sample.apiKey'] });
    const { observed } = await asked(dropping, all, []);
    expect(observed.filter(({ verdict }) => verdict === 'violates').map(({ field }) => field)).toEqual([
      'skills.entries.*.apiKey',
    ]);
  });

  it('are named where the audit prints a secret', async () => {
    const { observed } = await asked(standInWithFields({ documented, isTalkative: true }), all, []);
    expect(observed.map(({ fault }) => fault)).toEqual(documented.map(() => 'prints the secret'));
  });

  it('are asked for one alone, and not at all in a build that documents none', async () => {
    const only = await asked(refusing, new Set(['cron.webhookToken']), []);
    expect(only.observed).toMatchObject([{ field: 'cron.webhookToken', verdict: 'conforms' }]);
    expect(await asked(fakeBuild('2026.9.6').subject, null, [])).toEqual({ problem: null, observed: [] });
  });

  it('cannot be tested in a build whose commands do not answer', async () => {
    const mute = standInWithFields({ documented });
    const fields = await asked({ ...mute, command: mute.main }, all, []);
    expect(fields).toMatchObject({
      observed: [],
      problem: expect.stringContaining('config validate gave no answer'),
    });
    expect(problems(fields)).toHaveLength(1);
  });
});

describe('a field in the baseline', () => {
  const entries = knownFields({ fields: seen, subject: { version: '2026.9.6' } }, '2026-11-27', 'known');

  it('is known from the version in which it was seen', async () => {
    expect(entries).toMatchObject([{ field: 'channels.irc.password', versions: { from: '2026.9.6' } }]);
    expect(knownFieldsFor(entries, '2026.8.1')).toEqual([]);
    const again = await asked(refusing, all, entries);
    expect(again.observed.map(({ status }) => status)).toEqual([null, 'known', null]);
    expect(problems(again)).toEqual([]);
  });

  it('is stale where the build takes a reference there', async () => {
    const mended = await asked(standInWithFields({ documented }), all, entries);
    expect(problems(mended)).toEqual([
      'stale field of the baseline, channels.irc.password does what the documents say: remove it',
    ]);
  });
});

it('what the older build does as well is known', () => {
  expect(fieldsAsBefore(seen, seen).observed.map(({ status }) => status)).toEqual([null, 'known', null]);
});

it('one shard asks for the fields, and no run that allows gaps', () => {
  expect(asksForFields({ allowGaps: false, shard: null })).toBe(true);
  expect(asksForFields({ allowGaps: true, shard: null })).toBe(false);
  expect([1, 2].map((index) => asksForFields({ allowGaps: false, shard: { index, count: 2 } }))).toEqual([
    true,
    false,
  ]);
});
