/** The command as a user meets it: help, bad input in one line, exit code 2, nothing written. */
import { mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'cli-test-'));

const run = (...argv: string[]) =>
  execa(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...argv], {
    cwd: folder,
    reject: false,
  });

describe('auth-conformance', () => {
  it.each([
    [['run', '--target', '2026.4'], '"2026.4" names no build'],
    [['run', '--cases', 'many'], "argument 'many' is invalid. Give a whole number from 1 to 1000000."],
    [['run', '--paths', 'chat,imagine'], '"imagine" is no path. Give some of chat,completion,image,'],
    [['run', '--lane', 'fast'], 'Allowed choices are embedded, cli, gateway.'],
    [['run', '--baseline', 'none.json'], 'none.json cannot be read: it does not exist. Check the path.'],
    [['run', '--json', '.'], '--json . cannot be written: it is a folder.'],
    [['run', '--target', folder], 'has no package.json. Give the folder of an OpenClaw package or checkout.'],
    [['run', '--update-baseline', 'known'], '--update-baseline needs a file.'],
    [['replay', 'none.json'], 'none.json cannot be read: it does not exist. Check the path.'],
    [['targets', 'remove', '2026.1.1'], '2026.1.1 is not installed in'],
    [['fly'], "unknown command 'fly'"],
  ])('%j ends with exit code 2 and a line that says why', async (argv, message) => {
    const { exitCode, stderr } = await run(...argv);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(message) });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says its version, and what a run needs of the machine', async () => {
    expect((await run('--version')).stdout).toBe(packageJson.version);
    const { stdout } = await run('doctor');
    expect(stdout).toContain(`Node: ${process.version}`);
    expect(stdout).toMatch(/^(ok|missing) +cache of builds: /m);
  });

  it('goes on with no run that is not there', async () => {
    const { exitCode, stderr } = await run('run', '--resume');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: '--resume: there is no stopped run in conformance-runs. Give the folder of one.',
    });
    expect((await run('run', '--resume', 'x', '--cases', '3')).stderr).toContain('Leave out --cases.');
  });

  it('explains itself, with its exit codes', async () => {
    const { exitCode, stdout } = await run('--help');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Exit codes: 0 conforms, 1 violates, 2 could not test or bad input');
  });
});
