/** `auth-conformance merge`: one verdict from the shards of one run. */
import { Command } from 'commander';
import { textReport } from '../../reports/text.ts';
import { mergeResults } from '../../search/result/merge.ts';
import { readResult } from '../../search/result/result-file.ts';
import { verdictOf } from '../../search/result/verdict.ts';
import { writeFoundCases } from '../../search/saved/found-cases.ts';
import { exitCodes } from '../exit-codes.ts';
import { type ReportFiles, writeReports } from '../write-reports.ts';

export function mergeCommand(): Command {
  return new Command('merge')
    .description('make one result of the shards of a run (run --shard i/n --json FILE)')
    .argument('<files...>', 'JSON results of every shard')
    .option('--json <file>', 'write the whole result as JSON')
    .option('--junit <file>', 'write the verdict of each law as JUnit XML')
    .action(async (files: string[], options: ReportFiles) => {
      const result = mergeResults(await Promise.all(files.map(readResult)));
      await writeFoundCases(result);
      process.stdout.write(`${textReport(result)}\n`);
      process.exitCode = exitCodes[verdictOf(result)];
      await writeReports(result, options);
    });
}
