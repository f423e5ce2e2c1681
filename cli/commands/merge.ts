/** `auth-conformance merge`: one verdict from the shards of one run. */
import { Command } from '@commander-js/extra-typings';
import { mergeResults } from '../../search/result/merge.ts';
import { readResult } from '../../search/result/result-file.ts';
import { htmlOption, jsonOption, junitOption, verboseOption } from '../options.ts';
import { checkReportFiles, endWith } from '../write-reports.ts';

export function mergeCommand() {
  return new Command('merge')
    .description('make one result of the shards of a run (run --shard i/n --json FILE)')
    .argument('<files...>', 'JSON results of every shard')
    .addOption(jsonOption())
    .addOption(verboseOption())
    .addOption(htmlOption())
    .addOption(junitOption())
    .action(async (files, options) => {
      checkReportFiles(options);
      await endWith(mergeResults(await Promise.all(files.map(readResult))), options);
    });
}
