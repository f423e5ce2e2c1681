/**
 * A search too long for one sitting: many cases in parts, then every new fingerprint confirmed in fresh processes, with
 * the smallest case that any part met. Nothing is shrunk (`auth-conformance shrink` does that with one).
 *
 * `node bench/long-search.ts [--target V] [--cases 1000] [--seed 1] [--parts 10] [--workers N] [--baseline FILE] [--json FILE]`.
 * Parts and what is confirmed are kept in `.bench`, so that a stopped run goes on; to begin anew, remove them.
 */
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { positiveInteger } from '../cli/options.ts';
import { progressLine } from '../cli/progress-line.ts';
import { writeReports } from '../cli/write-reports.ts';
import { ALL_PATHS } from '../gateway/observation.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/subject/subject.ts';
import { traitsOf } from '../gateway/subject/version-traits.ts';
import { caseText } from '../generators/case.ts';
import { textReport } from '../reports/text.ts';
import { confirm } from '../search/confirm.ts';
import { createEvaluator, type Evaluator } from '../search/evaluator.ts';
import { inTurns } from '../search/in-turns.ts';
import { mergeResults } from '../search/merge.ts';
import { type Finding, findingSchema, type Result } from '../search/result.ts';
import { readResult } from '../search/result-file.ts';
import { runSearch } from '../search/run-search.ts';
import { writeJson } from '../search/write-whole.ts';

interface Options {
  target: string;
  cases: number;
  seed: number;
  parts: number;
  workers: number;
  baseline?: string;
  json?: string;
}

const KEPT = '.bench';
/** Cases that are run between two writes of what is confirmed. */
const BATCH = 20;
const NEVER = Number.POSITIVE_INFINITY;
const options = new Command('long-search')
  .option('--target <spec>', 'version, latest, .tgz or folder', DEFAULT_TARGET)
  .option('--cases <n>', 'random cases in all', positiveInteger, 1000)
  .option('--seed <n>', 'of the cases', positiveInteger, 1)
  .option('--parts <n>', 'how many parts, each kept when it ends', positiveInteger, 10)
  .option('--workers <n>', 'subjects side by side', positiveInteger, os.availableParallelism())
  .option('--baseline <file>', 'known violations (JSON)')
  .option('--json <file>', 'write the whole result as JSON')
  .parse()
  .opts<Options>();
const { target, cases, seed, parts, workers } = options;
const log = (line: string) => process.stderr.write(`${line}\n`);
const kept = (name: string) => path.join(KEPT, `long-${path.basename(target)}-${cases}-${seed}-${name}.json`);

const results: Result[] = [];
for (let index = 1; index <= parts; index++) results.push(await part(index));
const merged = mergeResults(results);
const result = { ...merged, findings: await confirmed(merged.findings) };
await writeReports(result, options);
process.stdout.write(`${textReport(result, traitsOf(result.subject.version).providers, KEPT)}\n`);

/** What one part met, from its file where it ran before. */
async function part(index: number): Promise<Result> {
  const file = kept(`${index}-of-${parts}`);
  if (existsSync(file)) return readResult(file);
  log(`part ${index} of ${parts}`);
  const { result } = await runSearch({
    target,
    cases,
    seed,
    shard: { index, count: parts },
    paths: ALL_PATHS,
    lane: 'embedded',
    workers,
    baseline: options.baseline ?? null,
    // What several parts meet is confirmed once, with the smallest case of all.
    survey: true,
    saved: false,
    shrinkTries: 0,
    allowGaps: false,
    deadline: NEVER,
    replaysUnmet: false,
    log,
    progress: progressLine(process.stderr, NEVER),
  });
  await writeJson(file, result);
  return result;
}

/** The findings, with every one that the baseline does not know confirmed in fresh processes, or found to be flaky. */
async function confirmed(findings: readonly Finding[]): Promise<Finding[]> {
  const file = kept('confirmed');
  const done = new Map(readConfirmed(file).map((each) => [each.fingerprint, each]));
  const open = findings.filter(({ status, fingerprint }) => status !== 'known' && !done.has(fingerprint));
  // Findings of one case share its runs.
  const byCase = [...Map.groupBy(open, (finding) => caseText(finding.case)).values()];
  const evaluator = await createEvaluator(await installSubject(target, log), workers);
  try {
    for (let at = 0; at < byCase.length; at += BATCH) {
      log(`confirming ${open.length} fingerprints: ${at} of ${byCase.length} cases`);
      const batch = await inTurns(byCase.slice(at, at + BATCH), workers, async (group, turn) => {
        const ended: Finding[] = [];
        for (const finding of group) ended.push(await confirmedFinding(evaluator, finding, turn));
        return ended;
      });
      for (const finding of batch.flat()) done.set(finding.fingerprint, finding);
      await writeJson(file, [...done.values()]);
    }
  } finally {
    await evaluator.close();
  }
  return findings.map((finding) => done.get(finding.fingerprint) ?? finding);
}

async function confirmedFinding(evaluator: Evaluator, finding: Finding, turn: number): Promise<Finding> {
  const { lane, observations } = await confirm(evaluator, finding.case, finding, turn);
  return { ...finding, status: lane ? 'new' : 'flaky', confirmedIn: lane, observations };
}

function readConfirmed(file: string): Finding[] {
  return existsSync(file) ? z.array(findingSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
