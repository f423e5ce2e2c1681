/**
 * Input that cannot be used: a case file, target, option or baseline. Ends a command with exit code 2 and one
 * line that gives the value, the place and the fix.
 */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
