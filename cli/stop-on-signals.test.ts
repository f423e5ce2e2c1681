/** Signals to a process that hears the first one and does not come to its end. */
import { execa } from 'execa';
import { expect, it } from 'vitest';

const MODULE = new URL('stop-on-signals.ts', import.meta.url).href;
/** An orderly stop may be over before a second signal comes: this one never is. */
const WAITS = `
const { stopOnSignals } = await import('${MODULE}');
stopOnSignals((line) => process.stdout.write(line.trim() + '\\n'));
setInterval(() => {}, 1000);
console.log('listens');`;

/** The lines of a process, one of which it waits for before each signal, and its exit code. */
async function ended(...signals: readonly NodeJS.Signals[]) {
  const argv = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', WAITS];
  const child = execa(process.execPath, argv, { reject: false });
  const left = [...signals];
  const lines: string[] = [];
  for await (const line of child) {
    lines.push(line);
    const next = left.shift();
    if (next) child.kill(next);
  }
  return { lines, exitCode: (await child).exitCode };
}

it('the first signal is told, and the second ends the process at once', async () => {
  for (const [first, second] of [
    ['SIGINT', 'SIGTERM'],
    ['SIGTERM', 'SIGINT'],
  ] as const) {
    const { lines, exitCode } = await ended(first, second);
    expect(lines).toEqual(['listens', expect.stringMatching(new RegExp(`^${first}: stopping`))]);
    expect(exitCode).toBe(130);
  }
});
