/**
 * The time that a general search takes to its first counterexample of a known bug, and from there to its smallest case.
 *
 * The search is that of `run --reference command --steps 0 --no-saved --no-baseline`, on the paths that have a command, as the main
 * job: its cases, the paths and variants that it chooses for them, and its way to deal them to workers. A saved case would show the bug at once.
 */

import { installSubject } from '../gateway/subject/install.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { caseArbitrary, caseSize } from '../generators/case.ts';
import { partsOf } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { createEvaluator, type Evaluator } from '../search/evaluate/evaluator.ts';
import { Stopped } from '../search/evaluate/stopped.ts';
import type { Finding } from '../search/result/result.ts';
import { search } from '../search/search.ts';
import type { SearchInput } from '../search/search-input.ts';
import { searchPlan } from '../search/search-plan.ts';
import { shrinkFindings } from '../search/settle/shrink-findings.ts';
import { logLine } from '../support/log-line.ts';
import { sampleTree } from './process-tree.ts';

export interface FirstCounterexample {
  readonly seed: number;
  /** Cases that were judged until then; of all workers. */
  readonly cases: number;
  /** Seconds from the start of the workers, the draw of the cases among them; null: not met. */
  readonly met: number | null;
  /** Seconds from there, with the end of the cases that ran beside it; null: not met. */
  readonly shrunk: number | null;
  /** Seconds of processor time of all processes, in the same two parts: on a busy machine they say more. */
  readonly processor: readonly [number, number] | null;
  /** Size of the case as it was met, and of the smallest. */
  readonly sizes: readonly [number, number] | null;
}

export interface KnownBug {
  readonly target: string;
  /** A pattern of a part of its fingerprint: which paths deviate alike depends on those that a case is run on. */
  readonly fingerprint: RegExp;
}

export async function firstCounterexample(
  { target, fingerprint }: KnownBug,
  seed: number,
  workers: number,
  signal: AbortSignal,
): Promise<FirstCounterexample> {
  const subject = await installSubject(target, logLine, signal);
  const plan = searchPlan({
    ...{ target, seed, workers, steps: 0, reference: 'command', gatewayPaths: [] },
    // It ends with the last case that was asked for, and leaves what else it meets as it is.
    ...{ allowGaps: true, survey: true },
  });
  const { providers } = traitsOf(subject.version);
  const input = { plan, providers, laws: ALL_LAWS, promoted: [], leftOut: [], known: [] };
  const start = () => createEvaluator(subject, workers, { reference: plan.reference, signal });
  return searchedUntil(start, input, fingerprint);
}

/**
 * @param start starts the workers, whose time counts
 * @throws Stopped for a search that ended before its last case without the bug
 */
export async function searchedUntil(
  start: () => Promise<Evaluator>,
  input: SearchInput,
  fingerprint: RegExp,
): Promise<FirstCounterexample> {
  const { plan, providers, laws } = input;
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const atStart = processorSeconds();
  await using evaluator = await start();
  const shown: { readonly finding: Finding; readonly met: number; readonly processor: number }[] = [];
  const { cases, stopped } = await search(evaluator, input, {
    log: logLine,
    progress: () => {},
    found(finding) {
      const isBug = partsOf(finding.fingerprint).some((part) => fingerprint.test(String(part)));
      if (!isBug || shown.length > 0) return;
      shown.push({ finding, met: seconds(), processor: processorSeconds() });
      logLine(`Seed ${input.plan.seed}: met after ${seconds().toFixed(1)} s`);
      throw new Stopped('the bug is met');
    },
  });
  const [first] = shown;
  if (!first && stopped !== null) throw new Stopped(stopped);
  const { seed } = plan;
  if (!first) return { seed, cases: cases.achieved, met: null, shrunk: null, processor: null, sizes: null };
  const { finding, met } = first;
  const [smallest] = await shrinkFindings(evaluator, caseArbitrary(providers), [finding], {
    plan,
    laws,
    deadline: Number.POSITIVE_INFINITY,
    progress: () => {},
    take: () => {},
  });
  const sizes = [caseSize(finding.case), caseSize(smallest!.case)] as const;
  const shrunk = seconds() - met;
  logLine(`Seed ${seed}: shrunk ${shrunk.toFixed(1)} s later`);
  const parts = [first.processor - atStart, processorSeconds() - first.processor] as const;
  return { seed, cases: cases.achieved, met, shrunk, processor: parts, sizes };
}

function processorSeconds(): number {
  return sampleTree(process.pid)?.treeSeconds ?? 0;
}
