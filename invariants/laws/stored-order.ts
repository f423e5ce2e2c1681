import type { ProfileName } from '../../generators/axes/auth-profile.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { keepUsable } from '../../generators/steps/step.ts';
import type { PathName } from '../../observation/path-name.ts';
import { firstCredentials } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { type Taken, takenIn } from '../over-steps.ts';
import { violationsOf } from '../violation.ts';

/** Paths that begin a session, or have none: a session that lasts keeps the profile that was chosen for it until it begins anew. */
const AFRESH: readonly PathName[] = ['chat', 'completion', 'image', 'http-responses'];

/** An entry may stand before profiles, so that setups of profiles alone are judged. */
export const storedOrder: Law = {
  id: 'stored-order',
  sentence: 'the profile that was put first by command is what the next call asks first',
  source:
    'openclaw@2026.9.6:docs/cli/models.md ("The stored order takes precedence over config for profile selection"); CHANGELOG of openclaw 2026.4.20 ("clear auto-sourced model, provider, and auth-profile overrides on `/new`"); #45516',
  over: 'steps',
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

/** Paths that were taken with an order of profiles alone, where nothing was ever wrong with a profile. */
function orderedIn(judged: Judged): { readonly taken: Taken; readonly first: ProfileName }[] {
  const { entry, profiles } = judged.value.provider;
  if (entry !== null) return [];
  return takenIn(judged).flatMap((taken) => {
    const first = firstOf(judged, taken);
    const stored = profiles.find(({ name }) => name === first);
    return first && keepUsable(taken.before) && stored?.secret.holds === 'live' ? [{ taken, first }] : [];
  });
}

/** The profile that a path has to ask first; undefined where no document says so. */
function firstOf({ value }: Judged, { before, observation }: Taken): ProfileName | undefined {
  const set = before.findLast((step) => step.do === 'order-profiles')?.first;
  if (AFRESH.includes(observation.path)) return set;
  const begun = before.findLastIndex((step) => step.do === 'new-session');
  const isPinned = before.some((step) => step.do === 'choose-in-session');
  if (observation.path !== 'socket-chat' || begun < 0 || isPinned) return undefined;
  const { order } = value.provider;
  const since = before.slice(begun).some((step) => step.do === 'order-profiles');
  return since ? undefined : (set ?? (order?.where === 'store' ? order.names[0] : undefined));
}
