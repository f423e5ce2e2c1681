#!/usr/bin/env node
/** The `auth-conformance` command. */
import { Command } from '@commander-js/extra-typings';
import packageJson from '../package.json' with { type: 'json' };
import { BadInput } from '../support/bad-input.ts';
import { bisectCommand } from './commands/bisect.ts';
import { doctorCommand } from './commands/doctor.ts';
import { gateCommand } from './commands/gate.ts';
import { importCommand } from './commands/import.ts';
import { issueCommand } from './commands/issue.ts';
import { matrixCommand } from './commands/matrix.ts';
import { mergeCommand } from './commands/merge.ts';
import { promisesCommand } from './commands/promises.ts';
import { replayCommand } from './commands/replay.ts';
import { runCommand } from './commands/run.ts';
import { shrinkCommand } from './commands/shrink.ts';
import { targetsCommand } from './commands/targets.ts';
import { exitCodes } from './exit-codes.ts';

const program = new Command('auth-conformance')
  .version(packageJson.version)
  .description('Property-based conformance suite for the credential paths of the OpenClaw gateway')
  .addHelpText('after', '\nExit codes: 0 conforms, 1 violates, 2 could not test or bad input')
  .addCommand(runCommand())
  .addCommand(replayCommand())
  .addCommand(shrinkCommand())
  .addCommand(importCommand())
  .addCommand(issueCommand())
  .addCommand(bisectCommand())
  .addCommand(gateCommand())
  .addCommand(mergeCommand())
  .addCommand(matrixCommand())
  .addCommand(promisesCommand())
  .addCommand(targetsCommand())
  .addCommand(doctorCommand());

for (const command of [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)]) {
  command.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : exitCodes['bad input']);
  });
}

try {
  await program.parseAsync();
} catch (error) {
  // An unforeseen error is no verdict on the build. Node's own exit code 1 would say that it violates.
  const text = error instanceof BadInput ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCodes['bad input'];
}
