#!/usr/bin/env node
// Starts the command with the Node that it needs, whichever one the user has: the pinned `node` package.
// Plain JavaScript, since an older Node reads it. A checkout runs its sources, a package what was built from them.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const node = path.join(
  path.dirname(createRequire(import.meta.url).resolve('node/package.json')),
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const built = path.join(root, 'dist', 'cli', 'main.js');
const main = existsSync(path.join(root, 'cli', 'main.ts')) ? path.join(root, 'cli', 'main.ts') : built;
const command = spawn(node, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// The command ends in an orderly way, and this process after it. One that hears a terminal's signal as well takes both for one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => command.kill(signal));
command.on('error', ({ message }) => {
  process.stderr.write(`Node 24 could not be started from ${node}: ${message}\n`);
  process.exitCode = 2;
});
command.on('exit', (status) => {
  process.exitCode = status ?? 2;
});
