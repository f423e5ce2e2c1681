/** `auth-conformance gate`: may this candidate be released? */
import path from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { parseTarget } from '../../gateway/subject/target.ts';
import { shippedBaseline } from '../../search/baseline/baseline.ts';
import { causesToAdd } from '../../search/baseline/baseline-update.ts';
import { seedOf } from '../../search/draw/seed.ts';
import type { Result } from '../../search/result/result.ts';
import { searchPlan } from '../../search/search-plan.ts';
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
  resumeOption,
  seedNumber,
  stepsOption,
  verboseOption,
} from '../options.ts';
import { checkResume, recordedRun, recordPlaces } from '../recorded-run.ts';
import { checkReportFiles, endWith } from '../write-reports.ts';

/** Enough, with a quarter more, to reach every declared pair. */
const CASES = 80;

export function gateCommand() {
  return new Command('gate')
    .description(
      'hold a candidate against the baseline, or against another build: exit code 0 if nothing is new',
    )
    .option('--candidate <spec>', 'version, latest, .tgz or folder')
    .option('--baseline <file>', 'known violations (default: those that the suite brings, without --against)')
    .option('--against <spec>', 'count only violations that this build does not show')
    .addOption(casesOption(CASES))
    .addOption(stepsOption())
    .option('--seed <n>', 'another seed than the one of suite and candidate', seedNumber)
    .addOption(allPathsOption())
    .addOption(allowGapsOption())
    .addOption(keepOption())
    .addOption(resumeOption())
    .addOption(verboseOption())
    .addOption(htmlOption())
    .addOption(junitOption())
    .addOption(jsonOption())
    .action(async (options, command) => {
      const { candidate: target, against = null, cases, allPaths, allowGaps, keep, resume } = options;
      checkReportFiles(options, recordPlaces(options));
      if (resume) checkResume(options, (name) => command.getOptionValueSource(name as keyof typeof options));
      else if (!target) throw new BadInput('gate needs a build. Give --candidate, or --resume.');
      const builds = [against, target].filter((spec) => spec != null);
      for (const spec of builds) parseTarget(spec);
      const plan = searchPlan({
        target,
        against,
        cases,
        steps: options.steps ?? null,
        allPaths,
        allowGaps,
        baseline: options.baseline ?? (against ? null : shippedBaseline()),
        seed: options.seed ?? seedOf(builds.map((spec) => path.basename(spec)).join(' ')),
      });
      await recordedRun(plan, { command: 'gate', keep, resume, files: options }, (result, goOn) =>
        endWith(result, options, `${causesToPaste(result)}${goOn}`),
      );
    });
}

/** The new causes of a result as a baseline takes them; empty where there is none. */
function causesToPaste(result: Result): string {
  const fresh = result.findings.filter(({ status }) => status === 'new');
  const causes = causesToAdd({ ...result, findings: fresh }, dayOf(new Date()), 'say why it is accepted');
  if (causes.length === 0) return '';
  return `\nTo accept it, paste into the causes of the baseline:\n${JSON.stringify(causes, null, 2)}\n`;
}
