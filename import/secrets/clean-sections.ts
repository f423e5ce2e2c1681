import type { JsonPlace } from './clean-json.ts';
import { signing } from './clean-variables.ts';
import { isFieldOfSecret } from './names.ts';
import type { Vault, Whose } from './vault.ts';

const AWS: Whose = { kind: 'aws', provider: 'amazon-bedrock', profile: null };

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The sections of an AWS file, with placeholders. */
export function cleanSections(
  sections: Sections,
  vault: Vault,
  { place }: Pick<JsonPlace, 'place'>,
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(sections).map(([title, settings]) => {
      const name = vault.scrubbed('', title, 'id');
      const cleaned = Object.fromEntries(
        Object.entries(settings).map(([key, text]) => {
          const isSecret = key === 'aws_access_key_id' || isFieldOfSecret(key);
          const label = `~/.aws ${name} ${key}`;
          if (isSecret) return [key, vault.whole(label, text, AWS)];
          return [key, place(vault.scrubbed(label, text, key.endsWith('_process') ? AWS : 'id'))];
        }),
      );
      const { aws_access_key_id: id, aws_secret_access_key: secret, aws_session_token: token } = cleaned;
      signing(vault, id, secret, token);
      return [name, cleaned];
    }),
  );
}
