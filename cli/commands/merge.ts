/** `auth-conformance merge`: one verdict from the shards of one run. */
import { Command } from 'commander';
import { traitsOf } from '../../gateway/subject/version-traits.ts';
import { textReport } from '../../reports/text.ts';
import { mergeResults } from '../../search/merge.ts';
import { verdictOf } from '../../search/result.ts';
import { readResult } from '../../search/result-file.ts';
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
      await writeReports(result, options);
      const { providers } = traitsOf(result.subject.version);
      process.stdout.write(`${textReport(result, providers, 'cases/found')}\n`);
      process.exitCode = exitCodes[verdictOf(result)];
    });
}
