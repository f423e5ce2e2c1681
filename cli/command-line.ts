/** The command line of this process: runs its command, and sets the exit code. */
import { CommanderError } from '@commander-js/extra-typings';
import { errorLine } from './error-line.ts';
import { exitCodes } from './exit-codes.ts';
import { createProgram } from './program.ts';

export async function runCommandLine(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    // Help and version are thrown, too.
    const isEnd = error instanceof CommanderError && error.exitCode === 0;
    process.exitCode = isEnd ? 0 : exitCodes['bad input'];
    if (!isEnd) {
      // An unforeseen error is no verdict on the build. Node's own exit code 1 would say that it violates.
      const text = errorLine(error) ?? (error instanceof Error ? error.stack : String(error));
      process.stderr.write(`${text}\n`);
    }
  }
}
