import { execa } from 'execa';
import { expect, it } from 'vitest';

const EARLY = new URL('./early-signals.ts', import.meta.url).href;
const STOP = new URL('./stop-on-signals.ts', import.meta.url).href;

/** Runs code that sends itself a signal. */
const sent = (code: string) =>
  execa(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '--eval'],
      `const { hearEarlySignals } = await import('${EARLY}'); hearEarlySignals(); ${code}; setTimeout(() => console.log('went on'), 1000);`,
    ],
    { reject: false },
  );

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s before a command listens ends it with one line, and the exit code of what could not be tested',
  async (name) => {
    const { exitCode, stdout, stderr } = await sent(`process.kill(process.pid, '${name}')`);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `${name}: stopped before anything was begun.`,
    });
  },
);

it('a command that listens stops in its own way', async () => {
  const { exitCode, stdout, stderr } = await sent(
    `(await import('${STOP}')).stopOnSignals(console.error); process.kill(process.pid, 'SIGINT')`,
  );
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'went on' });
  expect(stderr).toContain('SIGINT: stopping');
});
