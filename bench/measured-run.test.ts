/** A measured run that is stopped, of a checkout whose command only waits. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { Stopped } from '../search/evaluate/stopped.ts';
import { measuredRun } from './measured-run.ts';

/** It has something to remove when it is told to end, which takes a while, as a run does. */
const WAITS = `
import { rmSync, writeFileSync } from 'node:fs';
const left = new URL('left', import.meta.url);
if (!process.argv.includes('--help')) {
  process.on('SIGTERM', () => setTimeout(() => { rmSync(left); process.exit(2); }, 300));
  writeFileSync(left, '');
  setInterval(() => {}, 1000);
}`;

it('lets a run that is stopped end by itself, and leaves no folder', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'measured-run-test-'));
  vi.stubEnv('TMPDIR', root);
  await mkdir(path.join(root, 'cli'));
  await writeFile(path.join(root, 'cli/main.ts'), WAITS);
  const left = path.join(root, 'cli/left');
  const controller = new AbortController();
  const options = {
    root,
    target: '2026.9.6',
    cases: 1,
    seed: 1,
    workers: 1,
    lane: 'embedded',
    allPaths: true,
  } as const;
  const run = measuredRun(options, controller.signal);
  await vi.waitFor(() => expect(existsSync(left)).toBe(true), { timeout: 30_000 });
  controller.abort(new Stopped('stopped by SIGTERM'));
  await expect(run).rejects.toThrow('stopped by SIGTERM');
  expect(existsSync(left)).toBe(false);
  expect(await readdir(root)).toEqual(['cli']);
});
