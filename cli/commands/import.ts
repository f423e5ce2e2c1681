/** `auth-conformance import`: a real OpenClaw home as a case, without its secrets. */
import { Command } from '@commander-js/extra-typings';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import type { LaterStep } from '../../home-case/later-step.ts';
import { readRawHome } from '../../import/files/raw-home.ts';
import { homeCaseOf } from '../../import/home-case-of.ts';
import { leakCount } from '../../import/leaks-of-home.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { importText } from '../../reports/import-text.ts';
import { BadInput } from '../../support/bad-input.ts';
import { writeWhole } from '../../support/write-whole.ts';
import { pathList } from '../options.ts';
import { checkOutputs } from '../output-places.ts';

/** The words of a command, without the program's name; quotes keep words together. */
function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
  const [first, ...rest] = words;
  if (words.length === 0)
    throw new BadInput('--before and --then want a command. Give the words after openclaw.');
  return first === 'openclaw' && rest.length > 0 ? rest : words;
}

/** A step of `--then`: what is none of its own words is a command of the build. */
function stepOf(text: string): LaterStep {
  const [, secret] = /^replace\s+(\S.*)$/.exec(text.trim()) ?? [];
  if (secret) return { do: 'replace', secret };
  const word = text.trim();
  if (word === 'restart' || word === 'reload-secrets') return { do: word };
  return { do: 'run', words: wordsOf(text) };
}

const collected = (text: string, before: readonly string[]): string[] => [...before, text];

interface ImportOptions {
  out: string;
  model?: string;
  agent?: string;
  variables?: string;
  name?: string;
  failing: PathName[];
  live: string[];
  before: string[];
  then: string[];
}

export function importCommand() {
  return (
    new Command('import')
      .description('read a copied OpenClaw home as a case: its files, and none of its secrets')
      .argument('<folder>', 'the home folder, or its .openclaw')
      .option('--model <reference>', 'provider/model of the call that failed (default: the configured one)')
      .option('--agent <id>', 'the agent that took the turn (default: the usual one)')
      // `--env-file` would be taken by Node itself, also behind the name of a script.
      .option('--variables <file>', 'variables of the process, in .env form')
      .option('--failing <list>', `paths that failed: some of ${ALL_PATHS.join(',')}`, pathList, [])
      .option(
        '--before <command>',
        'a command that was run on the home before, without openclaw, again for each: "doctor --fix"',
        collected,
        [],
      )
      .option(
        '--then <step>',
        'a step after the paths were taken, again for each: restart, reload-secrets, "replace NAME" of a secret, or a command of openclaw',
        collected,
        [],
      )
      .option(
        '--live <name>',
        'a secret that is accepted, again for each (default: all but tokens that had expired)',
        collected,
        [],
      )
      .option('--name <text>', 'name of the case')
      .option('--out <file>', 'where the case is written', 'imported-case.json')
      .action((folder: string, options: ImportOptions) => importHome(folder, options))
  );
}

async function importHome(folder: string, options: ImportOptions): Promise<void> {
  const { model = null, agent = null, variables = null, name = null, failing, out } = options;
  checkOutputs({ '--out': out });
  const home = readRawHome(folder, variables);
  const live = options.live.length > 0 ? options.live : null;
  const [before, after] = [options.before.map(wordsOf), options.then.map(stepOf)];
  const imported = homeCaseOf(home, { model, agent, failing, before, after, live });
  const value = imported.case;
  const file = { schemaVersion: 1, name, failing, claim: null, seenOn: [], case: value };
  const output = `${JSON.stringify(file, null, 2)}\n`;
  const report = `${importText(imported, value.writtenBy ?? DEFAULT_TARGET, out)}\n`;
  const leaks = leakCount(imported.texts, output + report);
  if (leaks > 0)
    throw new BadInput(
      `${leaks} secrets of ${folder} would be left in the case. Nothing was written: please report it, without the text.`,
    );
  await writeWhole(out, output);
  process.stdout.write(report);
}
