/** Commands as a user can paste them into a shell. */
import path from 'node:path';
import { PACKAGE_ROOT } from './package-root.ts';

/** Words of a command as one line of a POSIX shell, each quoted where a shell would read something else in it. */
export function shellQuoted(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}

/**
 * The line that calls this suite again from the folder in which it was started: of a checkout and of a package that
 * `npx` installed somewhere, with whichever Node and without another tool.
 */
export function suiteLine(...words: readonly string[]): string {
  const script = path.join(PACKAGE_ROOT, 'bin', 'auth-conformance.js');
  const relative = path.relative('', script);
  return shellQuoted(['node', relative.startsWith('..') ? script : relative, ...words]);
}
