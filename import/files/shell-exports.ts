/** A profile of the login shell, as far as a build can see it. */
import { parseEnv } from 'node:util';

/** `source FILE`, or `. FILE`, also behind a test that it is there. */
const SOURCED = /(?:^|&&|;|\bthen\b)[ \t]*(?:source|\.)[ \t]+(["']?)([^\s"';&|]+)\1/gm;

/** The variables that it exports, and the files that it reads, as such a file: the rest of it is the user's. */
export function exportsOnly(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => /^\s*export\s+\w+=/.test(line));
  const exports = Object.entries(parseEnv(lines.join('\n'))).map(
    ([name, value]) => `export ${name}='${(value ?? '').replaceAll("'", "'\\''")}'\n`,
  );
  return [...sourcedIn(text).map((file) => `. "${file}"\n`), ...exports].join('');
}

/** The files that it reads, with `$HOME` for the home. */
export function sourcedIn(text: string): string[] {
  return [...text.matchAll(SOURCED)].map(([, , file = '']) => file.replace(/^(~|\$\{HOME\})(?=\/)/, '$HOME'));
}
