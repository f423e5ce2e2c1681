/**
 * `pnpm test:conformance [--target SPEC] [--seed N] [--cases N] [--baseline FILE] [--require LANE]`: the main job, whose
 * options are handed to the vitest suite.
 */
import { execa } from 'execa';
import { exitCodes } from '../cli/exit-codes.ts';
import { parseTarget } from '../gateway/subject/target.ts';
import { readBaseline } from '../search/baseline/baseline.ts';
import { BadInput } from '../support/bad-input.ts';
import { conformanceCommand } from './conformance-command.ts';
import { conformancePlan } from './conformance-plan.ts';

const command = conformanceCommand().exitOverride((error) =>
  process.exit(error.exitCode === 0 ? 0 : exitCodes['bad input']),
);
const options = command.parse().opts();

const environment = {
  ...(options.target ? { OPENCLAW_TARGET: options.target } : {}),
  ...(options.seed === undefined ? {} : { CONFORMANCE_SEED: String(options.seed) }),
  ...(options.cases ? { CONFORMANCE_CASES: String(options.cases) } : {}),
  ...(options.require ? { CONFORMANCE_REQUIRE: options.require } : {}),
  ...(options.baseline ? { CONFORMANCE_BASELINE: options.baseline } : {}),
};
try {
  const { baseline, target } = conformancePlan({ ...process.env, ...environment });
  parseTarget(target);
  if (baseline) await readBaseline(baseline);
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(exitCodes['bad input']);
}
// One after the other: both keep every core busy.
const projects = ['--project', 'conformance', '--project', 'localstack', '--no-file-parallelism'];
const { exitCode } = await execa('vitest', ['run', ...projects], {
  env: environment,
  preferLocal: true,
  stdio: 'inherit',
  reject: false,
});
process.exitCode = exitCode ?? 2;
