/** The command line: its commands, and errors of it that are thrown and not written. */
import { Command } from '@commander-js/extra-typings';
import packageJson from '../package.json' with { type: 'json' };
import { bisectCommand } from './commands/bisect.ts';
import { doctorCommand } from './commands/doctor.ts';
import { fieldsCommand } from './commands/fields.ts';
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

/** A new one for each use: a command keeps the options that it was called with. */
export function createProgram(): Command {
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
    .addCommand(fieldsCommand())
    .addCommand(targetsCommand())
    .addCommand(doctorCommand());
  const all = [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)];
  for (const command of all as Command[]) {
    command.configureOutput({ outputError: () => {} });
    command.exitOverride();
  }
  return program as unknown as Command;
}
