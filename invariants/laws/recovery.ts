import type { ProviderTurn, Step } from '../../generators/steps/step.ts';
import { outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { changeNothing, takenIn, usesProfiles } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/**
 * A profile that failed is left alone for a while, which is documented; a key of the environment or the configuration has no such
 * state.
 */
export const recovery: Law = {
  id: 'recovery',
  sentence: 'a provider that answers again is asked again, where no profile is in cooldown',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md (cooldowns are of auth profiles; inline keys wait for a billing window alone)',
  isOverSteps: true,
  judges: (judged) => recoveredIn(judged).length > 0,
  check: (judged) => violationsOf('recovery', familyOf(judged), recoveredIn(judged).flatMap(deviationOf)),
};

interface Recovered {
  readonly again: ReturnType<typeof takenIn>[number];
  readonly turn: ProviderTurn;
}

/** Paths that were answered at first, and are taken after the provider has recovered. */
function recoveredIn(judged: Judged): Recovered[] {
  if (usesProfiles(judged)) return [];
  const taken = takenIn(judged);
  return taken.flatMap((again): Recovered[] => {
    const first = taken.find(({ observation }) => observation.path === again.observation.path);
    if (first?.observation.outcome.kind !== 'answer') return [];
    const since = again.before.slice(first.index);
    const turns = since.filter(isTurn);
    const trouble = turns.at(-2);
    if (!trouble || turns.at(-1)?.turn !== 'recovers') return [];
    const others = again.before.filter((step) => !isTurn(step));
    return changeNothing(judged, others, again.observation) ? [{ again, turn: trouble.turn }] : [];
  });
}

const TROUBLES: Record<ProviderTurn, string> = {
  recovers: 'trouble',
  refuses: 'a refusal',
  limits: 'a limit',
  fails: 'an outage',
};

function deviationOf({ again, turn }: Recovered): Deviation[] {
  const { observation, index } = again;
  if (observation.outcome.kind === 'answer') return [];
  return [
    {
      path: observation.path,
      reference: null,
      behaviour: `${outcomeText(observation)} after ${TROUBLES[turn]} that is over`,
      detail: `${observation.path}, step ${index + 1}, ends in ${outcomeText(observation)} though the provider answers again`,
    },
  ];
}

function isTurn(step: Step): step is Extract<Step, { do: 'provider' }> {
  return step.do === 'provider';
}
