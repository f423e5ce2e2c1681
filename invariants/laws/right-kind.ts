import { providerNamed } from '../../generators/providers/catalog.ts';
import { holderOf, sourceOf } from '../../generators/secrets/place.ts';
import { holdsToken } from '../../generators/secrets/secret-text.ts';
import { type Credential, isSameOrigin, isSubscriptionToken } from '../../observation/credential.ts';
import { describeOrigin } from '../../observation/credential-text.ts';
import type { PathName } from '../../observation/path-name.ts';
import { asksUsage, pathOf } from '../../paths/paths.ts';
import { familyOf, type GeneralLaw } from '../law.ts';
import { violationsOf } from '../violation.ts';

export const rightKind: GeneralLaw = {
  id: 'right-kind',
  // Each observation says it by itself.
  over: 'both',
  sentence:
    'what is sent as a key is one: no oauth token as an API key, no refresh token, no unrelated variable, and no key where usage is told of tokens alone',
  // docs/openclaw-auth-contract.md 2.4 has the header of each kind.
  source:
    'openclaw@2026.9.6:docs/concepts/oauth.md (what a subscription gives is a token, and no API key); openclaw@2026.9.6:docs/concepts/usage-tracking.md ("never sends inference credentials")',
  check: (judged) =>
    violationsOf(
      'right-kind',
      familyOf(judged),
      judged.observations.flatMap(({ path, requests }) =>
        requests.flatMap(({ credentials, host }) =>
          credentials.flatMap((credential) => {
            const problem = misuse(credential, credentials, path);
            if (!problem) return [];
            const detail = `${path} sends ${describeOrigin(credential)} as ${credential.scheme} to ${host}: ${problem}`;
            return [{ path, reference: null, behaviour: problem, detail }];
          }),
        ),
      ),
    ),
};

/** @param beside all credentials of the request */
function misuse(credential: Credential, beside: readonly Credential[], path: PathName): string | null {
  if (credential.kind !== 'secret') return null;
  const { scheme, place } = credential;
  if (sourceOf(place) === 'foreign-name') return 'the value of an unrelated variable';
  if (holderOf(place) === 'refresh token') return 'a refresh token';
  const { subscription, readsBearers, usage } = providerNamed(place.provider) ?? {};
  const isKey = place.holder !== 'home' && !holdsToken(place);
  if (usage?.of === 'tokens' && asksUsage(pathOf(path)) && isKey)
    return 'a key, where usage is told of tokens alone';
  if (!isSubscriptionToken(credential)) return null;
  if (subscription?.notFor?.includes(path)) return 'a token of a subscription, where a key is needed';
  const isBearer = [credential, ...(readsBearers ? beside : [])].some(
    (each) => each.scheme === 'bearer' && isSameOrigin(each, credential),
  );
  return isBearer ? null : `an oauth token as ${scheme}`;
}
