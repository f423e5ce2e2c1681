/** Searches of a stand-in whose faults a baseline knows by their signatures. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Fingerprint } from '../../invariants/fingerprint.ts';
import { manyFaults, run, standIn, standInOnDrivers } from '../../test-support/stand-in.ts';
import type { KnownCause } from '../baseline/known-cause.ts';
import { keptObservations } from '../evaluate/kept-observations.ts';
import { Stopped } from '../evaluate/stopped.ts';
import type { Result } from '../result/result.ts';

// Each search draws its cases anew, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

const CASES = { cases: 20, replaysUnmet: false };
const before = await run(standIn(manyFaults), CASES);
const causes = before.findings.map(({ law, cause, case: value }, index): KnownCause => {
  // Another provider's finding, so that the signature alone makes its findings known.
  const other = Fingerprint.parse(`${law} | aws | image: fails`)!;
  return {
    id: `known-${index}`,
    sentence: 'A cause of a test',
    ...{ verdict: 'bug', document: null, page: null, ticket: null },
    versions: { from: '2026.1.1', to: null },
    ...{ reason: 'a test', firstSeen: '2026-11-20', expires: null },
    signatures: [cause!],
    findings: [{ fingerprint: other, paths: ['image'], case: value }],
  };
});

/** Whatever took time is not compared. */
function facts({ seconds: _, phases: __, lawTimes: ___, ...rest }: Result): object {
  return rest;
}

async function counted(known: readonly KnownCause[]) {
  let runs = 0;
  const phases = new Set<string>();
  const count = () => {
    runs += 1;
  };
  const progress = ({ phase }: { phase: string }) => phases.add(phase);
  const evaluator = await standInOnDrivers(manyFaults, {}, count);
  const result = await run(evaluator, { ...CASES, causes: known }, { progress });
  return { result, runs, phases: [...phases] };
}

const usual = await counted([]);
const known = await counted(causes);

describe('a finding of a known cause', () => {
  it('is recognized where it was met, and not shrunk', () => {
    expect(causes.length).toBeGreaterThanOrEqual(2);
    const stateOf = ({ findings }: Result) =>
      findings.map(({ fingerprint, status }) => [fingerprint, status]);
    expect(stateOf(usual.result)).toEqual(before.findings.map(({ fingerprint }) => [fingerprint, 'new']));
    expect(stateOf(known.result)).toEqual(before.findings.map(({ fingerprint }) => [fingerprint, 'known']));
    expect(known.phases).not.toContain('shrinking');
  });

  it('has the cause that its smallest case has', () => {
    expect(known.result.findings.map(({ cause }) => cause)).toEqual(
      before.findings.map(({ cause }) => cause),
    );
  });

  it('costs less than one that is shrunk', () => {
    expect(known.runs).toBeLessThan(usual.runs);
  });

  it('is the same after a run that was stopped while it was looked at', async () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'known-as-met-')), 'observations.jsonl');
    const controller = new AbortController();
    const { signal } = controller;
    const first = await standInOnDrivers(manyFaults, { kept: keptObservations(file), signal });
    const stop = ({ phase, done }: { phase: string; done: number }) => {
      if (phase === 'repairing' && done === 1) controller.abort(new Stopped('stopped by SIGINT'));
    };
    const stopped = await run(first, { ...CASES, causes }, { progress: stop, signal });
    expect(stopped.stopped).toBe('stopped by SIGINT');
    const second = await standInOnDrivers(manyFaults, { kept: keptObservations(file) });
    expect(facts(await run(second, { ...CASES, causes }))).toEqual(facts(known.result));
  });
});
