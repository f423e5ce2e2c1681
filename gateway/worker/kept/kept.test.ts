import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'kept-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const source = (name: string) => JSON.stringify(path.join(import.meta.dirname, name));

/** A helper as the subject's: it serves requests on its channel, or one of its arguments; it counts what it served. */
const CHILD = `
let served = 0;
const seen = () => ({ pid: process.pid, served: ++served, secret: process.env.SECRET ?? null, folder: process.cwd(), names: Object.keys(process.env) });
if (process.argv[2] === '--helper' && process.argv[3] === 'session')
  process.on('message', (message) => {
    if (message === 'close') process.disconnect();
    else {
      const ok = message.args[1] !== 'bad';
      process.send({ id: message.id, result: { ok, location: JSON.stringify(seen()) } }, () => { if (!ok) process.exit(1); });
    }
  });
else process.stdout.write(JSON.stringify({ ok: true, location: JSON.stringify(seen()) }));
`;
const THREAD = `
import { parentPort } from 'node:worker_threads';
import { count } from './shared.mjs';
parentPort.on('message', () => parentPort.postMessage({ status: 'ok', value: { count: count(), secret: process.env.SECRET ?? null } }));
`;
writeFileSync(path.join(folder, 'child.mjs'), CHILD);
writeFileSync(path.join(folder, 'thread.mjs'), THREAD);
writeFileSync(
  path.join(folder, 'stuck.mjs'),
  "import { parentPort } from 'node:worker_threads'; parentPort.postMessage('stuck'); for (;;);",
);
writeFileSync(path.join(folder, 'shared.mjs'), 'let times = 0; export const count = () => ++times;');

/** The output of a program that keeps the helpers of the folder, as a worker does before it imports the subject. */
async function printed(program: string): Promise<unknown> {
  const file = path.join(folder, 'program.mjs');
  writeFileSync(
    file,
    `
    import { keepChildren } from ${source('keep-children.ts')};
    import { keepThreads } from ${source('keep-threads.ts')};
    const child = ${JSON.stringify(path.join(folder, 'child.mjs'))};
    const thread = ${JSON.stringify(path.join(folder, 'thread.mjs'))};
    const stuck = ${JSON.stringify(path.join(folder, 'stuck.mjs'))};
    keepChildren({ argv: [child, '--helper'], session: 'session', once: 'sync' });
    const nextCommand = keepThreads([thread, stuck], 300);
    const { spawn, spawnSync, execFile } = await import('node:child_process');
    const { Worker } = await import('node:worker_threads');
    const argv = (...values) => [child, '--helper', ...values];
    const options = (SECRET, cwd) => ({ env: { SECRET, PATH: process.env.PATH }, cwd });
    const asked = async (options, args = ['sync', 'x']) => {
      const session = spawn(process.execPath, argv('session'), { ...options, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      const closed = new Promise((resolve) => session.once('close', (code) => resolve(code)));
      const reply = new Promise((resolve) => session.once('message', resolve));
      session.send({ id: 7, args });
      const { result } = await reply;
      if (result.ok) session.send('close');
      return { ...JSON.parse(result.location), code: await closed };
    };
    const served = async (SECRET) => {
      process.env.SECRET = SECRET;
      const worker = new Worker(new URL('file://' + thread));
      const reply = new Promise((resolve) => worker.once('message', resolve));
      const exit = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage({});
      const { value } = await reply;
      return { ...value, code: await worker.terminate(), exit: await exit };
    };
    const result = await (async () => { ${program} })();
    process.stdout.write(JSON.stringify(result));
    process.exit(0);
    `,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    file,
  ]);
  return JSON.parse(stdout);
}

it('hands one child to one command after the other, each in its own environment and folder', async () => {
  const [first, second] = (await printed(
    `return [await asked(options('one', '/')), await asked({ env: { PATH: process.env.PATH }, cwd: ${JSON.stringify(folder)} })];`,
  )) as Record<string, unknown>[];
  expect(first).toMatchObject({ served: 1, secret: 'one', folder: '/', code: 0 });
  expect(second).toMatchObject({
    served: 2,
    secret: null,
    folder,
    code: 0,
    pid: first!.pid,
    names: ['PATH'],
  });
});

it('starts a child anew where the one before ended by itself', async () => {
  const [first, second] = (await printed(
    `return [await asked(options('one'), ['sync', 'bad']), await asked(options('two'))];`,
  )) as Record<string, unknown>[];
  expect(first).toMatchObject({ served: 1, code: 1 });
  expect(second).toMatchObject({ served: 1, secret: 'two', code: 0 });
});

it('answers in place of a process for one request, to one who waits and to one who does not', async () => {
  const answers = await printed(`
    const sync = spawnSync(process.execPath, argv('sync', 'x'), options('one'));
    const failed = spawnSync(process.execPath, argv('sync', 'bad'), options('one'));
    const later = await new Promise((resolve) =>
      execFile(process.execPath, argv('sync', 'x'), options('two'), (error, stdout) => resolve({ error, stdout })));
    const other = spawnSync(process.execPath, ['-e', 'console.log(1)'], { encoding: 'utf8' });
    return [sync.status, JSON.parse(JSON.parse(sync.stdout).location).secret, failed.status,
      later.error, JSON.parse(JSON.parse(later.stdout).location).secret, other.stdout];
  `);
  expect(answers).toEqual([0, 'one', 1, null, 'two', '1\n']);
});

it('hands a thread to the next command, with what it imported and with another environment', async () => {
  const answers = await printed(`
    const first = await served('one');
    const again = await served('one');
    nextCommand();
    return [first, again, await served('two')];
  `);
  const ended = { code: 1, exit: 1 };
  expect(answers).toEqual([
    { count: 1, secret: 'one', ...ended },
    // The same command is given another thread.
    { count: 1, secret: 'one', ...ended },
    { count: 2, secret: 'two', ...ended },
  ]);
});

it('ends a thread that does not give itself back', async () => {
  const codes = await printed(`
    const worker = new Worker(new URL('file://' + stuck));
    // A thread that is ended before it runs has another exit code.
    await new Promise((resolve) => worker.once('message', resolve));
    const exit = new Promise((resolve) => worker.once('exit', resolve));
    return [await worker.terminate(), await exit, worker.threadId];
  `);
  expect(codes).toEqual([1, 1, -1]);
});
