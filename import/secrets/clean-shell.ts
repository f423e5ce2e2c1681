import type { JsonPlace } from './clean-json.ts';
import { cleanVariables } from './clean-variables.ts';
import type { Vault } from './vault.ts';

/** The exports of a login shell's profile, with placeholders: `export NAME='…'`, a line each. */
export function cleanShell(
  text: string,
  path: string,
  vault: Vault,
  common: Pick<JsonPlace, 'ofVariable' | 'place'>,
): string {
  const exports = [...text.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const variables: Record<string, string> = Object.fromEntries(exports);
  return Object.entries(cleanVariables(variables, ` in ${path}`, vault, common))
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join('');
}
