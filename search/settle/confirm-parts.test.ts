import { describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_ENTRY, plainCase } from '../../generators/plain-case.ts';
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import type { PathName } from '../../observation/path-name.ts';
import { failed } from '../../test-support/conforming.ts';
import { type Fault, noCredential, standIn } from '../../test-support/stand-in.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { judgeCase } from '../evaluate/judge-case.ts';
import type { Finding } from '../result/result.ts';
import { unsettled } from '../result/tally.ts';
import { type ConfirmOptions, confirmParts } from './confirm-parts.ts';

const small = plainCase({ id: 'google' });
const large = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, baseUrl: 'regional' } });
const isLarge = ({ provider }: Case) => provider.entry !== null;

/** Image fails in both cases, completion in the large one alone. */
const faulty: Fault = (value, path) =>
  path === 'image' || (path === 'completion' && isLarge(value)) ? noCredential : null;

/** The violations that a warm stand-in shows in a case, as a long search leaves them. */
async function met(fault: Fault, value: Case): Promise<Finding> {
  const paths: PathName[] = ['chat', 'completion', 'image'];
  const { worker, subject } = standIn(fault);
  const judgement = await judgeCase(worker(0).warm('embedded'), value, subject.version, paths);
  const violation = judgement!.violations.find(({ law }) => law === 'same-failure')!;
  return unsettled(violation, value);
}

/** The findings with their status, in their order. */
async function confirmed(
  evaluator: Evaluator,
  findings: readonly Finding[],
  known: readonly Fingerprint[] = [],
  progress: ConfirmOptions['progress'] = () => {},
  knownByCause: readonly Finding[] = [],
): Promise<Finding[]> {
  const taken = new Map<Fingerprint, Finding>();
  const take = (finding: Finding) => taken.set(finding.fingerprint, finding);
  await confirmParts(evaluator, findings, {
    known,
    knownCauseOf: (finding) => (knownByCause.includes(finding) ? 'known' : null),
    met: 'embedded',
    deadline: Number.POSITIVE_INFINITY,
    progress,
    take,
  });
  return findings.map(({ fingerprint }) => taken.get(fingerprint)!);
}

describe('confirming part by part', () => {
  it('runs a part that two fingerprints share once, in the smaller case', async () => {
    const findings = [await met(faulty, large), await met(faulty, small)];
    const ran: string[] = [];
    const evaluator = standIn((value, path, lane, isFresh) => {
      ran.push(`${isLarge(value) ? 'large' : 'small'} ${path}`);
      return faulty(value, path, lane, isFresh);
    });
    const findingsNow = await confirmed(evaluator, findings);
    expect(ran.sort()).toEqual(['large chat', 'large completion', 'small chat', 'small image']);
    expect(findingsNow).toMatchObject([
      { status: 'new', confirmedIn: 'cli' },
      { status: 'new', confirmedIn: 'cli' },
    ]);
  });

  it('runs one part of a finding whose cause is known', async () => {
    const finding = await met(faulty, large);
    const ran: PathName[] = [];
    const evaluator = standIn((value, path, lane, isFresh) => {
      ran.push(path);
      return faulty(value, path, lane, isFresh);
    });
    expect(await confirmed(evaluator, [finding], [], () => {}, [finding])).toMatchObject([
      { confirmedIn: 'cli' },
    ]);
    expect(ran.sort()).toEqual(['chat', 'completion']);
  });

  it('runs one of the findings that have one known cause on the same paths, and each where that one shows nowhere', async () => {
    const refused: Fault = (value, path) =>
      path === 'image' ? (isLarge(value) ? { outcome: failed('rejected') } : noCredential) : null;
    const findings = [await met(refused, large), await met(refused, small)];
    const ranOn = async (fault: Fault) => {
      const ran: string[] = [];
      const evaluator = standIn((value, path, lane, isFresh) => {
        ran.push(`${isLarge(value) ? 'large' : 'small'} ${path}`);
        return fault(value, path, lane, isFresh);
      });
      const statuses = (await confirmed(evaluator, findings, [], () => {}, findings)).map(
        ({ status }) => status,
      );
      return { ran: [...new Set(ran)].sort(), statuses };
    };
    expect(await ranOn(refused)).toEqual({ ran: ['small chat', 'small image'], statuses: ['known', 'new'] });
    const ownRuns = ['large chat', 'large image'];
    expect(
      await ranOn((value, path, ...rest) => (isLarge(value) ? refused(value, path, ...rest) : null)),
    ).toEqual({
      ran: [...ownRuns, 'small chat', 'small image'],
      statuses: ['new', 'flaky'],
    });
  });

  it('calls a finding flaky when one of its parts shows in no fresh process', async () => {
    const warmCompletion: Fault = (value, path, lane, isFresh) =>
      path === 'completion' && isFresh ? null : faulty(value, path, lane, isFresh);
    const findings = [await met(warmCompletion, large), await met(warmCompletion, small)];
    const told: string[] = [];
    const findingsNow = await confirmed(
      standIn(warmCompletion),
      findings,
      [],
      (done, total, part, { lane }) => told.push(`${done} of ${total}: ${part.paths}: ${lane}`),
    );
    expect(findingsNow.map(({ status }) => status)).toEqual(['flaky', 'new']);
    expect(told.sort().at(-1)).toMatch(/2 of 2: .*/);
    expect(told.filter((line) => line.endsWith('null'))).toHaveLength(1);
  });

  it('takes the weakest lane of the parts, and confirms nothing that is known path by path', async () => {
    const completionEmbedded: Fault = (value, path, lane, isFresh) =>
      path === 'completion' && isFresh && lane === 'cli' ? null : faulty(value, path, lane, isFresh);
    const [both, image] = [await met(completionEmbedded, large), await met(completionEmbedded, small)];
    const weakest = await confirmed(standIn(completionEmbedded), [both]);
    expect(weakest).toMatchObject([{ confirmedIn: 'embedded in a fresh process' }]);
    const known = await confirmed(
      standIn(() => null),
      [image],
      [both.fingerprint],
    );
    expect(known).toMatchObject([{ status: 'known', confirmedIn: null }]);
  });

  it('runs all the paths of a finding whose part does not show alone', async () => {
    const together = await met(faulty, large);
    const paths: PathName[][] = [];
    const stand = standIn(faulty);
    const onlyBesideOthers: Evaluator = {
      ...stand,
      worker: (index) => ({
        ...stand.worker(index),
        fresh: (lane) => (value, of) => {
          paths.push([...of]);
          const shown = of.length > 2 ? stand : standIn(() => null);
          return shown.worker(index).fresh(lane)(value, of);
        },
      }),
    };
    const findingsNow = await confirmed(onlyBesideOthers, [together]);
    expect(findingsNow).toMatchObject([{ status: 'new' }]);
    expect(paths.some((of) => of.length === 3)).toBe(true);
  });
});
