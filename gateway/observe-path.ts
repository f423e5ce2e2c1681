/** One run of one path of a case: a home of its own, the path in one lane, and what was seen of it. */
import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Case, caseText } from '../generators/case.ts';
import { type Canary, canariesOf, setupsOf } from '../generators/secrets/canaries.ts';
import type { Lane } from '../observation/lane.ts';
import { emptyObservation, type Observation } from '../observation/observation.ts';
import type { AnyPath } from '../paths/paths.ts';
import { askedModel } from './asked/unsupported-reason.ts';
import { type Home, writeHome } from './home/home.ts';
import { withNewAwsPath } from './home/new-aws-path.ts';
import { type DriverRuns, observeInHome } from './observe-in-home.ts';
import { pluginSettings } from './subject/plugin-settings.ts';
import { traitsOf } from './versions/traits.ts';

/** Runs a path of a case in a home of its own. Never throws for what a subject does. */
export async function observePath(
  runs: DriverRuns,
  value: Case,
  path: AnyPath,
  lane: Lane,
): Promise<Observation> {
  const { model, unsupported } = askedModel(value, path, runs.subject.version, lane);
  const expected = { provider: model.provider, id: model.model };
  const observation = emptyObservation(path.name, lane, expected);
  if (unsupported) return { ...observation, outcome: { kind: 'unsupported', reason: unsupported } };
  if (lane === 'gateway') return runs.running.observe(value, path, model);
  const canaries = await issuedCanaries(runs, value, saltOf(value, path.name, lane));
  const home = await newHome(runs, value, canaries, { paths: [path], lane });
  const [seen] = await observeInHome(runs, { value, path, lane, model, canaries }, home);
  await removeHome(runs);
  return seen!;
}

/** The canaries of a case, as whoever issues AWS credentials knows them. */
export async function issuedCanaries({ aws }: DriverRuns, value: Case, salt: string): Promise<Canary[]> {
  const canaries = canariesOf(value, salt);
  return aws ? aws.prepare(canaries) : canaries;
}

/** Equal runs have equal canaries, so that the same seed gives the same run. */
export function saltOf(value: Case, what: string, lane: Lane): string {
  return hash('sha256', `${caseText(value)} ${what} ${lane}`);
}

/** Writes the next home of a driver. */
export async function newHome(
  runs: DriverRuns,
  value: Case,
  canaries: readonly Canary[],
  { paths, lane }: { readonly paths: readonly AnyPath[]; readonly lane: Lane },
): Promise<Home> {
  runs.count += 1;
  const { subject, compileCache, logFile } = runs;
  const traits = traitsOf(subject.version);
  const providers = setupsOf(value).map(({ id }) => id);
  const plugins = pluginSettings(subject, providers, value.otherPlugin, paths);
  const settings = { plugins, compileCache, logFile, paths };
  const home = await writeHome(value, canaries, traits, folderOf(runs), settings);
  const isWarm = lane === 'embedded' && traits.homePath === 'constant';
  return isWarm ? withNewAwsPath(value, home, join(runs.folder, `aws-${runs.count}`)) : home;
}

export async function removeHome(runs: DriverRuns): Promise<void> {
  await rm(folderOf(runs), { recursive: true, force: true, maxRetries: 3 });
}

/** The folder of the current home. */
function folderOf({ folder, subject, count }: DriverRuns): string {
  return join(folder, traitsOf(subject.version).homePath === 'fresh' ? `home-${count}` : 'home');
}
