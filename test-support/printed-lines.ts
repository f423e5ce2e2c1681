/** The commands of this suite that a text tells its reader to run. */
import { existsSync } from 'node:fs';
import { createProgram } from '../cli/program.ts';

const LINE = /\bnode (\S*auth-conformance\.js) ([^\n<|]+)/g;

/** The lines of a text, each from `node` to its end. */
export function printedLines(text: string): string[] {
  return [...text.matchAll(LINE)].map(([line]) => line.trim());
}

/** The faults of a line where it was printed; an empty list where it runs. Its words have no spaces. */
export function faultsOfLine(line: string): string[] {
  const [, script = '', name = '', ...words] = line.split(' ');
  const command = createProgram().commands.find((each) => each.name() === name);
  const subcommand = command?.commands.find((each) => each.name() === words[0]);
  const { unknown = [] } = (subcommand ?? command)?.parseOptions(words) ?? {};
  return [
    ...(existsSync(script) ? [] : [`there is no ${script}`]),
    ...(command ? [] : [`there is no command ${name}`]),
    ...unknown.map((option) => `${name} has no ${option}`),
  ];
}
