import { parseEnv } from 'node:util';

/** The variables that a profile of the login shell exports, as such a file: the rest of it is the user's. */
export function exportsOnly(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => /^\s*export\s+\w+=/.test(line));
  return Object.entries(parseEnv(lines.join('\n')))
    .map(([name, value]) => `export ${name}='${(value ?? '').replaceAll("'", "'\\''")}'\n`)
    .join('');
}
