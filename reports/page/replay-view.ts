/** The page of a replay: its violations as findings, without counts of a run. */
import type { Lane } from '../../observation/lane.ts';
import type { Reference } from '../../search/evaluate/reference.ts';
import { unsettled } from '../../search/result/tally.ts';
import type { CaseFile } from '../../search/saved/case-file.ts';
import type { Replay } from '../../search/saved/replay-case.ts';
import { replayLine } from '../replay-line.ts';
import { byHarm, type FindingOfAny, findingView } from './finding-view.ts';
import type { PageView } from './view.ts';

export interface Replayed {
  readonly file: string;
  readonly saved: Pick<CaseFile, 'case' | 'claim'>;
  readonly subject: { readonly version: string; readonly target: string };
  readonly lane: Lane;
  readonly reference: Reference;
  readonly replay: Replay;
}

export function replayView({ file, saved, subject, lane, reference, replay }: Replayed): PageView {
  const { violations, others, observations, verdict, reason } = replay;
  const findings = [...violations, ...others].map(
    (violation): FindingOfAny => ({ ...unsettled(violation, saved.case), observations: [...observations] }),
  );
  return {
    version: subject.version,
    verdict,
    facts: [
      ['lane', lane],
      ['case', file],
      ...(saved.claim ? ([['claim', String(saved.claim.fingerprint)]] as const) : []),
    ],
    causes: [],
    problems: reason ? [reason] : [],
    findings: findings.toSorted(byHarm).map((finding) => ({
      ...findingView(finding, {
        subject,
        lane,
        reference,
        cases: { total: 1, asked: 1, achieved: 1, conforming: 0 },
      }),
      seen: 'seen in this replay',
      replay: replayLine({ file, target: subject.target, lane, reference, law: finding.law }),
      caseFile: null,
    })),
    coverage: [],
    times: [
      {
        title: 'paths',
        unit: 'ms',
        bars: observations.map(({ path, milliseconds }) => ({
          name: path,
          value: milliseconds,
          slowest: null,
        })),
      },
    ],
  };
}
