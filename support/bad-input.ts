/**
 * Input that cannot be used: a case file, target, option or baseline. Ends a command with exit code 2 and one
 * line that gives the value, the place and the fix.
 */
import { shortened } from './one-line.ts';

/** More than any line needs: a list of providers, or a long path and its fix. */
export const MOST_CHARACTERS = 500;

export class BadInput extends Error {
  override readonly name = 'BadInput';

  /** @param line may quote input: it is made one line without control characters, and shortened in its middle */
  constructor(line: string) {
    super(shortened(line, MOST_CHARACTERS));
  }
}
