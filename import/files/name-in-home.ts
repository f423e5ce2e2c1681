/** Names of files below a home, however the home's folder was called on the user's machine. */
import path from 'node:path';

/** The folders that homes are in. */
export const USERS_HOME = /^(\/home\/[^/]+|\/Users\/[^/]+|\/root|[A-Z]:[\\/]Users[\\/][^\\/]+)([\\/]|$)/;

/** The name of a file below the home, given as it is called in a home; null for one outside. */
export function nameInHome(name: string): string | null {
  const inState = name.lastIndexOf('/.openclaw/');
  const own = inState >= 0 ? name.slice(inState + 1) : name.replace(/^~\//, '').replace(USERS_HOME, '');
  return path.isAbsolute(own) || own.startsWith('..') || own === '' ? null : path.normalize(own);
}
