/** One line of progress: rewritten in place on a terminal, a new line every ten seconds elsewhere. */
import type { Phase, SearchProgress } from '../search/search-host.ts';

const INTERVAL_MS = 10_000;

/**
 * Time left is told in every phase, by the rate of the phase and the time that the run has.
 *
 * @param seconds that the search may take, and what comes after it as long again; null: no limit
 */
export function progressLine(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  seconds: number | null,
): (state: SearchProgress) => void {
  const begun = Date.now();
  let current: { readonly phase: Phase; readonly started: number; readonly done: number } | null = null;
  let last = 0;
  return ({ phase, done, total, findings }) => {
    const now = Date.now();
    const before = current;
    const isBeginning = before?.phase !== phase;
    // The first that is told of a phase may be done already.
    if (isBeginning) current = { phase, started: before ? now : begun, done: before ? done : 0 };
    const { started, done: doneBefore } = current!;
    const rate = (now - started) / 1000 / (done - doneBefore);
    const limit = seconds === null ? Number.POSITIVE_INFINITY : seconds * (phase === 'searching' ? 1 : 2);
    const left = Math.min(rate * (total - done), Math.max(0, limit - (now - begun) / 1000));
    const remaining = Number.isFinite(left) && done < total ? ` · ${timeText(left)} left` : '';
    const line = `${phase}: ${done} of ${total} · ${findings} distinct violations${remaining}`;
    if (stream.isTTY) stream.write(`\r\u001b[K${line}${done === total ? '\n' : ''}`);
    else if (isBeginning || now - last >= INTERVAL_MS || done === total) stream.write(`${line}\n`);
    else return;
    last = now;
  };
}

/** @example '3 min' */
function timeText(seconds: number): string {
  return seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
