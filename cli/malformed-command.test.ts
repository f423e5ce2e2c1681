/**
 * Malformed input through the command itself, each in a folder of its own: it ends with exit code 2 and one clear line,
 * writes nothing anywhere below, and installs nothing first: the `npm` on its PATH leaves a mark.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import fc from 'fast-check';
import pLimit from 'p-limit';
import { afterAll, expect, it, vi } from 'vitest';
import { faultsOf } from '../test-support/clear-line.ts';
import { type Input, MALFORMED_COMMANDS } from '../test-support/malformed-commands.ts';
import { treeOf } from '../test-support/tree.ts';

// Processes on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

const SEED = 25;
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'malformed-command-'));
/** Compiled code of the command, so that it begins sooner. */
const compiled = path.join(folder, 'compiled');
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns what is wrong with the end of the command; an empty list where it is as it should be */
async function faultsIn({ argv, files, place }: Input): Promise<string[]> {
  const root = mkdtempSync(path.join(folder, 'input-'));
  const [work, home, temporary, programs] = ['work', 'home', 'tmp', 'bin'].map((name) =>
    path.join(root, name),
  ) as [string, string, string, string];
  for (const each of [work, home, temporary, programs]) mkdirSync(each);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(work, name);
    mkdirSync(content === null ? file : path.dirname(file), { recursive: true });
    if (content !== null) writeFileSync(file, content);
  }
  writeFileSync(path.join(programs, 'npm'), `#!/bin/sh\necho called > '${root}/npm-was-called'\nexit 1\n`, {
    mode: 0o755,
  });
  const before = treeOf(root);
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, ...argv],
    {
      cwd: work,
      env: { HOME: home, TMPDIR: temporary, PATH: `${programs}:/usr/bin:/bin`, NODE_COMPILE_CACHE: compiled },
      extendEnv: false,
      reject: false,
    },
  );
  const after = treeOf(root);
  const line = stderr.replace(/\n$/, '');
  return [
    ...(exitCode === 2 ? [] : [`exit code ${exitCode}`]),
    ...(stdout === '' ? [] : [`says on its output: ${stdout}`]),
    ...faultsOf(line, place).map((fault) => `${line}: ${fault}`),
    ...after.filter((each) => !before.includes(each)).map((each) => `changed: ${each}`),
    ...before.filter((each) => !after.includes(each)).map((each) => `was: ${each}`),
  ];
}

it('has at least 150 inputs', () => {
  expect(MALFORMED_COMMANDS.reduce((sum, [, runs]) => sum + runs, 0)).toBeGreaterThanOrEqual(150);
});

// Each is a process of its own.
it.each(MALFORMED_COMMANDS)(
  'refuses %s in one clear line, exit code 2, with nothing written',
  async (_, numRuns, arbitrary) => {
    const limit = pLimit(2);
    const inputs = fc.sample(arbitrary, { seed: SEED, numRuns });
    const ends = await Promise.all(
      inputs.map((input) => limit(async () => ({ argv: input.argv, faults: await faultsIn(input) }))),
    );
    expect(ends.filter(({ faults }) => faults.length > 0)).toEqual([]);
  },
);
