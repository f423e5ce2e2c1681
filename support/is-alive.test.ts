import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { isAlive } from './is-alive.ts';

it('is alive while it runs, and not after its end', async () => {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  expect(isAlive(child.pid!)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(child.pid!)).toBe(false);
});

it.runIf(os.platform() === 'linux')('is not alive where it has ended and nobody asked how', async () => {
  // The shell starts a process, and becomes one that asks after nobody.
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60']);
  const [printed] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(printed.toString());
  expect(isAlive(pid)).toBe(true);
  try {
    for (let tries = 0; tries < 100 && isAlive(pid); tries += 1) await wait(50);
    expect(isAlive(pid)).toBe(false);
    // It is still there.
    expect(process.kill(pid, 0)).toBe(true);
  } finally {
    parent.kill('SIGKILL');
  }
});
