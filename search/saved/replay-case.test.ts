/** A build that breaks no law conforms to the claim of a case with steps only where those came to its subject. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import type { Case } from '../../generators/case.ts';
import type { Step } from '../../generators/steps/step.ts';
import type { Claim } from '../../invariants/violation.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed } from '../../test-support/conforming.ts';
import { caseOf, take } from '../../test-support/over-steps.ts';
import { type Fault, noCredential, standIn } from '../../test-support/stand-in.ts';
import { judgeCase } from '../evaluate/judge-case.ts';
import type { Verdict } from '../result/result.ts';
import { bisect } from './bisect.ts';
import { judgedBy, replayCase } from './replay-case.ts';

const gateway: Step[] = [{ do: 'run-gateway' }, take, { do: 'edit-config', by: 'file' }, take];
const restart: Step = { do: 'restart', by: 'SIGTERM' };
const value = caseOf([...gateway, restart, take]);

/** Chat finds no key once the gateway was started again. */
const forgets: Fault = (_value, _path, _lane, _isFresh, before = []) =>
  before.some((step) => step.do === 'restart') ? noCredential : null;
const always =
  (changes: Partial<Observation>): Fault =>
  () => ({ requests: [], ...changes });
const preflight = { ...failed('no-credential'), message: 'the gateway did not start: ', isPreflight: true };
/** Builds that show nothing of the claim, by what is wrong with them. */
const UNTESTED: Record<string, Fault> = {
  'refuses its start in the preflight': always({ outcome: preflight }),
  'does not start in time': always({ outcome: failed('timed-out') }),
  'ends by itself at the start': always({ outcome: failed('crashed') }),
  'has no such door': always({ outcome: { ...failed('no-endpoint'), message: 'Not Found' } }),
  'knows no such method': always({ outcome: { ...failed('other'), message: 'unknown method: chat.send' } }),
  'has no such path': always({ outcome: { kind: 'unsupported', reason: 'no such path' } }),
};

async function claimOf(each: Case, law: string, fault: Fault): Promise<Claim> {
  const { subject, worker } = standIn(fault);
  const judgement = await judgeCase(worker(0).warm('embedded'), each, subject.version, ['chat', 'image']);
  return judgement!.violations.find((violation) => violation.law === law)!;
}
const claim = await claimOf(value, 'restart-keeps', forgets);
const replayed = (fault: Fault, saved = { case: value, claim: claim as Claim | null }) =>
  replayCase(standIn(fault), saved, 'embedded');

describe('a replay of steps', () => {
  it('is judged by the law over steps', async () => {
    expect((await replayed(forgets)).verdict).toBe('violates');
    expect((await replayed(() => null)).verdict).toBe('conforms');
  });

  it.each(Object.entries(UNTESTED))('says nothing of a build that %s', async (_, fault) => {
    expect(await replayed(fault)).toMatchObject({ verdict: 'not testable', violations: [] });
    expect(await replayed(fault, { case: value, claim: null })).toMatchObject({ verdict: 'not testable' });
  });

  it('says once why a path that was taken several times could not be run', async () => {
    const { reason } = await replayed(UNTESTED['does not start in time']!);
    expect(reason).toBe(`chat (timed-out: failed) could not be run on ${DEFAULT_TARGET}`);
  });

  it('says in one line what a build said in several', async () => {
    const message = 'the gateway did not start:\n    at one\n    at two';
    const { reason } = await replayed(always({ outcome: { ...failed('crashed'), message } }));
    expect(reason).toContain('chat (crashed: the gateway did not start: at one at two) could not');
  });

  it('says nothing where the claimed law has nothing to judge', async () => {
    const used = caseOf([{ do: 'take', path: 'image' }, take]);
    const afterImage: Fault = ({ steps }, path) => (steps && path === 'chat' ? noCredential : null);
    const own = await claimOf(used, 'fresh-home', afterImage);
    const saved = { case: used, claim: own };
    const noImage: Fault = (_, path) =>
      path === 'image' ? { requests: [], outcome: { kind: 'unsupported', reason: 'no image' } } : null;
    expect((await replayed(() => null, saved)).verdict).toBe('conforms');
    expect(await replayed(noImage, saved)).toMatchObject({
      verdict: 'not testable',
      reason: 'fresh-home has nothing to judge in what the steps came to',
    });
  });

  it('by another law is judged by what that law had to judge', async () => {
    const all = await replayed(() => null, { case: value, claim: null });
    expect(judgedBy('restart-keeps', all)).toMatchObject({ verdict: 'conforms', reason: null });
    expect(judgedBy('session-pin', all)).toMatchObject({
      verdict: 'not testable',
      reason: 'session-pin has nothing to judge in what the steps came to',
    });
    expect(judgedBy('restart-keeps', await replayed(forgets))).toMatchObject({ verdict: 'violates' });
  });
});

it('a bisection of steps finds the first bad build past those that it cannot test', async () => {
  const untested = Object.values(UNTESTED);
  const builds: [string, Fault][] = [
    ['2026.5.1', () => null],
    ...untested.slice(0, 3).map((fault, index): [string, Fault] => [`2026.5.${index + 2}`, fault]),
    ['2026.5.5', () => null],
    ...untested.slice(3).map((fault, index): [string, Fault] => [`2026.5.${index + 6}`, fault]),
    ['2026.5.9', forgets],
    ['2026.5.10', forgets],
  ];
  const versions = builds.map(([version]) => version);
  const test = async (version: string): Promise<Verdict> =>
    (await replayed(new Map(builds).get(version)!)).verdict;
  expect(await bisect(versions, test)).toMatchObject({
    before: '2026.5.5',
    after: '2026.5.9',
    untested: ['2026.5.6', '2026.5.7', '2026.5.8'],
  });
});
