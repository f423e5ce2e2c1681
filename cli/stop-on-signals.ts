/** Ctrl-C and SIGTERM end a command in an orderly way: with a report of what is there. The second one ends it at once. */
import { Stopped } from '../search/evaluate/stopped.ts';
import { leaveSignals, SIGNALS } from './early-signals.ts';

/** The exit code that shells give a process ended by SIGINT: 128 and its number. */
const ENDED_AT_ONCE = 130;
/** One signal may come twice: a terminal tells every process of a command, and npx and our starter pass it on. */
const SAME_SIGNAL_MS = 500;

/** @returns a signal that the first of them aborts */
export function stopOnSignals(log: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  leaveSignals();
  let first: { readonly name: string; readonly at: number } | null = null;
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (first?.name === name && Date.now() - first.at < SAME_SIGNAL_MS) return;
      if (first) process.exit(ENDED_AT_ONCE);
      first = { name, at: Date.now() };
      log(`\n${name}: stopping, and reporting what is there. Once more ends it at once.`);
      controller.abort(new Stopped(`stopped by ${name}`));
    });
  }
  return controller.signal;
}
