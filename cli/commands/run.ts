/** `auth-conformance run`: generate, judge, shrink, confirm, report. */
import { existsSync } from 'node:fs';
import { Command } from '@commander-js/extra-typings';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { shippedBaseline } from '../../search/baseline/baseline.ts';
import { addToBaseline, causesToAdd } from '../../search/baseline/baseline-update.ts';
import { knownFields } from '../../search/baseline/known-fields.ts';
import { MOST, searchPlan } from '../../search/search-plan.ts';
import { SHRINK_TRIES } from '../../search/settle/shrink.ts';
import { BadInput } from '../../support/bad-input.ts';
import { dayOf } from '../../support/day.ts';
import {
  allowGapsOption,
  allPathsOption,
  casesOption,
  htmlOption,
  jsonOption,
  junitOption,
  keepOption,
  laneOption,
  pathList,
  providerList,
  referenceOption,
  resumeOption,
  secondCount,
  seedNumber,
  shardOf,
  stepsOption,
  targetOption,
  verboseOption,
  wholeNumber,
  workersOption,
} from '../options.ts';
import { checkOutputs } from '../output-places.ts';
import { checkResume, recordedRun, recordPlaces } from '../recorded-run.ts';
import { checkReportFiles, endWith } from '../write-reports.ts';

export function runCommand() {
  return new Command('run')
    .description('generate setups, run a build on them, and report where its paths disagree')
    .addOption(targetOption())
    .option('--seed <n>', 'the same seed gives the same cases', seedNumber, 1)
    .addOption(casesOption(100))
    .addOption(stepsOption())
    .option(
      '--time <seconds>',
      'begin no further case after this time; shrinking and confirming have as long again',
      secondCount,
    )
    .option(
      '--paths <list>',
      `some of ${ALL_PATHS.join(',')} (default: all that the lane has, and in some cases those of a gateway)`,
      pathList,
    )
    .option('--providers <list>', 'only these, for example amazon-bedrock', providerList)
    .addOption(allPathsOption())
    .addOption(laneOption('embedded'))
    .addOption(referenceOption())
    .addOption(workersOption())
    .option('--baseline <file>', 'known violations, JSON (default: those that the suite brings)')
    .option('--no-baseline', 'take no violation as known')
    .option('--update-baseline <reason>', 'add the confirmed new violations to --baseline, with this reason')
    .option('--no-saved', 'leave out the promoted cases, which are run before the random ones')
    .addOption(allowGapsOption())
    .option('--shard <i/n>', 'run the i-th of n parts of the cases', shardOf)
    .option(
      '--shrink-tries <n>',
      'candidates to run for each finding; 0: confirm it as it was met',
      wholeNumber(MOST.cases, 0),
      SHRINK_TRIES,
    )
    .option('--survey', 'only count violations: neither shrink nor confirm', false)
    .addOption(keepOption())
    .addOption(resumeOption())
    .addOption(verboseOption())
    .addOption(htmlOption())
    .addOption(junitOption())
    .addOption(jsonOption())
    .action(async (options, command) => {
      const { updateBaseline, keep, resume, ...rest } = options;
      const baseline = typeof options.baseline === 'string' ? options.baseline : null;
      if (updateBaseline && !baseline)
        throw new BadInput(
          '--update-baseline needs a file. Add for example --baseline baselines/openclaw.json.',
        );
      checkReportFiles(options, recordPlaces(options));
      if (updateBaseline) checkOutputs({ '--baseline': baseline ?? undefined });
      if (resume) checkResume(options, (name) => command.getOptionValueSource(name as keyof typeof options));
      const usual = options.baseline === false ? null : shippedBaseline();
      // A baseline that is about to be made need not exist yet.
      const isRead = baseline !== null && (!updateBaseline || existsSync(baseline));
      const plan = searchPlan({
        target: rest.target,
        seed: rest.seed,
        cases: rest.cases,
        allPaths: rest.allPaths,
        lane: rest.lane,
        reference: rest.reference,
        workers: rest.workers,
        allowGaps: rest.allowGaps,
        shrinkTries: rest.shrinkTries,
        survey: rest.survey,
        ...(rest.paths ? { paths: rest.paths } : {}),
        seconds: rest.time ?? null,
        providers: rest.providers ?? null,
        steps: rest.steps ?? null,
        shard: rest.shard ?? null,
        promoted: rest.saved,
        baseline: baseline === null ? usual : isRead ? baseline : null,
      });
      await recordedRun(plan, { command: 'run', keep, resume, files: options }, async (result, goOn) => {
        const isWritten = await endWith(result, options, goOn);
        if (!baseline || !updateBaseline) return isWritten;
        const today = dayOf(new Date());
        const causes = causesToAdd(result, today, updateBaseline);
        await addToBaseline(baseline, causes, knownFields(result, today, updateBaseline));
        return isWritten;
      });
    });
}
