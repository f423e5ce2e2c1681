import type { JsonPlace } from './clean-json.ts';
import { cleanVariables } from './clean-variables.ts';
import type { Vault } from './vault.ts';

/** The exports of a login shell's profile, with placeholders: `export NAME='…'`, a line each, after the files that it reads. */
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
  const sourced = [...text.matchAll(/^\. "(.*)"$/gm)].map(
    ([, file = '']) => `. "${vault.scrubbed('', file, 'id')}"\n`,
  );
  const variables: Record<string, string> = Object.fromEntries(exports);
  const cleaned = Object.entries(cleanVariables(variables, ` in ${path}`, vault, common));
  return [...sourced, ...cleaned.map(([name, value]) => `export ${name}='${value}'\n`)].join('');
}
