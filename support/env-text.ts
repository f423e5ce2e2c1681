import { parseEnv } from 'node:util';

/** The variables of a text in the form of `.env`. */
export function variablesIn(text: string): Record<string, string> {
  return Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']));
}
