/** `auth-conformance import`: a real OpenClaw home as a case, without its secrets. */
import { Command } from '@commander-js/extra-typings';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { caseOfHome } from '../../import/case-of-home.ts';
import { leaksOf } from '../../import/leaks.ts';
import { readOpenClawHome } from '../../import/openclaw-home.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { setupText } from '../../reports/setup-text.ts';
import { BadInput } from '../../support/bad-input.ts';
import { suiteLine } from '../../support/shell-line.ts';
import { writeWhole } from '../../support/write-whole.ts';
import { pathList } from '../options.ts';
import { checkOutputs } from '../output-places.ts';

interface ImportOptions {
  out: string;
  model?: string;
  variables?: string;
  name?: string;
  paths: PathName[];
}

export function importCommand() {
  return (
    new Command('import')
      .description('read a copied OpenClaw home as a case: its structure, and none of its secrets')
      .argument('<folder>', 'the home folder, or its .openclaw')
      .option('--model <reference>', 'provider/model of the call that failed (default: the configured one)')
      // `--env-file` would be taken by Node itself, also behind the name of a script.
      .option('--variables <file>', 'variables of the process, in .env form')
      .option('--paths <list>', `what failed: some of ${ALL_PATHS.join(',')}`, pathList, [])
      .option('--name <text>', 'what the case is called')
      .option('--out <file>', 'where the case is written', 'imported-case.json')
      .action(async (folder: string, options: ImportOptions) => {
        checkOutputs({ '--out': options.out });
        const home = await readOpenClawHome(folder, options.variables ?? null);
        const { case: value, leftOut } = caseOfHome(home, options.model ?? null);
        const { name = null, paths: failing } = options;
        const file = { schemaVersion: 1, name, failing, claim: null, seenOn: [], case: value };
        const output = `${JSON.stringify(file, null, 2)}\n`;
        const leaks = leaksOf(home, output);
        if (leaks.length > 0) {
          throw new BadInput(
            `${leaks.length} texts of ${folder} would be left in the case, the first of ${leaks[0]?.place}. Nothing was written: please report it, without the text.`,
          );
        }
        await writeWhole(options.out, output);
        const lines = [
          setupText(value, home.version ?? DEFAULT_TARGET),
          '',
          `read: ${home.files.join(', ')}`,
          ...leftOut.map((each) => `left out: ${each}`),
          `No text of ${folder} is in ${options.out}.`,
          `next: ${suiteLine('shrink', options.out, '--target', home.version ?? DEFAULT_TARGET)}`,
        ];
        process.stdout.write(`${lines.join('\n')}\n`);
      })
  );
}
