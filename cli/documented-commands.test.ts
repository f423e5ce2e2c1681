/** The commands in documents and workflows: each is one of the command line, with options that it has. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { conformanceCommand } from '../suites/conformance-command.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { createProgram } from './program.ts';

const program = createProgram() as CommandUnknownOpts;
const names = program.commands.map((each) => each.name());
const DOCUMENTS = globSync(['*.md', 'docs/*.md', 'docs/workflows/*.yml', 'action.yml'], {
  cwd: PACKAGE_ROOT,
});

/** A command in full, or in backquotes by its name alone, up to the end of its code or line. */
const CALL = new RegExp(
  `(?:(?<![\\w./-])(auth-conformance|test:conformance)|(?<=\`)(?=(?:${names.join('|')}) ))([^\\n\`]*)`,
  'g',
);

interface Call {
  readonly main: CommandUnknownOpts;
  readonly words: readonly string[];
}

/** The commands of a text. A backslash at the end of a line continues it; `#` and `&&` end a command. */
function callsIn(text: string): Call[] {
  return [
    ...text
      .replaceAll(/\\\n\s*/g, '')
      .replaceAll(' && ', '\n')
      .matchAll(CALL),
  ].map(([, called, rest = '']) => ({
    main: called === 'test:conformance' ? (conformanceCommand() as CommandUnknownOpts) : program,
    words: rest
      .split(/ (?:#|&&) /)[0]!
      .split(/\s+/)
      .filter(Boolean),
  }));
}

/** The parts of a call that the command line would refuse: a command or an option that it does not have. */
function problemOf({ main, words: [first, ...rest] }: Call): string[] {
  if (first === undefined) return [];
  const below = main.commands.find((each) => each.name() === first);
  if (below) return problemOf({ main: below, words: rest });
  const isGroup = main.commands.length > 0 && !first.startsWith('-') && main === program;
  const known = ['--help', '--version', ...main.options.map(({ long }) => long)];
  const unknown = [first, ...rest]
    .map((word) => /^--[a-z-]+/.exec(word)?.[0])
    .filter((word) => word !== undefined);
  return [
    ...(isGroup ? [`no command ${first}`] : []),
    ...unknown.filter((option) => !known.includes(option)).map((option) => `${main.name()} has no ${option}`),
  ];
}

const problemsIn = (text: string) => callsIn(text).flatMap(problemOf);

describe('a command in a document', () => {
  it.each(DOCUMENTS)('%s: is one that there is, and has the options that it is given', (file) => {
    expect(problemsIn(readFileSync(path.join(PACKAGE_ROOT, file), 'utf8'))).toEqual([]);
  });

  it('is read where it stands: in code, over two lines, and behind another one', () => {
    const calls = DOCUMENTS.flatMap((file) => callsIn(readFileSync(path.join(PACKAGE_ROOT, file), 'utf8')));
    expect(calls.length).toBeGreaterThan(30);
    expect(
      problemsIn('`auth-conformance import HOME --paths image` and `import HOME --failing image`'),
    ).toEqual(['import has no --paths']);
    expect(problemsIn('pnpm test:conformance --target A \\\n  --html page.html   # one page')).toEqual([
      'test:conformance has no --html',
    ]);
    expect(problemsIn('auth-conformance run --json a.json && auth-conformance gat --candidate A')).toEqual([
      'no command gat',
      'auth-conformance has no --candidate',
    ]);
    expect(problemsIn('`promises diff A B --markdown`, `targets --all`')).toEqual([
      'diff has no --markdown',
      'targets has no --all',
    ]);
  });
});
