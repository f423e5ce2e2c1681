/** One run of one path of a case: a home, the path in one lane, and what was seen of it. */
import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lane } from '../observation/lane.ts';
import { emptyObservation, type Observation } from '../observation/observation.ts';
import type { AnyPath } from '../paths/paths.ts';
import type { Runnable, Staged } from './cases/runnable.ts';
import type { Home } from './home/home.ts';
import { withNewAwsPath } from './home/new-aws-path.ts';
import { LONGEST_RUN_MS } from './lanes/run-program.ts';
import { type Made, pathsSharing } from './made-homes.ts';
import { type DriverRuns, inUse, observeInHome, type Run } from './observe-in-home.ts';
import { commandActions } from './steps/command-actions.ts';
import { observeAfterSteps } from './steps/observe-after-steps.ts';
import { takeLaterSteps } from './steps/take-later-steps.ts';
import { traitsOf } from './versions/traits.ts';

/** Runs a path of a case in a home of its own. Never throws for what a subject does. */
export async function observePath(
  runs: DriverRuns,
  value: Runnable,
  path: AnyPath,
  wanted: Lane,
): Promise<Observation> {
  const lane = laneOf(value, wanted);
  const { model, unsupported } = value.askedModel(path, runs.subject.version, lane);
  const expected = { provider: model.provider, id: model.model };
  const observation = emptyObservation(path.name, lane, expected);
  if (unsupported) return { ...observation, outcome: { kind: 'unsupported', reason: unsupported } };
  if (lane === 'gateway' && value.isTakenTwice)
    return observeAfterSteps(await runs.running.parts(), value, path, model);
  if (lane === 'gateway') return runs.running.observe(value, path, model);
  // A gateway that goes on asks hosts by itself, which would be taken for requests of this path.
  await runs.running.end();
  const { home, staged } = await homeOf(runs, { value, path, lane, model });
  const run = { value, staged, path, lane, model };
  const first = await observeInHome(runs, run, home);
  const seen = value.isTakenTwice ? await observeAgain(runs, run, home) : first;
  await rm(home.folder, { recursive: true, force: true, maxRetries: 3 });
  return seen;
}

/** A warm process goes on with what a case has made of it. */
function laneOf({ needsOwnProcess }: Runnable, wanted: Lane): Lane {
  return needsOwnProcess && wanted === 'embedded' ? 'cli' : wanted;
}

/** The home in which a path is taken, used by its user as the case says: its own, or a copy of one that its case has once. */
async function homeOf(runs: DriverRuns, run: Omit<Run, 'staged'>): Promise<Made> {
  const { value, path, lane } = run;
  const make = async (what: string, paths: readonly AnyPath[]): Promise<Made> => {
    const staged = await value.stage(saltOf(value, what, lane), runs.aws);
    const written = await newHome(runs, staged, { paths, lane });
    return { staged, home: await inUse(runs, { ...run, staged }, written) };
  };
  if (!value.isMadeOnce) return make(path.name, [path]);
  const shared = pathsSharing(path);
  const what = shared.map(({ name }) => name).join(' ');
  const { worker, folder } = runs;
  return runs.made.take(
    `${lane} ${what} ${value.text}`,
    () => make(what, shared),
    // A process that has a database open does not take another one in its place (`homePath` of a build's traits).
    async () => {
      if (lane === 'embedded') await worker.send({ kind: 'close', environment: {}, folder }, LONGEST_RUN_MS);
    },
  );
}

/** Takes the path again, after the steps of its home. */
async function observeAgain(runs: DriverRuns, run: Run, home: Home): Promise<Observation> {
  const actions = commandActions(runs, run.lane === 'cli' ? 'cli' : 'embedded');
  const { undone, ...now } = await takeLaterSteps(actions, runs.subject, { home, staged: run.staged });
  const seen = await observeInHome(runs, { ...run, staged: now.staged }, now.home);
  return undone.length > 0 ? { ...seen, undone: [...undone] } : seen;
}

/** Equal runs have equal canaries, so that the same seed gives the same run. */
export function saltOf({ text }: Pick<Runnable, 'text'>, what: string, lane: Lane): string {
  return hash('sha256', `${text} ${what} ${lane}`);
}

/** Writes the next home of a driver. */
export async function newHome(
  runs: DriverRuns,
  staged: Staged,
  { paths, lane }: { readonly paths: readonly AnyPath[]; readonly lane: Lane },
): Promise<Home> {
  runs.count += 1;
  const { subject, compileCache, logFile } = runs;
  const home = await staged.writeHome(subject, folderOf(runs), { compileCache, logFile, paths });
  const isWarm = lane === 'embedded' && traitsOf(subject.version).homePath === 'constant';
  if (!isWarm || !staged.usesAwsFiles) return home;
  return withNewAwsPath(home, join(runs.folder, `aws-${runs.count}`));
}

export async function removeHome(runs: DriverRuns): Promise<void> {
  await rm(folderOf(runs), { recursive: true, force: true, maxRetries: 3 });
}

/** The folder of the current home. */
function folderOf({ folder, subject, count }: DriverRuns): string {
  return join(folder, traitsOf(subject.version).homePath === 'fresh' ? `home-${count}` : 'home');
}
