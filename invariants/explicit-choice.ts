import type { AuthProfile } from '../generators/auth-profile.ts';
import { credentialsHolder, credentialsKey, firstCredentials } from './behaviour.ts';
import { violationsOf } from './fingerprint.ts';
import { familyOf, type Law, observed } from './law.ts';

/**
 * `profile` of a media entry: its secret and no other. `preferredProfile`: its secret first. Judged where the named
 * profile can be used; what happens otherwise is not promised.
 */
export const explicitChoice: Law = {
  id: 'explicit-choice',
  sentence: 'a profile that a media entry names is used by the path of that entry',
  source: 'docs/nodes/media-understanding.md (profile, preferredProfile)',
  check: (judged) => {
    const { mediaPin: pin, mediaSelection, provider } = judged.value;
    if (!pin || mediaSelection !== 'entries') return [];
    const named = provider.profiles.find(({ name }) => name === pin.name);
    const isListed = !provider.order || provider.order.names.includes(pin.name);
    if (!named || !isUsable(named) || (pin.field === 'preferredProfile' && !isListed)) return [];
    const id = ` ${provider.id}:${pin.name} `;
    return violationsOf(
      'explicit-choice',
      familyOf(judged),
      (['image', 'audio', 'video'] as const).flatMap((path) => {
        const observation = observed(judged, path);
        if (observation?.model.provider !== provider.id) return [];
        const sent = firstCredentials(observation);
        if (!sent || sent.some(({ place }) => place?.includes(id))) return [];
        return [
          {
            path,
            reference: null,
            pattern: `${credentialsHolder(sent)} in place of its ${pin.field}`,
            detail: `${path} sends ${credentialsKey(sent)}, its ${pin.field} is${id}`.trim(),
          },
        ];
      }),
    );
  },
};

function isUsable({ secret, expires, cooldown }: AuthProfile): boolean {
  const inTime = expires === 'never' || expires === 'later';
  return secret.holds !== 'nothing' && secret.shape === 'plain' && inTime && cooldown === 'none';
}
