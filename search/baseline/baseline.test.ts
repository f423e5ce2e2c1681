/** One test a rule of the baseline (docs/release-gate.md). */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textReport } from '../../reports/text.ts';
import { type Fault, run, standIn, unresolved } from '../../test-support/stand-in.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { verdictOf } from '../result/verdict.ts';
import { judgedBy, replayCase } from '../saved/replay-case.ts';
import { readBaseline } from './baseline.ts';
import { addToBaseline, causesToAdd } from './baseline-update.ts';
import { causesFor, claimOfKnown, expiredCauses } from './known-cause.ts';
import { type Replays, replayUnmet } from './replay-unmet.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'baseline-test-'));
const file = path.join(folder, 'baseline.json');
const met = await run(standIn(unresolved), { cases: 600 });
const replayed = async (evaluator: Evaluator, deadline = Number.POSITIVE_INFINITY): Promise<Replays> => {
  const replays: Replays = { stale: [], replayed: 0, notReplayed: {} };
  await replayUnmet(evaluator, cause!.findings, replays, { lane: 'embedded', deadline, progress: () => {} });
  return replays;
};
const staleOn = async (evaluator: Evaluator) => (await replayed(evaluator)).stale;
const [cause] = causesToAdd(met, '2026-11-20', 'known upstream');
const finding = cause!.findings[0]!;
const { fingerprint } = finding;
const { case: value } = finding;
const claim = claimOfKnown(finding);

async function read(...changes: object[]) {
  const causes = changes.map((each) => ({ ...cause, ...each }));
  writeFileSync(file, JSON.stringify({ baselineVersion: 2, causes }));
  return readBaseline(file);
}

describe('a baseline', () => {
  it('turns a run red for a violation that it does not have', () => {
    expect(met.findings).toMatchObject([{ status: 'new', fingerprint }]);
    expect(verdictOf(met)).toBe('violates');
  });

  it('takes the cause that is offered to be pasted, and then the same run is green', async () => {
    const pasted = await read({});
    const again = await run(standIn(unresolved), {
      cases: 600,
      causes: causesFor(pasted.causes, '2026.9.6'),
    });
    expect(verdictOf(again)).toBe('conforms');
  });

  it('lists what is known, and how often it was met', async () => {
    const again = await run(standIn(unresolved), { cases: 600, known: [fingerprint] });
    expect(again.findings).toMatchObject([{ status: 'known', fingerprint, met: met.findings[0]!.met }]);
    expect(textReport(again)).toContain('1 known');
  });

  it('does not hide a new violation behind a known one', async () => {
    const both: Fault = (value, name, lane, isFresh) =>
      unresolved(value, name, lane, isFresh) ??
      (name === 'probe' ? { egress: ['telemetry.example.com'] } : null);
    const again = await run(standIn(both), { cases: 600, known: [fingerprint] });
    expect(again.findings.map(({ law, status }) => `${law} ${status}`).sort()).toEqual([
      'no-egress new',
      'same-failure known',
    ]);
    expect(verdictOf(again)).toBe('violates');
  });

  it('accepts its causes for the versions they name, and for no other', async () => {
    const baseline = await read({ versions: { from: '2026.9.5', to: '2026.9.6' } });
    const holds = (version: string) => causesFor(baseline.causes, version).length === 1;
    expect(['2026.9.4', '2026.9.5', '2026.9.6', '2026.9.7'].map(holds)).toEqual([false, true, true, false]);
  });

  it('holds until further notice where a cause has no last version', async () => {
    const baseline = await read({ versions: { from: '2026.9.5', to: null } });
    expect(causesFor(baseline.causes, '2027.1.1')).toHaveLength(1);
  });

  it('keeps a finding that was not met, as long as its case still violates', async () => {
    expect(await staleOn(standIn(unresolved))).toEqual([]);
  });

  it('calls a finding stale when its case conforms, and is red until it is removed', async () => {
    const stale = await staleOn(standIn(() => null));
    expect(stale).toEqual([fingerprint]);
    const conforming = { ...met, findings: [] };
    expect(
      verdictOf({ ...conforming, baseline: { stale, expired: [], unmet: [], replayed: 1, notReplayed: {} } }),
    ).toBe('violates');
    expect(
      verdictOf({
        ...conforming,
        baseline: { stale: [], expired: [], unmet: [], replayed: 1, notReplayed: {} },
      }),
    ).toBe('conforms');
  });

  it('keeps a finding of two paths when a third now deviates alike', async () => {
    const wider: Fault = (value, name, lane, isFresh) =>
      unresolved(value, name === 'audio' ? 'image' : name, lane, isFresh);
    expect(await staleOn(standIn(wider))).toEqual([]);
    const { verdict } = await replayCase(standIn(wider), { case: value, claim }, 'cli');
    expect(verdict).toBe('violates');
  });

  it('has a case that another law judges by itself, whatever the finding claims', async () => {
    const replay = await replayCase(standIn(unresolved), { case: value, claim: null }, 'cli');
    expect(judgedBy('same-failure', replay)).toMatchObject({ verdict: 'violates' });
    expect(judgedBy('no-egress', replay)).toMatchObject({ verdict: 'conforms', violations: [] });
    expect(judgedBy('no-egress', replay).others).toHaveLength(1);
  });

  it('keeps a finding whose case conforms warm and violates with the real command', async () => {
    const onlyCold: Fault = (value, name, lane, isFresh) =>
      lane === 'cli' ? unresolved(value, name, lane, isFresh) : null;
    expect(await staleOn(standIn(onlyCold))).toEqual([]);
  });

  it('replays nothing after the deadline, and says so', async () => {
    const conforms = standIn(() => null);
    expect(await replayed(conforms, Date.now() - 1)).toEqual({ stale: [], replayed: 0, notReplayed: {} });
  });

  it('keeps a finding whose case hangs now', async () => {
    const hangs: Fault = () => ({
      requests: [],
      outcome: { kind: 'failure', class: 'timed-out', message: 'no end in time' },
      status: null,
      probe: null,
    });
    expect(await staleOn(standIn(hangs))).toEqual([]);
    const replay = await replayCase(standIn(hangs), { case: value, claim: null }, 'cli');
    expect(replay.verdict).toBe('not testable');
  });

  it('keeps a finding whose case could not be tested', async () => {
    const unsupported: Fault = () => ({
      requests: [],
      outcome: { kind: 'unsupported', reason: 'not part of this build' },
    });
    expect(await staleOn(standIn(unsupported))).toEqual([]);
  });

  it('accepts a cause up to its last day, and is red from the next', async () => {
    const baseline = await read({ expires: '2026-11-20' });
    const on = (day: string) => expiredCauses(baseline.causes, new Date(day));
    expect(on('2026-11-20T23:59:00Z')).toEqual([]);
    expect(on('2026-11-21T00:00:00Z')).toEqual([cause!.id]);
    const known = {
      ...met,
      findings: [],
      baseline: { stale: [], unmet: [], replayed: 0, notReplayed: {}, expired: [cause!.id] },
    };
    expect(verdictOf(known)).toBe('violates');
  });

  it('is never given what was not seen again in fresh processes', async () => {
    const onlyWarm: Fault = (value, name, lane, isFresh) =>
      isFresh ? null : unresolved(value, name, lane, isFresh);
    const flaky = await run(standIn(onlyWarm), { cases: 600 });
    expect(flaky.findings).toMatchObject([{ status: 'flaky' }]);
    expect(causesToAdd(flaky, '2026-11-20', 'known')).toEqual([]);
  });

  it('keeps what a person wrote of a cause when the same violation is added again', async () => {
    await read({ verdict: 'bug', sentence: 'by a person' });
    await addToBaseline(file, [cause!]);
    expect((await readBaseline(file)).causes).toMatchObject([{ verdict: 'bug', sentence: 'by a person' }]);
  });

  it.each([
    [
      'a wrong version',
      { versions: { from: '9.6', to: null } },
      'causes.0.versions.from: must be an OpenClaw version',
    ],
    ['no reason', { reason: '' }, 'causes.0.reason'],
    ['a day that is none', { expires: '2026-02-31' }, 'causes.0.expires'],
    ['an unknown field', { until: '2027-01-01' }, 'causes.0: has an unknown field until'],
    [
      'a case that is none',
      { findings: [{ ...finding, case: { provider: 1 } }] },
      'causes.0.findings.0.case',
    ],
    ['no finding', { findings: [] }, 'causes.0.findings'],
    ['an id of other characters', { id: 'One cause' }, 'causes.0.id: must be words with hyphens'],
  ])(
    'with %s is refused in one line with cause and field, and stays as it is',
    async (_what, changes, message) => {
      await expect(read(changes)).rejects.toThrow(message);
      const before = readFileSync(file, 'utf8');
      await expect(addToBaseline(file, [cause!])).rejects.not.toThrow('\n');
      expect(readFileSync(file, 'utf8')).toBe(before);
    },
  );

  it('that does not exist is refused', async () => {
    await expect(readBaseline('nowhere.json')).rejects.toThrow(
      'nowhere.json cannot be read: it does not exist. Check the path.',
    );
  });
});
