/**
 * Malformed input through the command itself, each in a folder of its own: it ends with exit code 2 and one clear line,
 * writes nothing anywhere below, and installs nothing first: the `npm` on its PATH leaves a mark.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import fc from 'fast-check';
import pLimit from 'p-limit';
import { afterAll, expect, it, vi } from 'vitest';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { isVersion } from '../gateway/versions/version.ts';
import { isJsonRecord } from '../support/json-record.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { parseJson5 } from '../support/read-json.ts';
import { faultsOf } from '../test-support/clear-line.ts';
import { oddText, spoiledBytes } from '../test-support/malformed.ts';
import { treeOf } from '../test-support/tree.ts';

// Processes on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

const SEED = 25;
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'malformed-command-'));
/** Compiled code of the command, so that it begins sooner. */
const compiled = path.join(folder, 'compiled');
afterAll(() => rmSync(folder, { recursive: true }));

interface Input {
  readonly argv: readonly string[];
  /** Files by name; null: a folder. */
  readonly files: Readonly<Record<string, Buffer | string | null>>;
  /** Some text of which the line must hold one. */
  readonly place: readonly string[];
}

const CASE = readFileSync(path.join(PACKAGE_ROOT, 'cases/openai-masked-key.json'), 'utf8');
const MANIFEST = JSON.stringify({ name: 'openclaw', version: '2026.9.6', bin: 'openclaw.mjs' });
const target = ['--target', DEFAULT_TARGET];

/** A command that is given a file of spoiled bytes. */
const spoiled = (sound: string, argv: readonly string[], name = 'input.json'): fc.Arbitrary<Input> =>
  spoiledBytes(sound).map((bytes) => ({
    argv,
    files: { [name]: bytes, 'case.json': CASE },
    place: [path.basename(name)],
  }));

function isSettings(text: string): boolean {
  try {
    return isJsonRecord(parseJson5(text, 'openclaw.json'));
  } catch {
    return false;
  }
}

/** A sound command whose output cannot be where it is wanted. */
const placeOf = (argv: readonly string[], option: string): fc.Arbitrary<Input> =>
  // A file is no folder to keep things in, and a folder no file.
  fc
    .constantFrom(
      option === '--keep' ? 'case.json' : 'folder',
      'case.json/out',
      'case.json/deeper/out',
      '/proc/none',
      '',
    )
    .filter((place) => option !== '--keep' || place !== '')
    .map((place) => ({
      argv: [...argv, `${option}=${place}`],
      files: {
        'case.json': CASE,
        folder: null,
        '.openclaw/openclaw.json': '{ agents: { defaults: { model: "openai/gpt-5.4" } } }',
      },
      place: [option],
    }));

/** An option of `run` whose value is none; the option after it is none as well, lest a sound value run. */
const oddValue = (argv: readonly string[], option: string): fc.Arbitrary<Input> =>
  oddText.map((text) => ({
    argv: [...argv, `${option}=${text}`, '--none-such'],
    files: {},
    place: [option, '--none-such'],
  }));

const noTarget = oddText.filter(
  (text) => !isVersion(text) && text !== 'latest' && !/^[./~]/.test(text) && text.trim() !== '',
);

const KINDS: readonly (readonly [what: string, runs: number, arbitrary: fc.Arbitrary<Input>])[] = [
  ['a case to replay', 12, spoiled(CASE, ['replay', 'input.json', ...target])],
  ['a case to shrink', 6, spoiled(CASE, ['shrink', 'input.json', ...target])],
  ['a case to make an issue of', 6, spoiled(CASE, ['issue', 'input.json', ...target])],
  ['a case to bisect', 6, spoiled(CASE, ['bisect', 'input.json'])],
  [
    'a case of a matrix',
    6,
    spoiled(
      CASE,
      ['matrix', '--targets', '2026.9.6', '--html', 'x.html', '--from', 'many'],
      'many/input.json',
    ),
  ],
  [
    'a baseline of a run',
    8,
    spoiled('{"baselineVersion":2,"causes":[]}', ['run', '--baseline', 'input.json', ...target]),
  ],
  [
    'a baseline of a gate',
    6,
    spoiled('{"baselineVersion":2,"causes":[]}', [
      'gate',
      '--candidate',
      '2026.9.6',
      '--against',
      '2026.4.24',
      '--baseline',
      'input.json',
    ]),
  ],
  ['results to merge', 8, spoiled('{"resultVersion":6}', ['merge', 'input.json', 'input.json'])],
  [
    'the plan of a stopped run',
    8,
    spoiled('{"recordVersion":1}', ['run', '--resume', 'record'], 'record/plan.json'),
  ],
  [
    'the configuration of a home',
    8,
    // An odd name is sound JSON5 all the same, and a home is kept as it is.
    spoiled('{"agents":{"defaults":{}}}', ['import', '.'], '.openclaw/openclaw.json')
      .filter(({ files }) => !isSettings(String(files['.openclaw/openclaw.json'])))
      .map((each) => ({ ...each, place: ['openclaw.json', 'The provider', '--model', '.openclaw'] })),
  ],
  ['a tarball', 8, spoiled('no tarball', ['run', '--target', './input.tgz'], 'input.tgz')],
  [
    'a tarball that is a candidate',
    4,
    spoiled('no tarball', ['gate', '--candidate', './input.tgz'], 'input.tgz'),
  ],
  [
    'a package folder',
    8,
    spoiled(MANIFEST, ['replay', 'case.json', '--target', './build'], 'build/package.json'),
  ],
  [
    'a target of a run',
    6,
    noTarget.map((text) => ({ argv: ['run', `--target=${text}`], files: {}, place: ['--target'] })),
  ],
  [
    'a target to install, behind a sound one',
    4,
    noTarget.map((text) => ({
      argv: ['targets', 'install', '2026.9.6', '--', text],
      files: {},
      place: ['--target'],
    })),
  ],
  [
    'a build to compare with',
    4,
    noTarget.map((text) => ({
      argv: ['gate', '--candidate', '2026.9.6', `--against=${text}`],
      files: {},
      place: ['--target'],
    })),
  ],
  ...['--json', '--html', '--junit', '--keep'].map(
    (option) => [`${option} of a run`, 3, placeOf(['run', ...target], option)] as const,
  ),
  ...['--json', '--html'].map(
    (option) => [`${option} of a replay`, 3, placeOf(['replay', 'case.json', ...target], option)] as const,
  ),
  ...['--json', '--html', '--junit'].map(
    (option) => [`${option} of a gate`, 2, placeOf(['gate', '--candidate', '2026.9.6'], option)] as const,
  ),
  ['--out of shrink', 4, placeOf(['shrink', 'case.json', ...target], '--out')],
  ['--out of import', 4, placeOf(['import', '.'], '--out')],
  ['--html of a matrix', 3, placeOf(['matrix', '--targets', '2026.9.6', '--from', '.'], '--html')],
  [
    '--keep of a matrix',
    3,
    placeOf(['matrix', '--targets', '2026.9.6', '--html', 'x.html', '--from', '.'], '--keep'),
  ],
  ...['--cases', '--seed', '--workers', '--shard', '--paths'].map(
    (option) => [`${option} of a run`, 2, oddValue(['run'], option)] as const,
  ),
];

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
  expect(KINDS.reduce((sum, [, runs]) => sum + runs, 0)).toBeGreaterThanOrEqual(150);
});

// Each is a process of its own.
it.each(KINDS)(
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
