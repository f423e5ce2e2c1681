/** Signals that come before a command listens to them. Loading the suite takes a second, and more on a busy machine. */
import { exitCodes } from './exit-codes.ts';

export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends the command with the exit code of one that could not test, in place of that of a process that was killed. */
const end = (name: string): void => {
  process.stderr.write(`${name}: stopped before anything was begun.\n`);
  process.exit(exitCodes['not testable']);
};

export function hearEarlySignals(): void {
  for (const name of SIGNALS) process.on(name, end);
}

/** For a command that stops in its own way. */
export function leaveSignals(): void {
  for (const name of SIGNALS) process.off(name, end);
}
