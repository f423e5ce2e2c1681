/** The words of a command with placeholders in the place of secrets. */
import type { JsonPlace } from './clean-json.ts';
import { isFieldOfSecret } from './names.ts';
import type { Vault, Whose } from './vault.ts';

const OPTION = /^--([\w-]+)$/;
const WITH_VALUE = /^(--([\w-]+)=)(.+)$/;
const SETTING: Whose = { kind: 'setting', provider: null, profile: null };

export function cleanWords(
  words: readonly string[],
  vault: Vault,
  { place }: Pick<JsonPlace, 'place'>,
): string[] {
  return words.map((word, at) => {
    const [, head = '', own, text = word] = WITH_VALUE.exec(word) ?? [];
    const option = own ?? OPTION.exec(words[at - 1] ?? '')?.[1] ?? '';
    if (OPTION.test(word)) return word;
    if (isFieldOfSecret(option)) return `${head}${vault.whole(`--${option}`, text, SETTING)}`;
    return `${head}${place(vault.scrubbed(`word ${at + 1} of a command`, text, SETTING))}`;
  });
}
