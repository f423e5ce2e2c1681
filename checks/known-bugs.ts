/**
 * Scores the suite on upstream bugs that are known: does a default search of the affected version meet the bug, and does
 * its smallest case conform on the fixed version?
 *
 * `node checks/known-bugs.ts [--cases 500] [--seeds 1,2,3] [--tries 6] [--until draw|meet|judge] [--only ID,ID]`. A search
 * is deterministic, and few of its cases can show a bug: of those that it would draw, only those are run whose setup can be
 * the bug's, each on the paths that the search would take. What they show is kept in `.bench`, so that a stopped check goes
 * on. The bugs and what tells each are data (`checks/known-bugs.json`); nothing in the suite knows them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Table from 'cli-table3';
import { Command, Option } from 'commander';
import { caseCount, seedNumber, textList } from '../cli/options.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { type Case, caseArbitrary } from '../generators/case.ts';
import { partsOf } from '../invariants/fingerprint.ts';
import { type Claim, onFewestPaths, type Violation } from '../invariants/violation.ts';
import { setupLine } from '../reports/setup-text.ts';
import { createEvaluator, type Evaluator } from '../search/evaluate/evaluator.ts';
import { claimedViolation, judgeCase } from '../search/evaluate/judge-case.ts';
import { keptObservations } from '../search/evaluate/kept-observations.ts';
import { sourcesDigest } from '../search/record/sources-digest.ts';
import { replayCase } from '../search/saved/replay-case.ts';
import { COARSE_STEPS } from '../search/settle/coarse-steps.ts';
import { shrink } from '../search/settle/shrink.ts';
import { logLine } from '../support/log-line.ts';
import { BugScore } from './bug-score.ts';
import { type Bug, bugSchema, drawnRuns, hasSetup, qualifyingRuns } from './drawn-cases.ts';

interface Options {
  readonly cases: number;
  readonly seeds: readonly number[];
  readonly tries: number;
  readonly until: 'draw' | 'meet' | 'judge';
  readonly only?: readonly string[];
}

/** The place of observations and scores. */
const KEPT = '.bench';
/** Candidates that may be run to shrink one case: each takes seconds, and the large steps come first. */
const SHRINK_TRIES = 25;

const { cases, seeds, tries, until, only } = new Command('known-bugs')
  .option('--cases <n>', 'of each search', caseCount, 500)
  .option('--seeds <list>', 'of the searches', (text) => textList(text).map(seedNumber), [1, 2, 3])
  .option('--tries <n>', 'cases that may be run for one bug and seed', caseCount, 6)
  .addOption(
    new Option('--until <phase>', 'the last one').choices(['draw', 'meet', 'judge']).default('judge'),
  )
  .option('--only <ids>', 'some bugs', textList)
  .parse()
  .opts<Options>();

const bugs = bugSchema
  .array()
  .parse(JSON.parse(readFileSync(new URL('./known-bugs.json', import.meta.url), 'utf8')))
  .filter(({ id }) => !only || only.includes(id));
const table = new Table({
  head: ['bug', 'searched', ...seeds.map((seed) => `seed ${seed}`)],
  wordWrap: true,
});
for (const [target, ofTarget] of Map.groupBy(bugs, (bug) => bug.target)) {
  const searches = seeds.map((seed) => ({ seed, runs: drawnRuns(target, seed, cases) }));
  const scores = ofTarget.flatMap((bug) =>
    searches.map(({ seed, runs }) => {
      const file = path.join(KEPT, `${bug.id}-${cases}-${seed}.json`);
      return new BugScore(bug, seed, qualifyingRuns(bug, runs), { file, most: tries });
    }),
  );
  if (until !== 'draw') await meet(target, scores);
  if (until === 'judge') {
    for (const score of scores) {
      // A case that shows another bug of the same face leaves the next one to be tried.
      for (; score.pending; await meet(target, [score])) await judge(score);
    }
  }
  for (const [bug, ofBug] of Map.groupBy(scores, (score) => score.bug))
    table.push([`${bug.id}${bug.core ? '' : ' (beside the 29)'}`, target, ...ofBug.map(String)]);
}
process.stdout.write(`${table.toString()}\n`);

/** Runs cases of a version until each bug is shown, or those that may be run for it are over. */
async function meet(target: string, scores: readonly BugScore[]): Promise<void> {
  if (scores.every(({ next }) => !next)) return;
  await withEvaluator(target, async (evaluator, version) => {
    const observe = evaluator.worker(0).warm('embedded');
    for (const score of scores) {
      for (let run = score.next; run; run = score.next) {
        const judgement = await judgeCase(observe, run.value, version, run.paths, run.laws);
        const shown = shownOf(score.bug, judgement?.violations ?? []);
        const { bug, seed } = score;
        logLine(`${bug.id}, seed ${seed}, case ${run.number}: ${shown?.fingerprint ?? 'not shown'}`);
        await score.add(run, shown);
      }
    }
  });
}

/** The claim that a case shows the bug, on the fewest paths. */
function shownOf({ fingerprint }: Bug, violations: readonly Violation[]): Claim | null {
  const pattern = new RegExp(fingerprint);
  const [first] = violations.flatMap((violation) => {
    const part = partsOf(violation.fingerprint).find((each) => pattern.test(String(each)));
    return part ? [{ law: violation.law, ...onFewestPaths(violation, part) }] : [];
  });
  return first ?? null;
}

/** Shrinks the case that shows a bug, and runs the smallest one on both versions with the real command. */
async function judge(score: BugScore): Promise<void> {
  const { bug, pending } = score;
  if (!pending) return;
  const { run, claim } = pending;
  const { value, affected } = await withEvaluator(bug.target, async (evaluator, version) => {
    const observe = evaluator.worker(0).warm('embedded');
    const shows = async (other: Case): Promise<boolean> =>
      hasSetup(bug, other) && Boolean(await claimedViolation(observe, other, version, claim));
    const { value } = await shrink(run.value, caseArbitrary(traitsOf(version).providers), shows, {
      steps: COARSE_STEPS,
      tries: SHRINK_TRIES,
    });
    const affected = await replayCase(evaluator, { case: value, claim }, 'cli', 0, claim.paths);
    return { value, affected };
  });
  const fixed = await withEvaluator(bug.fixed, (evaluator) =>
    replayCase(evaluator, { case: value, claim }, 'cli', 0, claim.paths),
  );
  const reason = affected.reason ?? fixed.reason;
  const note = `${claim.fingerprint} · ${setupLine(value)} · ${bug.target} ${affected.verdict}, ${bug.fixed} ${fixed.verdict}${reason ? ` (${reason})` : ''}`;
  logLine(`${bug.id}, seed ${score.seed}, case ${run.number}: ${note}`);
  await score.decide({
    isHit: affected.verdict === 'violates' && fixed.verdict === 'conforms',
    note,
  });
}

async function withEvaluator<T>(
  target: string,
  use: (evaluator: Evaluator, version: string) => Promise<T>,
): Promise<T> {
  const subject = await installSubject(target, logLine);
  const name = `observations-${path.basename(target)}-${sourcesDigest()}.jsonl`;
  await using evaluator = await createEvaluator(subject, 1, {
    kept: keptObservations(path.join(KEPT, name)),
  });
  return await use(evaluator, subject.version);
}
