import { bySize, type Case, caseText } from '../../generators/case.ts';
import type { AnyCase } from '../../home-case/any-case.ts';
import { type Fingerprint, isCovered } from '../../invariants/fingerprint.ts';
import type { Law } from '../../invariants/law.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { Violation } from '../../invariants/violation.ts';
import type { Observation } from '../../observation/observation.ts';
import type { FailureClass } from '../../observation/outcome.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { CaseRun } from '../draw/choose-runs.ts';
import { Coverage } from '../draw/coverage.ts';
import type { Interrupted } from '../evaluate/interrupted.ts';
import type { Judgement } from '../evaluate/judge-case.ts';
import { PromiseCoverage } from './promise-coverage.ts';
import type { Finding, Result } from './result.ts';

/** The violations and observations of a search so far. */
export class Tally {
  /** By fingerprint, each with the smallest case that showed it. */
  readonly findings = new Map<Fingerprint, Finding>();
  readonly coverage = new Coverage();
  readonly observed: Observation[] = [];
  achieved = 0;
  /** The first interruption of a case; null where each was judged that there was time for. */
  interruption: Interrupted | null = null;
  conforming = 0;
  /** In how many cases each law had something to judge. */
  readonly judged: Partial<Record<LawId, number>> = {};
  /** Milliseconds that each law took beside the paths of the cases themselves. */
  readonly lawTimes: Partial<Record<LawId, number>> = {};
  readonly promises: PromiseCoverage;
  /** The number of times that a path, and the variant of a law, was not run where it could tell nothing new. */
  readonly notRun: Result['notRun'] = { paths: {}, variants: {} };
  readonly #untested = new Map<string, Result['notTestable'][number]>();

  constructor(version: string) {
    this.promises = new PromiseCoverage(version);
  }

  /** @returns the findings that are new, or have a smaller case now */
  add(value: Case, judgement: Judgement): Finding[] {
    const { observations, violations, judgedBy, lawTimes } = judgement;
    const changed = violations.flatMap((violation) => this.#take(value, violation, 1));
    this.coverage.add(value, observations);
    this.promises.add(value, judgement);
    this.observed.push(...observations);
    this.achieved += 1;
    for (const law of judgedBy) this.judged[law] = (this.judged[law] ?? 0) + 1;
    for (const [law, time] of Object.entries(lawTimes) as [LawId, number][])
      this.lawTimes[law] = (this.lawTimes[law] ?? 0) + time;
    if (violations.length === 0) this.conforming += 1;
    for (const observation of observations) this.#addUntested(value, observation);
    return changed;
  }

  /** Takes note of a case that is not judged, since a process was killed under it. */
  interrupt(value: Case, error: Interrupted): void {
    this.interruption ??= error;
    this.#countUntested(value, error.path, 'interrupted');
  }

  /** Counts what a run of a case leaves out of the paths and laws of the search. */
  leaveOut(run: CaseRun, paths: readonly PathName[], laws: readonly Law[]): void {
    for (const path of paths)
      if (!run.paths.includes(path)) this.notRun.paths[path] = (this.notRun.paths[path] ?? 0) + 1;
    for (const law of laws)
      if (!run.laws.includes(law)) this.notRun.variants[law.id] = (this.notRun.variants[law.id] ?? 0) + 1;
  }

  /**
   * Takes what a case that was counted before shows on all paths, in place of what it showed on some.
   *
   * @returns the findings that are new, or have a smaller case now
   */
  complete(value: Case, violations: readonly Violation[]): Finding[] {
    const text = caseText(value);
    return violations.flatMap((violation) => {
      const isPart = ({ law, fingerprint, case: own }: Finding) =>
        law === violation.law && caseText(own) === text && isCovered(fingerprint, [violation.fingerprint]);
      const parts = [...this.findings.values()].filter(isPart);
      if (parts.some(({ fingerprint }) => fingerprint === violation.fingerprint)) return [];
      for (const { fingerprint } of parts) this.findings.delete(fingerprint);
      return this.#take(value, violation, Math.max(1, ...parts.map(({ met }) => met)));
    });
  }

  /** @param met in how many further cases it was met */
  #take(value: Case, violation: Violation, met: number): Finding[] {
    const before = this.findings.get(violation.fingerprint);
    const isSmallest = !before || bySize(value, before.case) < 0;
    const finding = {
      ...(isSmallest ? unsettled(violation, value) : before),
      met: (before?.met ?? 0) + met,
    };
    this.findings.set(violation.fingerprint, finding);
    return isSmallest ? [finding] : [];
  }

  /** Paths that crashed, hung or were interrupted, each with the smallest case in which it did. */
  get notTestable(): Result['notTestable'] {
    return [...this.#untested.keys()].sort().map((key) => this.#untested.get(key)!);
  }

  #addUntested(value: Case, { path, outcome }: Observation): void {
    if (outcome.kind !== 'failure') return;
    const { class: reason } = outcome;
    if (reason === 'crashed' || reason === 'timed-out') this.#countUntested(value, path, reason);
  }

  #countUntested(value: Case, path: PathName, reason: FailureClass): void {
    const key = `${path} ${reason}`;
    const before = this.#untested.get(key);
    const isSmallest = !before || bySize(value, before.case) < 0;
    this.#untested.set(key, {
      what: path,
      reason,
      count: (before?.count ?? 0) + 1,
      case: isSmallest ? value : before.case,
    });
  }
}

/** A finding as it was met: neither shrunk nor confirmed. */
export function unsettled<T extends AnyCase>(
  { law, paths, fingerprint, detail }: Violation,
  value: T,
): Omit<Finding, 'case'> & { readonly case: T } {
  return {
    law,
    paths: [...paths],
    fingerprint,
    detail,
    status: 'unsettled',
    confirmedIn: null,
    met: 1,
    case: value,
    shrunkCompletely: false,
    unshrinkable: [],
    observations: [],
    signature: null,
    cause: null,
    known: null,
  };
}
