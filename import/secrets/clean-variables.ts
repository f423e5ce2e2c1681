/** Variables of a home with placeholders in the place of secrets. */
import type { JsonPlace } from './clean-json.ts';
import { isVariableOfSecret } from './names.ts';
import type { Vault, Whose } from './vault.ts';
import { isNoSecret } from './words.ts';

/** @param where what follows the names of its secrets */
export function cleanVariables(
  variables: Readonly<Record<string, string>>,
  where: string,
  vault: Vault,
  { ofVariable, place }: Pick<JsonPlace, 'ofVariable' | 'place'>,
): Record<string, string> {
  const cleaned = Object.fromEntries(
    Object.entries(variables).map(([name, text]) => {
      const key = vault.scrubbed('', name, 'id');
      const own: Whose = { kind: 'environment', provider: ofVariable(name), profile: null };
      if (isNoSecret(text)) return [key, text];
      if (isVariableOfSecret(name)) return [key, vault.whole(`${key}${where}`, text, own)];
      return [key, place(vault.scrubbed(`${key}${where}`, text, own))];
    }),
  );
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = cleaned;
  signing(vault, id, secret, token);
  return cleaned;
}

/** Says of an access key which secret signs for it. */
export function signing(vault: Vault, id?: string, secret?: string, token?: string): void {
  const name = (placeholder: string | undefined) => placeholder?.slice(2, -2) ?? null;
  if (id && secret)
    vault.amend(id, {
      form: 'aws',
      provider: 'amazon-bedrock',
      signedBy: name(secret),
      session: name(token),
    });
}
