/** Steps without a gateway: every path is a command, one after the other on one home. */
import type { Case } from '../../generators/case.ts';
import type { CaseCanary } from '../../generators/secrets/canaries.ts';
import { takenPaths } from '../../generators/steps/taken-paths.ts';
import type { Observation } from '../../observation/observation.ts';
import { type AnyPath, pathOf } from '../../paths/paths.ts';
import { drawnCase, stagedCase } from '../cases/drawn-case.ts';
import { type DriverRuns, observeInHome, type Run } from '../observe-in-home.ts';
import { newHome, removeHome } from '../observe-path.ts';
import { writeCredentials } from '../worker/write-credentials.ts';
import { COMMAND_MS, commandActions, environmentOf } from './command-actions.ts';
import { canariesNow, type LivingHome, livingHome, valueNow } from './living-home.ts';
import { modelNow, notTaken } from './model-now.ts';
import type { StepHost } from './step-host.ts';
import { stagedAtStart } from './write-first-key.ts';

/** @param lane `embedded`: in the warm process. `cli`: a fresh process each, as far as a path has a command */
export async function commandsHost(
  runs: DriverRuns,
  value: Case,
  canaries: CaseCanary[],
  lane: 'embedded' | 'cli',
): Promise<{ host: StepHost; living: LivingHome }> {
  const { subject, worker } = runs;
  const first = stagedAtStart(value, canaries, (each, held) => stagedCase(each, held, runs.aws));
  const home = await newHome(runs, first, {
    paths: takenPaths(value).map(pathOf),
    lane,
  });
  await writeCredentials(worker, home, environmentOf(runs, home), COMMAND_MS);
  const living = livingHome(home, value, canaries);

  const take = async (now: LivingHome, path: AnyPath): Promise<Observation[]> => {
    const hasCommand = modelNow(now, path, subject.version, 'cli').unsupported === null;
    const in_ = lane === 'cli' && !hasCommand ? 'embedded' : lane;
    const { model, unsupported } = modelNow(now, path, subject.version, in_);
    if (unsupported) return [notTaken(path, in_, model, unsupported)];
    const value = valueNow(now);
    const staged = stagedCase(value, canariesNow(now), runs.aws, now.tokens.loginsIn(now.loginTurn));
    const run: Run = { value: drawnCase(value), staged, path, lane: in_, model };
    return [await observeInHome(runs, run, now.home)];
  };
  const host: StepHost = {
    ...commandActions(runs, lane),
    lane,
    subject,
    take,
    takeTwice: () => Promise.reject(new Error('Two calls at once need a gateway.')),
    end: () => removeHome(runs),
  };
  return { host, living };
}
