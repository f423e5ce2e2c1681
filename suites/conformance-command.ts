/** The options of `pnpm test:conformance`, the main job. */
import { Command, Option } from '@commander-js/extra-typings';
import { caseCount, seedNumber } from '../cli/options.ts';

export function conformanceCommand() {
  return new Command('test:conformance')
    .description('run the conformance suite against one OpenClaw build')
    .option('--target <spec>', 'version, latest, .tgz or folder (or OPENCLAW_TARGET)')
    .option('--seed <n>', 'another seed than the one of suite and subject version', seedNumber)
    .option('--cases <n>', 'how many random cases', caseCount)
    .option('--baseline <file>', 'known violations (JSON)')
    .addOption(
      new Option('--require <lane>', 'fail if this lane cannot be tested here').choices(['localstack']),
    );
}
