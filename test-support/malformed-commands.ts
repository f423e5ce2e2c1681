/** Commands with malformed input, of each kind that there is. Each is to be refused before anything is installed or written. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { isVersion } from '../gateway/versions/version.ts';
import { isJsonRecord } from '../support/json-record.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { parseJson5 } from '../support/read-json.ts';
import { configuredHome } from './configured-home.ts';
import { oddText, spoiledBytes } from './malformed.ts';

/** A command with input that it cannot use. */
export interface Input {
  readonly argv: readonly string[];
  /** Files by name; null: a folder. */
  readonly files: Readonly<Record<string, Buffer | string | null>>;
  /** Some text of which the line must hold one. */
  readonly place: readonly string[];
}

const CASE = readFileSync(path.join(PACKAGE_ROOT, 'cases/openai-masked-key.json'), 'utf8');
const HOME_CASE = JSON.stringify({ schemaVersion: 1, case: configuredHome({ agents: { defaults: {} } }) });
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

export const MALFORMED_COMMANDS: readonly (readonly [
  what: string,
  runs: number,
  arbitrary: fc.Arbitrary<Input>,
])[] = [
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
    noTarget.map((text) => ({ argv: ['run', `--target=${text}`], files: {}, place: ['names no build'] })),
  ],
  [
    'a target to install, behind a sound one',
    4,
    noTarget.map((text) => ({
      argv: ['targets', 'install', '2026.9.6', '--', text],
      files: {},
      place: ['names no build'],
    })),
  ],
  [
    'a build to compare with',
    4,
    noTarget.map((text) => ({
      argv: ['gate', '--candidate', '2026.9.6', `--against=${text}`],
      files: {},
      place: ['names no build'],
    })),
  ],
  ...['replay', 'shrink', 'issue'].map(
    (name) =>
      [`a home to ${name}`, 3, spoiled(HOME_CASE, [name, 'input.json', ...target], 'input.json')] as const,
  ),
  ...[['fields'], ['promises'], ['replay', 'case.json'], ['shrink', 'case.json'], ['issue', 'case.json']].map(
    (argv) =>
      [
        `a target of ${argv[0]}`,
        3,
        noTarget.map((text) => ({
          argv: [...argv, `--target=${text}`],
          files: { 'case.json': CASE },
          place: ['names no build'],
        })),
      ] as const,
  ),
  ...[
    ['promises', 'diff', DEFAULT_TARGET],
    ['promises', 'keep'],
    ['targets', 'remove'],
  ].map(
    (argv) =>
      [
        `a build of ${argv.slice(0, 2).join(' ')}`,
        3,
        noTarget.map((text) => ({ argv: [...argv, '--', text], files: {}, place: ['names no build'] })),
      ] as const,
  ),
  [
    'a folder whose fields are asked for',
    3,
    spoiled(MANIFEST, ['fields', '--target', './build'], 'build/package.json'),
  ],
  [
    'variables of a home',
    3,
    fc.constantFrom('folder', 'case.json/out', 'none/at-all', '/proc/none').map((place) => ({
      argv: ['import', '.', `--variables=${place}`],
      files: {
        'case.json': CASE,
        folder: null,
        '.openclaw/openclaw.json': '{ agents: { defaults: { model: "openai/gpt-5.4" } } }',
      },
      place: ['--variables', path.basename(place)],
    })),
  ],
  ...['--json', '--html', '--junit', '--keep'].map(
    (option) => [`${option} of a run`, 3, placeOf(['run', ...target], option)] as const,
  ),
  ...['--json', '--html'].map(
    (option) => [`${option} of a replay`, 3, placeOf(['replay', 'case.json', ...target], option)] as const,
  ),
  ...['--json', '--html', '--junit', '--keep'].map(
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
  ...[
    ['replay', '--lane'],
    ['replay', '--reference'],
    ['replay', '--law'],
    ['shrink', '--law'],
    ['shrink', '--time'],
    ['import', '--failing'],
    ['gate', '--cases'],
    ['gate', '--seed'],
  ].map(([name, option]) => [`${option} of ${name}`, 2, oddValue([name!, 'case.json'], option!)] as const),
];
