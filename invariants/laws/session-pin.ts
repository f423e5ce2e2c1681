import type { ProfileName } from '../../generators/axes/auth-profile.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { keepUsable } from '../../generators/steps/step.ts';
import { firstCredentials, modelRequests, outcomeText } from '../behaviour.ts';
import { pinsOutliveSessions } from '../kept-pins.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { type Taken, takenIn } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** A pin yields to a cooldown, so that nothing is judged after a trouble. */
export const sessionPin: Law = {
  id: 'session-pin',
  sentence: 'a profile that the user chose in a session is what the session asks first',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md ("It remains the first preference when eligible", "OpenClaw clears the pin when the profile disappears"); #81837, #149502',
  over: 'steps',
  judges: (judged) => pinnedIn(judged).length + bereftIn(judged).length > 0,
  check: (judged) =>
    violationsOf('session-pin', familyOf(judged), [
      ...pinnedIn(judged).flatMap(notAsked),
      ...bereftIn(judged).flatMap(notCleared),
    ]),
};

interface Pinned {
  readonly taken: Taken;
  readonly profile: ProfileName;
}

function notAsked({ taken: { observation, index }, profile }: Pinned): Deviation[] {
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
}

/** The session has other profiles, and asks none of them. */
function notCleared({ taken: { observation, index }, profile }: Pinned): Deviation[] {
  const { path, outcome } = observation;
  if (outcome.kind === 'answer' || modelRequests(observation).length > 0) return [];
  return [
    {
      path,
      reference: null,
      behaviour: 'no profile is asked once the chosen one is removed',
      detail: `${path}, step ${index + 1}: profile ${profile}, which the session was told to use, was removed, and it ends in ${outcomeText(observation)}`,
    },
  ];
}

/** Turns of the session after a choice of a profile that is there and was never in trouble. */
function pinnedIn(judged: Judged): Pinned[] {
  return chosenIn(judged).flatMap(({ taken, profile }) => {
    const stored = judged.value.provider.profiles.find(({ name }) => name === profile);
    return keepUsable(taken.before) && stored?.secret.holds === 'live' ? [{ taken, profile }] : [];
  });
}

/** Turns of the session after the chosen profile was removed, where a live one is left and nothing else was ever wrong. */
function bereftIn(judged: Judged): Pinned[] {
  if (!pinsOutliveSessions(judged.version)) return [];
  return chosenIn(judged).filter(({ taken: { before }, profile }) => {
    const removed = before.flatMap((step) => (step.do === 'remove-profile' ? [step.name] : []));
    const left = judged.value.provider.profiles.filter(({ name }) => !removed.includes(name));
    return (
      removed.includes(profile) &&
      keepUsable(before.filter((step) => step.do !== 'remove-profile')) &&
      left.some(({ secret }) => secret.holds === 'live')
    );
  });
}

/** Turns of the session, each with the profile that the user chose for it last. */
function chosenIn(judged: Judged): Pinned[] {
  const lasts = pinsOutliveSessions(judged.version);
  return takenIn(judged).flatMap((taken) => {
    const begun = lasts ? 0 : taken.before.findLastIndex((step) => step.do === 'new-session');
    const chosen = taken.before
      .slice(Math.max(begun, 0))
      .flatMap((step) => (step.do === 'choose-in-session' && step.profile ? [step.profile] : []));
    const profile = chosen.at(-1);
    return taken.observation.path === 'socket-chat' && profile ? [{ taken, profile }] : [];
  });
}
