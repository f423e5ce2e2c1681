/** `auth-conformance gate`: may this candidate be released? */
import path from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { parseTarget } from '../../gateway/subject/target.ts';
import { shippedBaseline } from '../../search/baseline/baseline.ts';
import { baselineEntries } from '../../search/baseline/baseline-update.ts';
import { seedOf } from '../../search/draw/seed.ts';
import { gate } from '../../search/gate.ts';
import { checkPlan } from '../../search/run-search.ts';
import { FOUND } from '../../search/saved/found-cases.ts';
import { searchPlan } from '../../search/search-plan.ts';
import {
  allowGapsOption,
  casesOption,
  htmlOption,
  jsonOption,
  junitOption,
  seedNumber,
  verboseOption,
} from '../options.ts';
import { terminalHost } from '../search-host.ts';
import { checkReportFiles, endWith } from '../write-reports.ts';

/** Enough, with a quarter more, to reach every declared pair. */
const CASES = 80;

export function gateCommand() {
  return new Command('gate')
    .description('hold a candidate against the baseline, or against another build: exit 0 nothing new')
    .requiredOption('--candidate <spec>', 'version, latest, .tgz or folder')
    .option('--baseline <file>', 'known violations (default: those that the suite brings, without --against)')
    .option('--against <spec>', 'count only what this build does not break, too')
    .addOption(casesOption(CASES))
    .option('--seed <n>', 'another seed than the one of suite and candidate', seedNumber)
    .addOption(allowGapsOption())
    .addOption(verboseOption())
    .addOption(htmlOption())
    .addOption(junitOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const { candidate: target, against = null, cases, allowGaps } = options;
      checkReportFiles(options, { 'The folder': FOUND });
      for (const spec of [target, ...(against ? [against] : [])]) parseTarget(spec);
      const names = [against, target].flatMap((each) => (each ? [path.basename(each)] : []));
      const plan = searchPlan({
        target,
        cases,
        allowGaps,
        baseline: options.baseline ?? (against ? null : shippedBaseline()),
        seed: options.seed ?? seedOf(names.join(' ')),
      });
      await checkPlan(plan);
      const result = await gate(plan, against, terminalHost(plan.seconds));
      const today = new Date().toISOString().slice(0, 10);
      const entries = baselineEntries(result, today, 'say why it is accepted');
      const paste =
        entries.length > 0
          ? `\nTo accept it, paste into the baseline:\n${JSON.stringify(entries, null, 2)}\n`
          : '';
      await endWith(result, options, paste);
    });
}
