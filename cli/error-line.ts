/** One line for the failure of a command. */
import { CommanderError } from '@commander-js/extra-typings';
import { Interrupted } from '../search/evaluate/interrupted.ts';
import { Stopped } from '../search/evaluate/stopped.ts';
import { BadInput, MOST_CHARACTERS } from '../support/bad-input.ts';
import { fileOf, fileProblem } from '../support/file-error.ts';
import { quoted, shortened } from '../support/one-line.ts';

/** A value in a message of Commander, which quotes it whole. */
const LONG_QUOTE = /'([^']{41,})'/g;

/** @returns null for an error that nobody foresaw: it is a fault of the suite, and its stack says where */
export function errorLine(error: unknown): string | null {
  if (error instanceof BadInput) return error.message;
  if (error instanceof Stopped || error instanceof Interrupted) return `${error.message}.`;
  if (error instanceof CommanderError) return commandLine(error);
  const reason = fileProblem(error);
  if (!reason) return null;
  const file = fileOf(error);
  return shortened(
    `${file ?? 'A file'} cannot be used: ${reason}. Check the path and its rights.`,
    MOST_CHARACTERS,
  );
}

/** An error on options and arguments: what says itself what to give needs no more. */
function commandLine({ code, message }: CommanderError): string {
  const told = message.replaceAll(LONG_QUOTE, (_, value: string) => `'${quoted(value).slice(1, -1)}'`);
  const fix = code === 'commander.invalidArgument' ? '' : '. See --help.';
  return shortened(`${told}${fix}`, MOST_CHARACTERS);
}
