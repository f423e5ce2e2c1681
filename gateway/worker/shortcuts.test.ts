import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { SQLITE_READER } from '../versions/names-in-bundle.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shortcuts-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('keep the helpers of a build that is reached through a link', async () => {
  const build = path.join(folder, 'build');
  const reader = path.join(build, 'dist', SQLITE_READER.script);
  mkdirSync(path.dirname(reader), { recursive: true });
  writeFileSync(path.join(build, 'package.json'), '{"type":"module"}');
  writeFileSync(
    reader,
    `function runSession() {
      process.on('message', (message) =>
        message === 'close' ? process.disconnect() : process.send({ id: message.id, result: { ok: true, pid: process.pid } }));
    }
    runSession();`,
  );
  symlinkSync(build, path.join(folder, 'link'));
  const program = path.join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { takeShortcuts } from ${JSON.stringify(path.join(import.meta.dirname, 'shortcuts.ts'))};
    takeShortcuts(${JSON.stringify(path.join(folder, 'link'))}, undefined);
    const { spawn } = await import('node:child_process');
    const pids = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const argv = [${JSON.stringify(reader)}, ${JSON.stringify(SQLITE_READER.argument)}, 'session'];
      const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      const closed = new Promise((resolve) => child.once('close', resolve));
      const reply = new Promise((resolve) => child.once('message', resolve));
      child.send({ id: 1, args: [] });
      pids.push((await reply).result.pid);
      child.send('close');
      await closed;
    }
    process.stdout.write(JSON.stringify(pids));
    process.exit(0);`,
  );
  const argv = ['--disable-warning=ExperimentalWarning', program];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  const [first, second] = JSON.parse(stdout) as number[];
  expect(second).toBe(first);
});
