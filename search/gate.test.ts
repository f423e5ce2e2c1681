import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Fault, noCredential, standIn } from '../test-support/stand-in.ts';
import type { Evaluator } from './evaluate/evaluator.ts';
import { gate } from './gate.ts';
import type { Finding } from './result/result.ts';
import { searchPlan } from './search-plan.ts';

/** Stand-in builds by the SPEC that names them. */
const builds = new Map<string, Evaluator>();
const opened: string[] = [];
const closed: string[] = [];

vi.mock('../gateway/subject/install.ts', () => ({
  installSubject: async (spec: string) => ({ ...builds.get(spec)!.subject, root: spec }),
}));
vi.mock('./evaluate/evaluator.ts', () => ({
  createEvaluator: async ({ root }: { root: string }): Promise<Evaluator> => {
    opened.push(root);
    return {
      ...builds.get(root)!,
      async [Symbol.asyncDispose]() {
        closed.push(root);
      },
    };
  },
}));

/** Image asks a host that is nobody's, where a key of the environment is stale. */
const elsewhere: Fault = (value, path) =>
  path === 'image' && value.provider.environment.some(({ holds }) => holds === 'stale')
    ? { egress: ['elsewhere.example.com'] }
    : null;

/** Image finds no credential, where a profile is stale. */
const unfound: Fault = (value, path) =>
  path === 'image' && value.provider.profiles.some(({ secret }) => secret.holds === 'stale')
    ? noCredential
    : null;

/** Image finds no credential, once a key was replaced. */
const forgets: Fault = (value, path, _lane, _isFresh, before = []) =>
  path === 'image' && value.steps && before.some((step) => step.do === 'rotate') ? noCredential : null;

const both: Fault = (...of) => elsewhere(...of) ?? unfound(...of);

/** The findings of a candidate, of the two laws that the faults break. */
async function findingsOf(faults: { candidate: Fault; older: Fault | null }, steps = 0): Promise<Finding[]> {
  builds.set('candidate', standIn(faults.candidate));
  if (faults.older) builds.set('older', standIn(faults.older));
  const plan = searchPlan({
    target: 'candidate',
    against: faults.older ? 'older' : null,
    seed: 7,
    cases: 120,
    paths: ['chat', 'image'],
    providers: ['google'],
    workers: 2,
    promoted: false,
    shrinkTries: 60,
    allowGaps: true,
    steps,
  });
  const host = { log: () => {}, progress: () => {} };
  const { findings } = await gate(plan, host);
  return findings.filter(({ law }) => ['no-egress', 'same-failure', 'same-again'].includes(law));
}

const statuses = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ law, status }) => [law, status]));

describe('the gate against an older build', () => {
  afterEach(() => {
    builds.clear();
    expect(closed.toSorted()).toEqual(opened.toSorted());
    opened.length = 0;
    closed.length = 0;
  });

  it('calls new what the candidate alone breaks, and known what both break', async () => {
    const findings = await findingsOf({ candidate: both, older: unfound });
    expect(statuses(findings)).toEqual({ 'no-egress': 'new', 'same-failure': 'known' });
  });

  it('says nothing of what the older build alone breaks', async () => {
    expect(statuses(await findingsOf({ candidate: elsewhere, older: both }))).toEqual({
      'no-egress': 'known',
    });
  });

  it('calls known what the older build breaks on the smallest case, though its own survey did not show it', async () => {
    const coldOnly: Fault = (value, path, lane, isFresh) =>
      isFresh ? unfound(value, path, lane, isFresh) : null;
    const findings = await findingsOf({ candidate: unfound, older: coldOnly });
    expect(statuses(findings)).toEqual({ 'same-failure': 'known' });
    expect(new Set(findings.map(({ confirmedIn }) => confirmedIn))).toEqual(new Set(['cli']));
  });

  it('calls new what the older build breaks in another way', async () => {
    const rejected: Fault = (...of) =>
      unfound(...of) && { outcome: { kind: 'failure', class: 'rejected', message: '401' } };
    const findings = await findingsOf({ candidate: unfound, older: rejected });
    expect(statuses(findings)).toEqual({ 'same-failure': 'new' });
  });

  it('keeps flaky what neither build shows again', async () => {
    const warmOnly: Fault = (value, path, lane, isFresh) =>
      isFresh ? null : unfound(value, path, lane, isFresh);
    const findings = await findingsOf({ candidate: warmOnly, older: () => null });
    expect(statuses(findings)).toEqual({ 'same-failure': 'flaky' });
  });

  it('calls new what the candidate alone breaks over steps, and known what both break', async () => {
    const ofCandidate = await findingsOf({ candidate: forgets, older: () => null }, 20);
    expect(statuses(ofCandidate)).toEqual({ 'same-again': 'new' });
    expect(ofCandidate[0]?.case.steps?.map((step) => step.do)).toEqual(['take', 'rotate', 'take']);
    expect(statuses(await findingsOf({ candidate: forgets, older: forgets }, 20))).toEqual({
      'same-again': 'known',
    });
  });

  it('asks no older build where the baseline alone decides', async () => {
    const findings = await findingsOf({ candidate: both, older: null });
    expect(statuses(findings)).toEqual({ 'no-egress': 'new', 'same-failure': 'new' });
    expect(opened).toEqual(['candidate']);
  });
});
