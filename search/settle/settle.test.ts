import { describe, expect, it } from 'vitest';
import { caseArbitrary, caseSize } from '../../generators/case.ts';
import { PLAIN_ENTRY, plainCase } from '../../generators/plain-case.ts';
import { Fingerprint } from '../../invariants/fingerprint.ts';
import { ALL_LAWS } from '../../invariants/laws.ts';
import type { PathName } from '../../observation/path-name.ts';
import { type Fault, noCredential, standIn } from '../../test-support/stand-in.ts';
import type { KnownCause } from '../baseline/known-cause.ts';
import { judgeCase } from '../evaluate/judge-case.ts';
import type { Finding } from '../result/result.ts';
import { unsettled } from '../result/tally.ts';
import { searchPlan } from '../search-plan.ts';
import { settle } from './settle.ts';

const paths: PathName[] = ['chat', 'completion', 'image'];
/** A case with much that does not matter: the fault needs the entry alone. */
const value = plainCase(
  {
    id: 'google',
    entry: { ...PLAIN_ENTRY, baseUrl: 'regional' },
    environment: [{ name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
    order: { where: 'store', names: ['b', 'c'] },
  },
  { agent: 'second', foreignConfig: true },
);
const withEntry: Fault = ({ provider }, path) => (provider.entry && path !== 'chat' ? noCredential : null);

async function settled(
  fault: Fault,
  changes: {
    readonly shrinkTries?: number;
    readonly deadline?: number;
    readonly known?: readonly Fingerprint[];
    readonly knownCauses?: readonly KnownCause[];
  } = {},
) {
  const { shrinkTries = 300, deadline = Number.POSITIVE_INFINITY, known = [], knownCauses = [] } = changes;
  const evaluator = standIn(fault);
  const laws = ALL_LAWS.filter(({ id }) => id === 'same-failure');
  const observe = evaluator.worker(0).warm('embedded');
  const judgement = await judgeCase(observe, value, evaluator.subject.version, paths, laws);
  const met = judgement!.violations.map((violation) => unsettled(violation, value));
  const phases: string[] = [];
  const taken: Finding[] = [];
  await settle(evaluator, caseArbitrary(['google']), met, {
    plan: searchPlan({ target: 'stand-in', paths, shrinkTries }),
    laws,
    known: new Set(known),
    knownCauses,
    deadline,
    progress: (phase) => phases.push(phase),
    take: (finding) => taken.push(finding),
  });
  return { met, taken, phases: [...new Set(phases)], last: taken.at(-1) };
}

/** The cause that a baseline would hold for one finding. */
function knownBy({ fingerprint, paths: needed, case: smallest, cause }: Finding): KnownCause {
  return {
    id: 'known',
    sentence: 'A cause of a test',
    verdict: 'bug',
    document: null,
    page: null,
    ticket: null,
    versions: { from: '2026.9.6', to: null },
    reason: 'a test',
    firstSeen: '2026-11-20',
    expires: null,
    signatures: [cause!],
    findings: [{ fingerprint, paths: needed, case: smallest }],
  };
}

describe('settling what a search met', () => {
  it('shrinks it, and then sees it again in fresh processes', async () => {
    const { met, last, phases } = await settled(withEntry);
    expect(met).toHaveLength(1);
    expect(phases).toEqual(['shrinking', 'repairing', 'confirming']);
    expect(last).toMatchObject({ status: 'new', confirmedIn: 'cli', shrunkCompletely: true });
    expect(last!.fingerprint).toBe(met[0]!.fingerprint);
    expect(caseSize(last!.case)).toBeLessThan(caseSize(value));
    expect(last!.case).toMatchObject({ agent: 'main', foreignConfig: false, provider: { environment: [] } });
  });

  it('calls flaky what warm processes alone show', async () => {
    const { last } = await settled((each, path, lane, isFresh) =>
      isFresh ? null : withEntry(each, path, lane, isFresh),
    );
    expect(last).toMatchObject({ status: 'flaky', confirmedIn: null });
  });

  it('confirms the case as it was met where nothing is to be shrunk', async () => {
    const { last, phases } = await settled(withEntry, { shrinkTries: 0 });
    expect(phases).toEqual(['repairing', 'confirming']);
    expect(last).toMatchObject({ status: 'new', case: value, shrunkCompletely: false });
  });

  it('finds the cause, and knows a finding whose cause is known', async () => {
    const { last } = await settled(withEntry);
    expect(last!.cause).toEqual({ repairs: ['entry'], paths: ['completion'], deviation: null });
    const known = knownBy(last!);
    const again = await settled(withEntry, { knownCauses: [known] });
    expect(again.last).toMatchObject({ status: 'known', cause: last!.cause });
    const other = { ...known, signatures: [{ ...known.signatures[0]!, repairs: ['another'] }] };
    expect((await settled(withEntry, { knownCauses: [other] })).last).toMatchObject({ status: 'new' });
  });

  it('does not know a finding that does more harm than the cause of its signature was seen to do', async () => {
    const { last } = await settled(withEntry);
    const words = Fingerprint.parse('probe-reason | google | chat: no reason in place of expired')!;
    const known = knownBy({ ...last!, fingerprint: words });
    expect((await settled(withEntry, { knownCauses: [known] })).last).toMatchObject({ status: 'new' });
  });

  it('names no cause of what is flaky', async () => {
    const { last } = await settled((each, path, lane, isFresh) =>
      isFresh ? null : withEntry(each, path, lane, isFresh),
    );
    expect(last).toMatchObject({ signature: null, cause: null });
  });

  it('takes nothing as settled once its time is over', async () => {
    expect((await settled(withEntry, { deadline: Date.now() - 1 })).taken).toEqual([]);
  });
});
