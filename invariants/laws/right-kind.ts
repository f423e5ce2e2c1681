import type { Credential } from '../../observation/credential.ts';
import type { PathName } from '../../observation/path-name.ts';
import { violationsOf } from '../fingerprint.ts';
import { familyOf, type Law } from '../law.ts';

export const rightKind: Law = {
  id: 'right-kind',
  sentence:
    'what is sent as a key is one: no oauth token as an API key, no refresh token, no unrelated variable',
  // docs/openclaw-auth-contract.md 2.4 has the header of each kind.
  source: 'openclaw@2026.9.6:docs/concepts/oauth.md (what a subscription gives is a token, and no API key)',
  check: (judged) =>
    violationsOf(
      'right-kind',
      familyOf(judged),
      judged.observations.flatMap(({ path, requests }) =>
        requests.flatMap(({ credentials, host }) =>
          credentials.flatMap((credential) => {
            const problem = misuse(credential, credentials, path);
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
 * @source openclaw@2026.9.6:docs/reference/memory-config.md;
 *   openclaw@2026.9.6:docs/providers/openai/voice-and-speech.md
 */
const TAKE_KEYS: readonly PathName[] = ['embedding', 'memory', 'speech'];

/**
 * Providers that read a bearer, whatever other header there is beside it.
 *
 * @source openclaw@2026.9.6:CHANGELOG.md, 2026.2.26, "Models/MiniMax auth header defaults"
 */
const READ_BEARERS: readonly string[] = ['minimax-portal'];

/** @param beside all credentials of the request */
function misuse(credential: Credential, beside: readonly Credential[], path: PathName): string | null {
  const { scheme, place, pattern, provider } = credential;
  if (pattern.endsWith('(foreign-name)')) return 'the value of an unrelated variable';
  if (pattern === 'refresh token') return 'a refresh token';
  if (!place?.includes('(oauth)')) return null;
  if (provider === 'openai' && TAKE_KEYS.includes(path))
    return 'a token of a subscription, where a key is needed';
  const isBearer = [credential, ...(READ_BEARERS.includes(provider ?? '') ? beside : [])].some(
    (each) => each.scheme === 'bearer' && each.place === place,
  );
  return isBearer ? null : `an oauth token as ${scheme}`;
}
