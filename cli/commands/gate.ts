/** `auth-conformance gate`: may this candidate be released? */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { textReport } from '../../reports/text.ts';
import { baselineEntries } from '../../search/baseline/baseline-update.ts';
import { seedOf } from '../../search/draw/seed.ts';
import { gate } from '../../search/gate.ts';
import { verdictOf } from '../../search/result/verdict.ts';
import { writeFoundCases } from '../../search/saved/found-cases.ts';
import { SHRINK_TRIES } from '../../search/settle/shrink.ts';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { exitCodes } from '../exit-codes.ts';
import { integer, positiveInteger } from '../options.ts';
import { progressLine } from '../progress-line.ts';
import { checkReportFiles, type ReportFiles, writeReports } from '../write-reports.ts';

interface GateOptions extends ReportFiles {
  candidate: string;
  baseline?: string;
  against?: string;
  cases: number;
  seed?: number;
  allowGaps: boolean;
}

/** Enough, with a quarter more, to reach every declared pair. */
const CASES = 80;
const BASELINE = path.join(PACKAGE_ROOT, 'baselines', 'openclaw.json');

export function gateCommand(): Command {
  return new Command('gate')
    .description('hold a candidate against the baseline, or against another build: exit 0 nothing new')
    .requiredOption('--candidate <spec>', 'version, latest, .tgz or folder')
    .option('--baseline <file>', 'known violations (default: those that the suite brings, without --against)')
    .option('--against <spec>', 'count only what this build does not break, too')
    .option(
      '--cases <n>',
      'how many random cases; a quarter more at most for pairs that these do not reach',
      positiveInteger,
      CASES,
    )
    .option('--seed <n>', 'another seed than the one of suite and candidate', integer)
    .option('--allow-gaps', 'do not fail for declared pairs that no case reached', false)
    .option('--junit <file>', 'write the verdict of each law as JUnit XML')
    .option('--json <file>', 'write the whole result as JSON')
    .action(async (options: GateOptions) => {
      const { candidate: target, against } = options;
      await checkReportFiles(options);
      const usual = against || !existsSync(BASELINE) ? null : BASELINE;
      const result = await gate({
        target,
        against: against ?? null,
        baseline: options.baseline ?? usual,
        cases: options.cases,
        seed:
          options.seed ??
          seedOf([against, target].flatMap((each) => (each ? [path.basename(each)] : [])).join(' ')),
        paths: ALL_PATHS,
        lane: 'embedded',
        workers: os.availableParallelism(),
        shard: null,
        survey: false,
        saved: true,
        shrinkTries: SHRINK_TRIES,
        allowGaps: options.allowGaps,
        deadline: Number.POSITIVE_INFINITY,
        replaysUnmet: true,
        log: (line) => process.stderr.write(`${line}\n`),
        progress: progressLine(process.stderr, Number.POSITIVE_INFINITY),
      });
      await writeFoundCases(result);
      const today = new Date().toISOString().slice(0, 10);
      const entries = baselineEntries(result, today, 'say why it is accepted');
      const paste =
        entries.length > 0
          ? `\nTo accept it, paste into the baseline:\n${JSON.stringify(entries, null, 2)}\n`
          : '';
      process.stdout.write(`${textReport(result)}\n${paste}`);
      process.exitCode = exitCodes[verdictOf(result)];
      await writeReports(result, options);
    });
}
