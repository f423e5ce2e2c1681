/** One line of progress: rewritten in place on a terminal, a new line every ten seconds elsewhere. */
import type { SearchProgress } from '../search/search.ts';

const INTERVAL_MS = 10_000;

export function progressLine(stream: NodeJS.WriteStream, deadline: number): (state: SearchProgress) => void {
  const started = Date.now();
  let last = 0;
  return ({ phase, done, total, findings }) => {
    const now = Date.now();
    const elapsed = (now - started) / 1000;
    const byRate = done > 0 ? (elapsed / done) * (total - done) : Number.POSITIVE_INFINITY;
    const left = Math.min(byRate, Math.max(0, (deadline - now) / 1000));
    const remaining = Number.isFinite(left) ? ` · ${Math.ceil(left)} s left` : '';
    const line = `${phase}: ${done} of ${total} · ${findings} distinct violations${phase === 'searching' ? remaining : ''}`;
    if (stream.isTTY) stream.write(`\r\u001b[K${line}${done === total ? '\n' : ''}`);
    else if (now - last >= INTERVAL_MS || done === total) stream.write(`${line}\n`);
    else return;
    last = now;
  };
}
