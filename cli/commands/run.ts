/** `auth-conformance run`: generate, judge, shrink, confirm, report. */
import { existsSync } from 'node:fs';
import os from 'node:os';
import { Command } from 'commander';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { Lane } from '../../observation/lane.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { textReport } from '../../reports/text.ts';
import { addToBaseline, baselineEntries } from '../../search/baseline/baseline-update.ts';
import type { Shard } from '../../search/draw/shard.ts';
import { verdictOf } from '../../search/result/verdict.ts';
import { runSearch } from '../../search/run-search.ts';
import { writeFoundCases } from '../../search/saved/found-cases.ts';
import { SHRINK_TRIES } from '../../search/settle/shrink.ts';
import { BadInput } from '../../support/bad-input.ts';
import { exitCodes } from '../exit-codes.ts';
import { integer, laneName, pathList, positiveInteger, providerList, shardOf } from '../options.ts';
import { progressLine } from '../progress-line.ts';
import { checkReportFiles, writeReports } from '../write-reports.ts';

interface RunOptions {
  target: string;
  seed: number;
  cases: number;
  time?: number;
  paths: PathName[];
  providers?: ProviderId[];
  lane: Lane;
  workers: number;
  baseline?: string;
  updateBaseline?: string;
  json?: string;
  saved: boolean;
  allowGaps: boolean;
  shard?: Shard;
  survey: boolean;
  shrinkTries: number;
  junit?: string;
}

export function runCommand(): Command {
  return new Command('run')
    .description('generate setups, run a build on them, and report where its paths disagree')
    .option('--target <spec>', 'version, latest, .tgz or folder', DEFAULT_TARGET)
    .option('--seed <n>', 'the same seed gives the same cases', integer, 1)
    .option(
      '--cases <n>',
      'how many random cases; a quarter more at most for pairs that these do not reach',
      positiveInteger,
      100,
    )
    .option(
      '--time <seconds>',
      'begin no further case after this time; shrinking and confirming have as long again',
      positiveInteger,
    )
    .option('--paths <list>', `some of ${ALL_PATHS.join(',')}`, pathList, [...ALL_PATHS])
    .option('--providers <list>', 'only these, for example amazon-bedrock', providerList)
    .option('--lane <lane>', 'embedded (warm process) or cli (a fresh process each)', laneName, 'embedded')
    .option('--workers <n>', 'subjects side by side', positiveInteger, os.availableParallelism())
    .option('--baseline <file>', 'known violations (JSON)')
    .option('--update-baseline <reason>', 'add the confirmed new violations to --baseline, with this reason')
    .option('--no-saved', 'leave out the promoted cases, which are run before the random ones')
    .option('--allow-gaps', 'do not fail for declared cells that no case reached', false)
    .option('--shard <i/n>', 'run the i-th of n parts of the cases', shardOf)
    .option('--shrink-tries <n>', 'candidates to run for each finding', positiveInteger, SHRINK_TRIES)
    .option('--survey', 'neither shrink nor confirm: only count what is met', false)
    .option('--junit <file>', 'write the verdict of each law as JUnit XML')
    .option('--json <file>', 'write the whole result as JSON')
    .action(async (options: RunOptions) => {
      const { baseline, updateBaseline } = options;
      if (updateBaseline && !baseline) {
        throw new BadInput(
          '--update-baseline needs a file. Add for example --baseline baselines/openclaw.json.',
        );
      }
      await checkReportFiles(options);
      const deadline = options.time ? Date.now() + options.time * 1000 : Number.POSITIVE_INFINITY;
      const result = await runSearch({
        replaysUnmet: true,
        ...options,
        providers: options.providers ?? null,
        shard: options.shard ?? null,
        // A baseline that is about to be made need not exist yet.
        baseline: baseline && (!updateBaseline || existsSync(baseline)) ? baseline : null,
        deadline,
        log: (line) => process.stderr.write(`${line}\n`),
        progress: progressLine(process.stderr, deadline),
      });
      await writeFoundCases(result);
      process.stdout.write(`${textReport(result)}\n`);
      process.exitCode = exitCodes[verdictOf(result)];
      await writeReports(result, options);
      if (baseline && updateBaseline) {
        const today = new Date().toISOString().slice(0, 10);
        await addToBaseline(baseline, baselineEntries(result, today, updateBaseline));
      }
    });
}
