import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../versions/default-target.ts';
import { createWorkerProcess, type WorkerProcess } from './worker-process.ts';

/** A stand-in subject: commands that end a process in ways that real builds do. */
const STAND_IN = `
export const loadConfig = () => ({});
process.on('uncaughtException', () => process.exit(1));
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const commands = {
  'ends the process later': async () => { setTimeout(() => process.exit(7), 50); },
  'is killed': () => process.kill(process.pid, 'SIGKILL'),
  'crashes': () => process.abort(),
  'takes its time': async () => { await wait(200); process.stdout.write('done'); },
  'tells its process': async () => { process.stdout.write(String(process.pid)); },
  'repeats its input': async () => { for await (const each of process.stdin) process.stdout.write(each); },
  'ends in a timer': async () => { setTimeout(() => process.exit(3), 20); await wait(60000); },
  'fails in a timer': async () => { setTimeout(() => { throw new Error('lost'); }, 20); await wait(60000); },
};
export const runLegacyCliEntry = ([, , name]) => commands[name]();
`;

describe('a worker', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'worker-test-'));
  let worker: WorkerProcess;
  let create: () => WorkerProcess;
  const run = async (name: string, input?: string) => {
    const piped = input === undefined ? {} : { input };
    const end = await worker.send({ kind: 'command', argv: [name], ...piped, environment: {}, folder }, 5000);
    return end.kind === 'reply' ? { exitCode: end.reply.exitCode, stdout: end.reply.stdout } : end.kind;
  };

  beforeAll(() => {
    mkdirSync(path.join(folder, 'dist'));
    const main = path.join(folder, 'dist', 'index.mjs');
    writeFileSync(main, STAND_IN);
    const subject = { version: DEFAULT_TARGET, root: folder, main, runsWarm: true, command: main };
    create = () => createWorkerProcess(subject, { PATH: '' }, folder);
    worker = create();
  });
  afterAll(async () => {
    await worker.recycle();
    rmSync(folder, { recursive: true });
  });

  it('does not take the late exit of one run for the end of the next', async () => {
    expect(await run('ends the process later')).toEqual({ exitCode: 0, stdout: '' });
    expect(await run('takes its time')).toEqual({ exitCode: 0, stdout: 'done' });
  });

  it('gives a command its own input, and the next one none', async () => {
    expect(await run('repeats its input', 'key-1')).toEqual({ exitCode: 0, stdout: 'key-1' });
    expect(await run('repeats its input')).toEqual({ exitCode: 0, stdout: '' });
    expect(await run('repeats its input', 'key-2')).toEqual({ exitCode: 0, stdout: 'key-2' });
  });

  it('has others like it, whose end is not its own', async () => {
    const pid = await run('tells its process');
    const other = worker.another();
    const end = await other.send(
      { kind: 'command', argv: ['tells its process'], environment: {}, folder },
      5000,
    );
    expect(end.kind === 'reply' && end.reply.stdout).not.toBe(typeof pid === 'object' && pid.stdout);
    await other.recycle();
    expect(await run('tells its process')).toEqual(pid);
  });

  it('starts no process once it is closed, also when its start was under way', async () => {
    const closed = create();
    const sent = closed.send({ kind: 'command', argv: ['takes its time'], environment: {}, folder }, 5000);
    await closed.close();
    await expect(sent).rejects.toThrow('closed');
  });

  it('tells a process that was killed from one that crashed, and goes on', async () => {
    expect(await run('is killed')).toBe('interrupted');
    expect(await run('crashes')).toBe('crashed');
    expect(await run('takes its time')).toEqual({ exitCode: 0, stdout: 'done' });
  });

  it('ends a run where a timer of it ends the process, or fails, and goes on', async () => {
    expect(await run('ends in a timer')).toEqual({ exitCode: 3, stdout: '' });
    expect(await run('fails in a timer')).toEqual({ exitCode: 1, stdout: '' });
    expect(await run('takes its time')).toEqual({ exitCode: 0, stdout: 'done' });
  });
});
