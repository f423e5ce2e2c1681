/**
 * A search too long for one sitting: every fingerprint that it meets and the baseline does not know is confirmed in fresh processes,
 * path by path, with the smallest case that showed each. Nothing is shrunk (`auth-conformance shrink` does that with one).
 *
 * `node bench/long-search.ts [--target V] [--cases 1000] [--seed 1] [--workers N] [--baseline FILE] [--json FILE]`. What is observed is
 * kept in `.bench`, so that a stopped run goes on, and one with other laws is judged anew; to begin anew, remove it.
 */
import os from 'node:os';
import { Command } from 'commander';
import { exitCodes } from '../cli/exit-codes.ts';
import { positiveInteger } from '../cli/options.ts';
import { writeReports } from '../cli/write-reports.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { textReport } from '../reports/text.ts';
import { entriesFor, readBaseline } from '../search/baseline/baseline.ts';
import { createEvaluator } from '../search/evaluate/evaluator.ts';
import type { Finding } from '../search/result/result.ts';
import { verdictOf } from '../search/result/verdict.ts';
import { writeFoundCases } from '../search/saved/found-cases.ts';
import { confirmParts } from '../search/settle/confirm-parts.ts';
import { BadInput } from '../support/bad-input.ts';
import { keptOf, keptSearch } from './kept-search.ts';

const options = new Command('long-search')
  .option('--target <spec>', 'version, latest, .tgz or folder', DEFAULT_TARGET)
  .option('--cases <n>', 'random cases in all', positiveInteger, 1000)
  .option('--seed <n>', 'of the cases', positiveInteger, 1)
  .option('--workers <n>', 'subjects side by side', positiveInteger, os.availableParallelism())
  .option('--baseline <file>', 'known violations (JSON)')
  .option('--json <file>', 'write the whole result as JSON')
  .parse()
  .opts<{
    target: string;
    cases: number;
    seed: number;
    workers: number;
    baseline?: string;
    json?: string;
  }>();
const log = (line: string) => process.stderr.write(`${line}\n`);

try {
  const baseline = options.baseline ? await readBaseline(options.baseline) : null;
  const met = await keptSearch(options, log);
  const known = entriesFor(baseline, met.subject.version).map(({ fingerprint }) => fingerprint);
  const result = { ...met, findings: await confirmed(met.findings, known) };
  await writeFoundCases(result);
  await writeReports(result, options);
  process.stdout.write(`${textReport(result)}\n`);
  process.exitCode = exitCodes[verdictOf(result)];
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  log(error.message);
  process.exitCode = exitCodes['bad input'];
}

/** The findings, with what the baseline does not know confirmed in fresh processes, or found to be flaky. */
async function confirmed(findings: readonly Finding[], known: readonly string[]): Promise<Finding[]> {
  const subject = await installSubject(options.target, log);
  const evaluator = await createEvaluator(subject, options.workers, keptOf(options.target));
  try {
    return await confirmParts(evaluator, findings, known, (done, total, part, { lane }) =>
      log(`confirming: ${done} of ${total} parts${lane ? '' : ` · flaky: ${part}`}`),
    );
  } finally {
    await evaluator.close();
  }
}
