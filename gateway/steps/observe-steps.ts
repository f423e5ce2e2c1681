/** The steps of a case, in the lane that they need. */
import type { Case } from '../../generators/case.ts';
import { needsOwnProcess } from '../../generators/own-process.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { needsGateway } from '../../generators/steps/step.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import { drawnCase } from '../cases/drawn-case.ts';
import { tokensToCome } from '../observe/logins.ts';
import type { DriverRuns } from '../observe-in-home.ts';
import { saltOf } from '../observe-path.ts';
import { commandsHost } from './commands-host.ts';
import { gatewayHost } from './gateway-host.ts';
import { runSteps } from './run-steps.ts';

/** The lane of a case with steps: a gateway where one of them needs one, and nowhere else, whatever the lane of the run. */
export function laneOfSteps(value: Case, lane: Lane): Lane {
  if (value.steps?.some(needsGateway)) return 'gateway';
  if (needsOwnProcess(value)) return 'cli';
  return lane === 'gateway' ? 'embedded' : lane;
}

/** Runs the steps of a case on one home. Never throws for what a subject does. */
export async function observeSteps(runs: DriverRuns, value: Case, wanted: Lane): Promise<Observation[]> {
  const lane = laneOfSteps(value, wanted);
  const salt = saltOf(drawnCase(value), 'steps', lane);
  const made = [...canariesOf(value, salt), ...tokensToCome(value, salt)];
  const canaries = runs.aws ? await runs.aws.prepare(made) : made;
  const { host, living } =
    lane === 'gateway'
      ? await gatewayHost(await runs.running.parts(), value, canaries)
      : await commandsHost(runs, value, canaries, lane);
  return runSteps(host, living, salt);
}
