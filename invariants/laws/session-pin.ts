import type { ProfileName } from '../../generators/axes/auth-profile.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { firstCredentials } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { type Taken, takenIn } from '../over-steps.ts';
import { violationsOf } from '../violation.ts';

/** A pin yields to a cooldown and goes with its profile, so that nothing is judged after a trouble or a removal. */
export const sessionPin: Law = {
  id: 'session-pin',
  sentence: 'a profile that the user chose in a session is what the session asks first',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md ("It remains the first preference when eligible"); #81837',
  isOverSteps: true,
  judges: (judged) => pinnedIn(judged).length > 0,
  check: (judged) =>
    violationsOf(
      'session-pin',
      familyOf(judged),
      pinnedIn(judged).flatMap(({ taken: { observation, index }, profile }) => {
        const first = firstCredentials(observation)?.find((each) => each.kind === 'secret');
        const sent = first && profileOf(first.place);
        if (sent?.name === profile) return [];
        const { path } = observation;
        return [
          {
            path,
            reference: null,
            behaviour: `the chosen profile is not asked, ${first ? 'another credential is' : 'nor any'}`,
            detail: `${path}, step ${index + 1}: the session was told to use profile ${profile}, and sends ${sent ? `profile ${sent.name}` : first ? 'another credential' : 'nothing'}`,
          },
        ];
      }),
    ),
};

/** Turns of the session after a choice of a profile that is there and was never in trouble. */
function pinnedIn(judged: Judged): { readonly taken: Taken; readonly profile: ProfileName }[] {
  return takenIn(judged).flatMap((taken) => {
    const { before, observation } = taken;
    const pinned = before.flatMap((step) =>
      step.do === 'choose-in-session' && step.profile ? [step.profile] : [],
    );
    const profile = pinned.at(-1);
    if (observation.path !== 'socket-chat' || !profile) return [];
    const isSound = before.every((step) => step.do !== 'provider' && step.do !== 'remove-profile');
    const stored = judged.value.provider.profiles.find(({ name }) => name === profile);
    return isSound && stored?.secret.holds === 'live' ? [{ taken, profile }] : [];
  });
}
