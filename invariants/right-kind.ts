import type { Credential, PathName } from '../gateway/observation.ts';
import { violationsOf } from './fingerprint.ts';
import { familyOf, type Law } from './law.ts';

export const rightKind: Law = {
  id: 'right-kind',
  sentence:
    'what is sent as a key is one: no oauth token as an API key, no refresh token, no unrelated variable',
  source: 'docs/concepts/oauth.md; shared/auth-contract.md 2.4 (header by kind)',
  check: (judged) =>
    violationsOf(
      'right-kind',
      familyOf(judged),
      judged.observations.flatMap(({ path, requests }) =>
        requests.flatMap(({ credentials, host }) =>
          credentials.flatMap((credential) => {
            const problem = misuse(credential, path);
            if (!problem) return [];
            const detail = `${path} sends ${credential.place} as ${credential.scheme} to ${host}: ${problem}`;
            return [{ path, reference: null, pattern: problem, detail }];
          }),
        ),
      ),
    ),
};

/**
 * Paths of OpenAI that a subscription does not pay for.
 *
 * @source docs/reference/memory-config.md; docs/providers/openai/voice-and-speech.md
 */
const TAKE_KEYS: readonly PathName[] = ['embedding', 'memory', 'speech'];

function misuse({ scheme, place, pattern, provider }: Credential, path: PathName): string | null {
  if (pattern.endsWith('(foreign-name)')) return 'the value of an unrelated variable';
  if (pattern === 'refresh token') return 'a refresh token';
  if (place?.includes('(oauth)') && scheme !== 'bearer') return `an oauth token as ${scheme}`;
  if (place?.includes('(oauth)') && provider === 'openai' && TAKE_KEYS.includes(path))
    return 'a token of a subscription, where a key is needed';
  return null;
}
