import type { Step } from '../../generators/steps/step.ts';
import type { Observation } from '../../observation/observation.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { againIn, deviationOf, takesTurns } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

type Restart = Extract<Step, { do: 'restart' }>;

/** A gateway that was killed must come back, too, with all that its home holds. */
export const restartKeeps: Law = {
  id: 'restart-keeps',
  sentence: 'a gateway that was started again does what it did before, also after it was killed',
  source:
    'openclaw@2026.9.6:docs/gateway/restart-recovery.md; openclaw@2026.9.6:docs/concepts/model-failover.md (what is kept of profiles)',
  over: 'steps',
  judges: ({ value }) => value.steps?.some(isRestart) ?? false,
  check: (judged) =>
    violationsOf('restart-keeps', familyOf(judged), [...notStarted(judged), ...changed(judged)]),
};

function changed(judged: Judged): Deviation[] {
  if (takesTurns(judged)) return [];
  return againIn(judged, (between) => between.some(isRestart)).flatMap(([first, again]) => {
    const restart = again.before.slice(first.index).findLast(isRestart)!;
    return deviationOf(first, again, `after ${restart.by}`);
  });
}

/** A path that was taken after a start that failed. A gateway that did not run before has nothing to come back to. */
function notStarted({ value, observations }: Judged): Deviation[] {
  return observations.flatMap(({ path, undone = [] }: Observation) =>
    undone.flatMap(({ step, message, isMissing }): Deviation[] => {
      const restart = value.steps?.[step];
      // openclaw@2026.9.6:docs/gateway/secrets/runtime-model.md ("failures block startup/reload", but for owners that can be isolated).
      const isBeside = value.steps?.slice(0, step).some((each) => each.do === 'withdraw');
      if (restart?.do !== 'restart' || isBeside || isMissing) return [];
      return [
        {
          path,
          reference: null,
          behaviour: `no gateway after ${restart.by}`,
          detail: `${path}: step ${step + 1} starts no gateway (${message})`,
        },
      ];
    }),
  );
}

function isRestart(step: Step): step is Restart {
  return step.do === 'restart';
}
