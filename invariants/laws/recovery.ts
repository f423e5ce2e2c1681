import type { ProviderTurn, Step } from '../../generators/steps/step.ts';
import { outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { changeNothing, takenIn, usesProfiles } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { lostLogin, renewedIn } from './renewed-login.ts';

/** Trouble that is none of a credential: no profile is put aside for it. */
const OF_NO_CREDENTIAL: readonly ProviderTurn[] = ['misreads', 'cuts'];

const SAID: Partial<Record<ProviderTurn, string>> = {
  limits: 'a limit',
  misreads: 'a request that was not read',
  cuts: 'an answer that broke off',
};

/**
 * A profile that failed for auth or rate is left alone for a while, and so is a key in the configuration that was refused for good: both are
 * documented. After a limit or an outage, a key of the environment or the configuration has no such state.
 */
export const recovery: Law = {
  id: 'recovery',
  sentence:
    'after a limit or an outage that is over, the provider is asked again where no profile is in cooldown, and a login is renewed again',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md ("Cooldowns": profiles that fail due to auth or rate-limit errors; inline keys wait for windows of billing and permanent refusals alone); openclaw@2026.9.6:docs/concepts/oauth.md ("The refresh flow is automatic"); #153744',
  over: 'steps',
  judges: (judged) => recoveredIn(judged).length > 0 || renewedIn(judged).length > 0,
  check: (judged) =>
    violationsOf('recovery', familyOf(judged), [
      ...recoveredIn(judged).flatMap(deviationOf),
      ...renewedIn(judged).flatMap(lostLogin),
    ]),
};

interface Recovered {
  readonly again: ReturnType<typeof takenIn>[number];
  readonly turn: ProviderTurn;
}

/** Paths that were answered at first, and are taken after the provider has recovered. */
function recoveredIn(judged: Judged): Recovered[] {
  const taken = takenIn(judged);
  return taken.flatMap((again): Recovered[] => {
    const first = taken.find(({ observation }) => observation.path === again.observation.path);
    if (first?.observation.outcome.kind !== 'answer') return [];
    const since = again.before.slice(first.index);
    const turns = since.filter(isTurn);
    const trouble = turns.at(-2);
    if (!trouble || trouble.turn === 'refuses' || turns.at(-1)?.turn !== 'recovers') return [];
    if (
      usesProfiles(judged) &&
      !turns.every(({ turn }) => turn === 'recovers' || OF_NO_CREDENTIAL.includes(turn))
    )
      return [];
    const others = again.before.filter((step) => !isTurn(step));
    return changeNothing(judged, others, again.observation) ? [{ again, turn: trouble.turn }] : [];
  });
}

function deviationOf({ again, turn }: Recovered): Deviation[] {
  const { observation, index } = again;
  if (observation.outcome.kind === 'answer') return [];
  return [
    {
      path: observation.path,
      reference: null,
      behaviour: `${outcomeText(observation)} after ${SAID[turn] ?? 'an outage'} that is over`,
      detail: `${observation.path}, step ${index + 1}, ends in ${outcomeText(observation)} though the provider answers again`,
    },
  ];
}

function isTurn(step: Step): step is Extract<Step, { do: 'provider' }> {
  return step.do === 'provider';
}
