/**
 * `pnpm test:conformance [--target SPEC] [--seed N] [--cases N] [--baseline FILE]`: the main job, with the options
 * of `auth-conformance run` handed to the vitest suite.
 */
import { Command, Option } from 'commander';
import { execa } from 'execa';
import { integer, positiveInteger } from '../cli/options.ts';

const options = new Command('test:conformance')
  .description('run the conformance suite against one OpenClaw build')
  .option('--target <spec>', 'version, latest, .tgz or folder (or OPENCLAW_TARGET)')
  .option('--seed <n>', 'another seed than the one of suite and subject version', integer)
  .option('--cases <n>', 'how many random cases', positiveInteger)
  .option('--baseline <file>', 'known violations (JSON)')
  .addOption(new Option('--require <lane>', 'red if this lane cannot be tested here').choices(['localstack']))
  .parse()
  .opts<{ target?: string; seed?: number; cases?: number; baseline?: string; require?: string }>();

const environment = {
  ...(options.target ? { OPENCLAW_TARGET: options.target } : {}),
  ...(options.seed === undefined ? {} : { CONFORMANCE_SEED: String(options.seed) }),
  ...(options.cases ? { CONFORMANCE_CASES: String(options.cases) } : {}),
  ...(options.require ? { CONFORMANCE_REQUIRE: options.require } : {}),
  ...(options.baseline ? { CONFORMANCE_BASELINE: options.baseline } : {}),
};
// One after the other: both keep every core busy.
const projects = ['--project', 'conformance', '--project', 'localstack', '--no-file-parallelism'];
const { exitCode } = await execa('vitest', ['run', ...projects], {
  env: environment,
  preferLocal: true,
  stdio: 'inherit',
  reject: false,
});
process.exitCode = exitCode ?? 2;
