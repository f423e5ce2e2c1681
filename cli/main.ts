#!/usr/bin/env node
/** The `auth-conformance` command. */
import '../support/no-modules-of-home.ts';
import { CommanderError } from '@commander-js/extra-typings';
import { errorLine } from './error-line.ts';
import { exitCodes } from './exit-codes.ts';
import { createProgram } from './program.ts';

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
