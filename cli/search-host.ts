import { writeFoundCase } from '../search/saved/found-cases.ts';
import type { SearchHost } from '../search/search-host.ts';
import { progressLine } from './progress-line.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** A search in a terminal: its lines and progress go to stderr, signals stop it, and what it finds is written at once. */
export function terminalHost(seconds: number | null, kept?: SearchHost['kept']): SearchHost {
  const log = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  return {
    log,
    progress: progressLine(process.stderr, seconds),
    signal: stopOnSignals(log),
    found: writeFoundCase,
    ...(kept ? { kept } : {}),
  };
}
