import { idOfProfile } from '../../generators/providers/catalog.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { modelRequests } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { longestCooldown, type Taken, takenIn } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** Judged by what `models status` says of the profile after it met one limit more. */
export const firstFailure: Law = {
  id: 'first-failure',
  sentence: 'a profile whose cooldown is over waits after one more limit no longer than documents say',
  source:
    'openclaw@2026.5.22:docs/concepts/model-failover.md ("Cooldowns": a minute at first) with CHANGELOG of openclaw 2026.3.11 ("reset expired auth-profile cooldown error counters before computing the next backoff"); openclaw@2026.9.6:docs/concepts/model-failover.md (counters last for a window; five minutes at most)',
  over: 'steps',
  judges: (judged) => waitingIn(judged).length > 0,
  check: (judged) => violationsOf('first-failure', familyOf(judged), waitingIn(judged).flatMap(deviationOf)),
};

interface Waiting {
  readonly taken: Taken;
  readonly profileId: string;
  readonly milliseconds: number;
  readonly longest: number;
}

/** Profiles that a report says are in cooldown, whose earlier one was over, and which one path has failed with since. */
function waitingIn(judged: Judged): Waiting[] {
  const { id, profiles } = judged.value.provider;
  const over = profiles.filter(({ cooldown }) => cooldown === 'over');
  const all = takenIn(judged);
  const longest = longestCooldown(judged.version);
  return all.flatMap((taken, place): Waiting[] => {
    const { unusable = [] } = taken.observation;
    return over.flatMap(({ name }) => {
      const profileId = idOfProfile(id, name);
      const waiting = unusable.find((each) => each.profileId === profileId && each.kind === 'cooldown');
      const failed = all.slice(0, place).filter(({ observation }) => failedWith(observation, name));
      const hasOne = failed.length === 1 && isLimited(failed[0]!);
      return waiting && hasOne ? [{ taken, profileId, milliseconds: waiting.remainingMs, longest }] : [];
    });
  });
}

function failedWith(observation: Taken['observation'], name: string): boolean {
  return modelRequests(observation).some(
    ({ status, credentials }) =>
      status !== 200 &&
      credentials.some((each) => each.kind === 'secret' && profileOf(each.place)?.name === name),
  );
}

function isLimited({ observation }: Taken): boolean {
  return modelRequests(observation).every(({ status }) => status === 200 || status === 429);
}

function deviationOf({
  taken: { observation, index },
  profileId,
  milliseconds,
  longest,
}: Waiting): Deviation[] {
  if (milliseconds <= longest) return [];
  const { path } = observation;
  return [
    {
      path,
      reference: null,
      behaviour: 'a longer cooldown after one that is over',
      detail: `step ${index + 1}: ${profileId} is in cooldown for ${Math.round(milliseconds / 60_000)} more minutes, though it met one limit since its earlier cooldown was over`,
    },
  ];
}
