/** One run of one path of a case: a home, the path in one lane, and what was seen of it. */
import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Case, caseText } from '../generators/case.ts';
import { providerOf } from '../generators/providers/catalog.ts';
import { type Canary, canariesOf, setupsOf } from '../generators/secrets/canaries.ts';
import type { LoopbackServer } from '../mocks/network/loopback-server.ts';
import type { Lane } from '../observation/lane.ts';
import { emptyObservation, type Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { choosesByItself, fallbackOf, type ModelReference } from '../paths/asked-model.ts';
import { chat } from '../paths/chat.ts';
import type { AnyPath } from '../paths/paths.ts';
import { askedOf } from './asked/asked.ts';
import { askedModel } from './asked/unsupported-reason.ts';
import { type Home, writeHome } from './home/home.ts';
import { withNewAwsPath } from './home/new-aws-path.ts';
import { type PathRunner, runPath } from './lanes/run-path.ts';
import { chosenModel, disclosuresOf, outcomeOfEnd } from './observe/end-of-run.ts';
import { type NetworkRecorder, recordNetwork } from './observe/network-record.ts';
import { awsDefaultChain } from './oracle/aws-default-chain.ts';
import type { GatewayLane, GatewayLaneSetup } from './running/gateway-lane.ts';
import { pluginSettings } from './subject/plugin-settings.ts';
import { traitsOf } from './versions/traits.ts';
import type { WorkerEnd } from './worker/worker-process.ts';

/** The parts that the runs of one driver share. */
export interface DriverRuns extends PathRunner, GatewayLaneSetup {
  readonly server: LoopbackServer;
  /** A folder for compiled code that outlives a home. */
  readonly compileCache: string;
  /** The `gateway` lane. */
  readonly running: GatewayLane;
  /** How many homes there were. */
  count: number;
}

/** One of them. */
interface Run {
  readonly value: Case;
  readonly path: AnyPath;
  readonly lane: Lane;
  /** The model that the path is expected to ask. */
  readonly model: ModelReference;
  readonly canaries: Canary[];
}

/** Runs a path of a case in a home of its own. Never throws for what a subject does. */
export async function observePath(
  runs: DriverRuns,
  value: Case,
  path: AnyPath,
  lane: Lane,
): Promise<Observation> {
  const started = Date.now();
  const { model, unsupported } = askedModel(value, path, runs.subject.version, lane);
  const expected = { provider: model.provider, id: model.model };
  const observation = emptyObservation(path.name, lane, expected);
  if (unsupported) return { ...observation, outcome: { kind: 'unsupported', reason: unsupported } };
  if (lane === 'gateway') return runs.running.observe(value, path, model);
  const canaries = await issuedCanaries(runs, value, path.name, lane);
  runs.count += 1;
  const run: Run = { value, path, lane, model, canaries };
  const home = await homeOf(runs, run);
  const chain = await chainOf(runs, run, home);
  const recorder = recorderOf(runs, run, home);
  const asked = askedOf(value, path, model.provider, runs.subject.version);
  const end = await runPath(runs, { path, lane, home, asked });
  const seen = recorder.stop();
  const disclosures = disclosuresOf(end, runs.logFile, home, canaries);
  const folders = { [folderOf(runs)]: '~', [runs.subject.root]: '<openclaw>' };
  await rm(folderOf(runs), { recursive: true, force: true, maxRetries: 3 });
  for (const { text, exchanged } of canaries) {
    runs.network.earlier.add(text);
    if (exchanged) runs.network.earlier.add(exchanged);
  }
  return {
    ...observation,
    ...seen,
    ...reportOf(run, end),
    ...chain,
    model: choosesByItself(value, path) ? chosenModel(value, expected, seen.requests) : expected,
    outcome: outcomeOfEnd(path, end, seen.requests, {
      version: runs.subject.version,
      canaries,
      folders,
      turn: path.turn && recorder.turn,
    }),
    disclosures,
    milliseconds: Date.now() - started,
  };
}

async function issuedCanaries(
  { aws }: DriverRuns,
  value: Case,
  name: PathName,
  lane: Lane,
): Promise<Canary[]> {
  const canaries = canariesOf(value, saltOf(value, name, lane));
  return aws ? aws.prepare(canaries) : canaries;
}

/** Equal runs have equal canaries, so that the same seed gives the same run. */
function saltOf(value: Case, name: PathName, lane: Lane): string {
  return hash('sha256', `${caseText(value)} ${name} ${lane}`);
}

/** The folder of the current home. */
function folderOf({ folder, subject, count }: DriverRuns): string {
  return join(folder, traitsOf(subject.version).homePath === 'fresh' ? `home-${count}` : 'home');
}

async function homeOf(runs: DriverRuns, { value, path, lane, canaries }: Run): Promise<Home> {
  const { subject, compileCache, logFile } = runs;
  const traits = traitsOf(subject.version);
  const providers = setupsOf(value).map(({ id }) => id);
  const paths = [path];
  const plugins = pluginSettings(subject, providers, value.otherPlugin, paths);
  const settings = { plugins, compileCache, logFile, paths };
  const home = await writeHome(value, canaries, traits, folderOf(runs), settings);
  const isWarm = lane === 'embedded' && traits.homePath === 'constant';
  return isWarm ? withNewAwsPath(value, home, join(runs.folder, `aws-${runs.count}`)) : home;
}

/** For chat on Bedrock, what the AWS SDK alone sends in the same home. */
async function chainOf(
  runs: DriverRuns,
  run: Run,
  home: Home,
): Promise<Pick<Observation, 'awsDefaultChain'>> {
  const { value, path, model, canaries } = run;
  if (path.name !== chat.name || providerOf(model.provider).credentials !== 'aws') return {};
  const { environment: base, aws } = runs;
  const recorder = recordNetwork(runs.network, { value, canaries, aws, call: null, fallback: null });
  return { awsDefaultChain: await awsDefaultChain(model.model, { base, canaries, home }, recorder) };
}

function recorderOf(runs: DriverRuns, run: Run, { workspace }: Home): NetworkRecorder {
  const { value, path, model, canaries } = run;
  const call = path.turn?.call(workspace) ?? null;
  const next = fallbackOf(value, path)?.provider ?? null;
  const fallback = next === model.provider ? null : next;
  return recordNetwork(runs.network, { value, canaries, aws: runs.aws, call, fallback });
}

/** The report of the command on credentials; nothing if it makes none, or did not end. */
function reportOf({ path, model }: Run, end: WorkerEnd): Pick<Observation, 'probe' | 'status'> {
  return (end.kind === 'reply' && path.readReport?.(end.reply.stdout, model.provider)) || {};
}
