import type { ProfileName } from '../../generators/axes/auth-profile.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import type { PathName } from '../../observation/path-name.ts';
import { firstCredentials } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { type Taken, takenIn } from '../over-steps.ts';
import { violationsOf } from '../violation.ts';

/** Paths that begin a session, or have none: a session that lasts keeps the profile that was chosen for it. */
const AFRESH: readonly PathName[] = ['chat', 'completion', 'image', 'http-responses'];

/** An entry may stand before profiles, so that setups of profiles alone are judged. */
export const storedOrder: Law = {
  id: 'stored-order',
  sentence: 'the profile that was put first by command is what the next call asks first',
  source:
    'openclaw@2026.9.6:docs/cli/models.md ("The stored order takes precedence over config for profile selection"); #45516',
  isOverSteps: true,
  judges: (judged) => orderedIn(judged).length > 0,
  check: (judged) =>
    violationsOf(
      'stored-order',
      familyOf(judged),
      orderedIn(judged).flatMap(({ taken: { observation, index }, first }) => {
        const sent = firstCredentials(observation)?.find((each) => each.kind === 'secret');
        const profile = sent && profileOf(sent.place);
        if (!profile || profile.name === first) return [];
        const { path } = observation;
        return [
          {
            path,
            reference: null,
            behaviour: 'another profile is asked',
            detail: `${path}, step ${index + 1}: profile ${first} was put first, and profile ${profile.name} is asked`,
          },
        ];
      }),
    ),
};

/** Paths that were taken after an order was set, where nothing was ever wrong with a profile. */
function orderedIn(judged: Judged): { readonly taken: Taken; readonly first: ProfileName }[] {
  const { entry, profiles } = judged.value.provider;
  if (entry !== null) return [];
  return takenIn(judged).flatMap((taken) => {
    const { before, observation } = taken;
    const first = before.findLast((step) => step.do === 'order-profiles')?.first;
    if (!first || !AFRESH.includes(observation.path)) return [];
    const isSound = before.every((step) => step.do !== 'provider' && step.do !== 'remove-profile');
    const stored = profiles.find(({ name }) => name === first);
    return isSound && stored?.secret.holds === 'live' ? [{ taken, first }] : [];
  });
}
