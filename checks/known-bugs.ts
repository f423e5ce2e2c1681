/**
 * Scores the suite on upstream bugs that are known: does a general search of the affected version, with the default
 * generators, meet the bug, and does its smallest case conform on the fixed version?
 *
 * `pnpm exec node checks/known-bugs.ts [--cases 120] [--seed 1] [--only ID,ID]`. Searches and verdicts are kept in `.bench`,
 * so that a stopped run goes on. The bugs and what tells each are data (`checks/known-bugs.json`); nothing in the
 * suite knows them.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Table from 'cli-table3';
import { Command } from 'commander';
import { z } from 'zod';
import { caseCount, seedNumber } from '../cli/options.ts';
import { progressLine } from '../cli/progress-line.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { type Case, caseArbitrary, caseSize } from '../generators/case.ts';
import { providerOf } from '../generators/providers/catalog.ts';
import { partsOf } from '../invariants/fingerprint.ts';
import { onFewestPaths } from '../invariants/violation.ts';
import { setupLine } from '../reports/setup-text.ts';
import { randomCases } from '../search/draw/random-cases.ts';
import { spaceOf } from '../search/draw/space.ts';
import { createEvaluator } from '../search/evaluate/evaluator.ts';
import { claimedViolation } from '../search/evaluate/judge-case.ts';
import { keptObservations } from '../search/evaluate/kept-observations.ts';
import { sourcesDigest } from '../search/record/sources-digest.ts';
import { type Finding, findingSchema, type Result } from '../search/result/result.ts';
import { runSearch } from '../search/run-search.ts';
import { replayCase } from '../search/saved/replay-case.ts';
import { searchPlan } from '../search/search-plan.ts';
import { COARSE_STEPS } from '../search/settle/coarse-steps.ts';
import { SHRINK_TRIES, shrink } from '../search/settle/shrink.ts';
import { logLine } from '../support/log-line.ts';
import { writeJson } from '../support/write-whole.ts';

const bugsSchema = z.array(
  z.strictObject({
    id: z.string(),
    target: z.string(),
    fixed: z.string(),
    /** A pattern of the fingerprint: law, paths and failure. */
    fingerprint: z.string(),
    /** A pattern of the smallest case as JSON: what the bug needs in its setup; null for nothing else. */
    setup: z.string().nullable(),
  }),
);
type Bug = z.infer<typeof bugsSchema>[number];

const scoreSchema = z.object({
  id: z.string(),
  verdict: z.enum(['hit', 'met, but not fixed', 'miss']),
  note: z.string(),
  finding: findingSchema.nullable(),
});
type Score = z.infer<typeof scoreSchema>;

/** Where searches and verdicts are kept. */
const KEPT = '.bench';
/** Findings that are shrunk to see if they are the bug. */
const MOST_CANDIDATES = 6;
const { cases, seed, only } = new Command('known-bugs')
  .option('--cases <n>', 'random cases for each version', caseCount, 120)
  .option('--seed <n>', 'of the searches', seedNumber, 1)
  .option('--only <ids>', 'some bugs', (text: string) => text.split(','))
  .parse()
  .opts<{ cases: number; seed: number; only?: string[] }>();

const bugs = bugsSchema
  .parse(JSON.parse(readFileSync(new URL('./known-bugs.json', import.meta.url), 'utf8')))
  .filter(({ id }) => !only || only.includes(id));
const table = new Table({
  head: ['bug', 'searched', 'verdict', 'smallest case, or why not'],
  wordWrap: true,
  colWidths: [14, 12, 12, 80],
});
for (const bug of bugs) {
  const { verdict, note } = await score(bug);
  logLine(`${bug.id}: ${verdict}: ${note}`);
  table.push([bug.id, bug.target, verdict, note]);
}
process.stdout.write(`${table.toString()}\n`);

async function score(bug: Bug): Promise<Score> {
  const file = path.join(KEPT, `${bug.id}-${cases}-${seed}.json`);
  if (existsSync(file)) return scoreSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const result = await survey(bug.target);
  const { id } = bug;
  let best: Score = { id, verdict: 'miss', note: `not met in ${result.cases.achieved} cases`, finding: null };
  for (const met of candidates(bug, result)) {
    const judged = await judge(bug, met, result);
    if (best.verdict === 'miss' || judged.verdict === 'hit') best = judged;
    if (best.verdict === 'hit') break;
  }
  await writeJson(file, best);
  return best;
}

/**
 * Candidates for the bug, on the fewest paths, likeliest first: a setup that names it, then the smallest. A search
 * keeps one case of a fingerprint, so others of its cases with such a setup are candidates, too.
 */
function candidates({ fingerprint, setup, target }: Bug, { findings }: Result): Finding[] {
  const names = (value: Case) => setup !== null && new RegExp(setup).test(JSON.stringify(value));
  const named = randomCases(spaceOf({ version: target }), seed, cases).filter(names);
  return findings
    .flatMap((finding) => {
      const part = partsOf(finding.fingerprint).find((each) => new RegExp(fingerprint).test(String(each)));
      const kin = new Set([finding.case, ...(part ? named : [])].filter(isKinOf(finding)));
      return part
        ? [...kin].map((value) => ({ ...finding, ...onFewestPaths(finding, part), case: value }))
        : [];
    })
    .sort((a, b) => Number(names(b.case)) - Number(names(a.case)) || caseSize(a.case) - caseSize(b.case))
    .slice(0, MOST_CANDIDATES);
}

/** Whether a case is of the provider family that a finding is of. */
function isKinOf({ case: value }: Finding): (other: Case) => boolean {
  const familyOf = ({ provider }: Case) => providerOf(provider.id).family;
  return (other) => familyOf(other) === familyOf(value);
}

/** One general search of a version serves all its bugs. */
function survey(target: string): Promise<Result> {
  logLine(`openclaw ${target}, ${cases} cases, seed ${seed}`);
  // No promoted case is run: what the suite already knows is no find.
  const plan = searchPlan({ target, cases, seed, survey: true, promoted: false, replaysUnmet: false });
  const name = `observations-${path.basename(target)}-${sourcesDigest()}.jsonl`;
  const kept = keptObservations(path.join(KEPT, name));
  return runSearch(plan, { log: logLine, kept: () => kept, progress: progressLine(process.stderr, null) });
}

/** Shrinks what was met, and runs the smallest case on both versions with the real command. */
async function judge(bug: Bug, met: Finding, result: Result): Promise<Score> {
  const { law, paths, fingerprint } = met;
  const claim = { law, paths, fingerprint };
  const smallest = await withEvaluator(bug.target, async (evaluator, version) => {
    const observe = evaluator.worker(0).warm('embedded');
    const shows = async (value: Case): Promise<boolean> =>
      Boolean(await claimedViolation(observe, value, version, claim));
    if (!(await shows(met.case))) return null;
    const { value } = await shrink(met.case, caseArbitrary(traitsOf(version).providers), shows, {
      steps: COARSE_STEPS,
      tries: SHRINK_TRIES,
    });
    const replay = await replayCase(evaluator, { case: value, claim }, 'cli', 0, claim.paths);
    return { value, affected: replay.verdict };
  });
  if (!smallest)
    return { id: bug.id, verdict: 'miss', note: `${fingerprint} · not shown by its case`, finding: met };
  const fixed = await withEvaluator(bug.fixed, (evaluator) =>
    replayCase(evaluator, { case: smallest.value, claim }, 'cli', 0, claim.paths),
  );
  const isTheBugs = !bug.setup || new RegExp(bug.setup).test(JSON.stringify(smallest.value));
  const isHit = smallest.affected === 'violates' && fixed.verdict === 'conforms' && isTheBugs;
  return {
    id: bug.id,
    verdict: isHit ? 'hit' : isTheBugs ? 'met, but not fixed' : 'miss',
    note: `${fingerprint} · ${setupLine(smallest.value)} · met in ${met.met} of ${result.cases.achieved} · ${bug.target} ${smallest.affected}, ${bug.fixed} ${fixed.verdict}${fixed.reason ? ` (${fixed.reason})` : ''}${isTheBugs ? '' : ' · another setup than the bug needs'}`,
    finding: { ...met, case: smallest.value },
  };
}

async function withEvaluator<T>(
  target: string,
  use: (evaluator: Awaited<ReturnType<typeof createEvaluator>>, version: string) => Promise<T>,
): Promise<T> {
  const subject = await installSubject(target, logLine);
  await using evaluator = await createEvaluator(subject, 1);
  return await use(evaluator, subject.version);
}
