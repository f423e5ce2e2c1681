import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { caseSchema } from '../generators/case.ts';
import { PLAIN_PROFILE, plainCase } from '../generators/plain-case.ts';
import { pathsOfLane } from '../paths/paths.ts';
import { type Fault, run, standIn, twoFaults, unresolved } from '../test-support/stand-in.ts';
import { mergeResults } from './result/merge.ts';
import type { Result } from './result/result.ts';
import { verdictOf } from './result/verdict.ts';

describe('the search', () => {
  it('finds nothing on a subject whose paths agree, and says how many cases it ran', async () => {
    const result = await run(standIn(() => null));
    expect(result.findings).toEqual([]);
    expect(result.cases).toEqual({ total: 600, asked: 600, achieved: 600, conforming: 600 });
  });

  it('shrinks a fault of two axes to nothing but them', async () => {
    const { findings } = await run(standIn(unresolved));
    expect(findings).toMatchObject([{ law: 'same-failure', status: 'new', confirmedIn: 'cli' }]);
    const secret = { source: 'exec', holds: 'nothing', shape: 'plain' } as const;
    const profile = { ...PLAIN_PROFILE, secret };
    expect(findings[0]!.case).toEqual(plainCase({ id: 'google', profiles: [profile] }));
  });

  it('keeps two faults apart while shrinking: a smaller case of the other is not taken', async () => {
    const { findings } = await run(standIn(twoFaults), { cases: 600 });
    expect(findings.map(({ law }) => law).sort()).toEqual(['no-egress', 'same-failure']);
    const failure = findings.find(({ law }) => law === 'same-failure')!;
    expect(failure.case.provider.profiles).toHaveLength(1);
  });

  it('gives the same findings and smallest cases for the same seed', async () => {
    const [first, second] = [await run(standIn(unresolved)), await run(standIn(unresolved))];
    expect(first.findings).toEqual(second.findings);
  });

  it('gives the same findings and smallest cases on any number of workers', async () => {
    // More findings than one round of shrinking has.
    const fault: Fault = ({ provider }, path) => {
      const held = [
        ...provider.environment,
        ...provider.profiles,
        ...(provider.entry ? [provider.entry] : []),
      ];
      return held.length > path.length % 3 ? { egress: [`${path}.example.com`] } : null;
    };
    const options = { cases: 12, shrinkTries: 6, paths: pathsOfLane('embedded') };
    const [one, ...others] = await Promise.all(
      [1, 2, 3].map((workers) => run({ ...standIn(fault), workers }, options)),
    );
    expect(one!.findings.length).toBeGreaterThan(8);
    for (const { findings } of others) expect(findings).toEqual(one!.findings);
  });

  it('names every path that deviates alike, also those that were not run in the case that met it', async () => {
    const paths = pathsOfLane('embedded');
    const fault: Fault = ({ provider }) =>
      provider.profiles.length > 0 ? { egress: ['elsewhere.example.com'] } : null;
    const options = { cases: 40, shrinkTries: 15, paths };
    const survey = await run(standIn(fault), { ...options, survey: true });
    expect(survey.findings.length).toBeGreaterThan(1);
    expect(Object.keys(survey.notRun.paths)).toContain('completion');
    expect((await run(standIn(fault), options)).findings).toMatchObject([{ paths, status: 'new' }]);
  });

  it('lists a known violation, and neither shrinks nor confirms it', async () => {
    const fresh = await run(standIn(unresolved));
    const { findings } = await run(standIn(unresolved), { known: [fresh.findings[0]!.fingerprint] });
    expect(findings).toMatchObject([{ status: 'known', confirmedIn: null }]);
  });

  it('calls flaky what shows in a warm process only', async () => {
    const warmOnly: Fault = (value, path, lane, isFresh) =>
      isFresh ? null : unresolved(value, path, lane, isFresh);
    expect((await run(standIn(warmOnly))).findings).toMatchObject([{ status: 'flaky', confirmedIn: null }]);
  });

  it('reports a path that crashes as not testable', async () => {
    const crash: Fault = (_value, path) =>
      path === 'probe'
        ? { requests: [], probe: null, outcome: { kind: 'failure', class: 'crashed', message: '' } }
        : null;
    const result = await run(standIn(crash), { cases: 3 });
    // One of the cases may be about a path that has no probe.
    expect(result.notTestable).toMatchObject([{ what: 'probe', reason: 'crashed' }]);
    expect(result.notTestable[0]!.count).toBeGreaterThan(1);
    expect(caseSchema.parse(result.notTestable[0]!.case)).toEqual(result.notTestable[0]!.case);
  });

  it('names the providers whose plugin is not there', async () => {
    vi.stubEnv('OPENCLAW_CONFORMANCE_CACHE', path.join(os.tmpdir(), 'no-cache'));
    const { providersNotCovered } = await run(
      standIn(() => null),
      { cases: 1 },
    );
    vi.unstubAllEnvs();
    expect(providersNotCovered).toEqual(['deepseek', 'mistral', 'qwen']);
  });

  it('is not green where a law had no case to judge', async () => {
    const result = await run(
      standIn(() => null),
      { cases: 40 },
    );
    // Some cases hold pairs of paths that promise nothing of each other.
    expect(result.judged['same-failure']).toBeGreaterThan(30);
    expect(result.judged['no-egress']).toBe(40);
    expect(verdictOf(result)).toBe('conforms');
    const exercised = Object.keys(result.promises).map((id) => [id, { exercised: 1, broken: 0 }]);
    const coverage = { ...result.coverage, gaps: [], gapsAllowed: false, unexercisedAllowed: false };
    // A stand-in that answers everything leaves nothing to judge after a refusal.
    // Forty cases may have none of what users seldom set.
    const seldom = { 'spare-keys': 1, 'entry-request': 1, 'entry-headers': 1, 'probe-pin': 1 };
    // Its probe has no words for the health of profiles.
    const all = { ...result.judged, 'after-refusal': 1, 'health-word': 1, ...seldom };
    const complete: Result = { ...result, judged: all, coverage, promises: Object.fromEntries(exercised) };
    expect(verdictOf(complete)).toBe('conforms');
    const without = { ...complete, judged: { ...complete.judged, cooldown: 0 } };
    expect(verdictOf(without)).toBe('not testable');
    // No run without an AWS provider can judge by AWS's chain.
    expect(verdictOf({ ...complete, judged: { ...complete.judged, 'aws-default-chain': 0 } })).toBe(
      verdictOf(complete),
    );
  });

  it('leaves what it met as it was when it is a survey', async () => {
    const { findings } = await run(standIn(unresolved), { survey: true });
    expect(findings).toMatchObject([{ status: 'unsettled', confirmedIn: null, observations: [] }]);
  });

  it('in four shards, merged, finds what it finds in one run', async () => {
    const whole = await run(standIn(unresolved));
    const shards = await Promise.all(
      [1, 2, 3, 4].map((index) => run(standIn(unresolved), { shard: { index, count: 4 } })),
    );
    const merged = mergeResults(shards);
    expect(merged.cases).toEqual(whole.cases);
    expect(merged.findings).toEqual(whole.findings);
    expect(merged.coverage).toEqual(whole.coverage);
  });

  it('loses nothing that one shard alone has when it is merged, and shows the smallest case', async () => {
    const shards = await Promise.all(
      [1, 2].map((index) => run(standIn(unresolved), { shard: { index, count: 2 } })),
    );
    const [first, second] = shards as [Result, Result];
    const [larger, smaller] = [{ id: 'openrouter' }, { id: 'xai' }] as const;
    const untested = (setup: Parameters<typeof plainCase>[0]) => [
      { what: 'audio', reason: 'crashed', count: 1, case: plainCase(setup) },
    ];
    const promoted = { what: 'cases/all.json', reason: 'no such provider' };
    const home = { what: 'cases/home.json', reason: 'no such provider' };
    const merged = mergeResults([
      { ...first, leftOut: [promoted], slowest: { chat: 1 }, notTestable: untested(larger) },
      { ...second, leftOut: [promoted, home], slowest: { audio: 2 }, notTestable: untested(smaller) },
    ]);
    expect(merged.leftOut).toEqual([promoted, home]);
    expect(merged.slowest).toEqual({ audio: 2, chat: 1 });
    expect(merged.notTestable).toEqual([{ ...untested(smaller)[0], count: 2 }]);
  });

  it('is not merged with a part of another run, or without a part of its own', async () => {
    const parts = await Promise.all(
      [1, 2].map((index) => run(standIn(unresolved), { shard: { index, count: 2 } })),
    );
    expect(() => mergeResults([parts[0]!, { ...parts[1]!, seed: 8 }])).toThrow('seed');
    expect(() => mergeResults([parts[0]!])).toThrow('2 of 2 is missing');
    expect(() => mergeResults([parts[0]!, parts[0]!])).toThrow('1 of 2 is given twice');
  });
});
