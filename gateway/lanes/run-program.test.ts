import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from './run-program.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'run-program-'));
/** A program that starts another one, which writes its process id and would run for a minute with the output open. */
const STARTS_ANOTHER = (then: string) => `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' });
  require('node:fs').writeFileSync('other', String(child.pid));
  child.unref();
  ${then}
`;
const program = (then: string, timeoutMs = 30_000) => ({
  argv: ['-e', STARTS_ANOTHER(then)],
  environment: { PATH: process.env.PATH ?? '' },
  folder,
  timeoutMs,
});

/** A process that was killed may still be listed until whoever inherited it has taken note. */
async function expectOtherGone(): Promise<void> {
  const pid = Number(readFileSync(path.join(folder, 'other'), 'utf8'));
  const state = () => {
    try {
      return /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    } catch {
      return 'gone';
    }
  };
  await expect.poll(state, { timeout: 5000 }).toMatch(/^(gone|Z|X)$/);
}

it('ends with the program, and ends what that has left behind', async () => {
  const started = Date.now();
  const end = await runProgram(program(`console.log('done'); process.exit(3);`));
  expect(end).toMatchObject({ exitCode: 3, stdout: 'done\n', timedOut: false });
  expect(Date.now() - started).toBeLessThan(20_000);
  await expectOtherGone();
});

it('ends a program that hangs, with what it started', async () => {
  const end = await runProgram(program('setInterval(() => {}, 1000);', 1500));
  expect(end).toMatchObject({ exitCode: null, timedOut: true, interrupted: false });
  await expectOtherGone();
});

it('tells a program that was killed from one that crashed', async () => {
  const killed = await runProgram(program(`process.kill(process.pid, 'SIGKILL');`));
  expect(killed).toMatchObject({ exitCode: null, timedOut: false, interrupted: true });
  const crashed = await runProgram(program('process.abort();'));
  expect(crashed).toMatchObject({ exitCode: null, timedOut: false, interrupted: false });
});

it('ends a program when it is told to, with what it started', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1500);
  const running = runProgram({ ...program('setInterval(() => {}, 1000);'), signal: controller.signal });
  expect(await running).toMatchObject({ exitCode: null, timedOut: false, interrupted: false });
  await expectOtherGone();
});
