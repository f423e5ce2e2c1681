/** Ctrl-C and SIGTERM end a run in an orderly way: with a report of what is there. The second one ends it at once. */
import { Stopped } from '../search/evaluate/stopped.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The exit code that shells give a process ended by SIGINT: 128 and its number. */
const ENDED_AT_ONCE = 130;

/** @returns a signal that the first of them aborts */
export function stopOnSignals(log: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(ENDED_AT_ONCE);
      log(`\n${name}: stopping, and reporting what is there. Once more ends it at once.`);
      controller.abort(new Stopped(`stopped by ${name}`));
    });
  }
  return controller.signal;
}
