/** One path taken in a home that is there: what it sent, and how it ended. */
import type { LoopbackServer } from '../mocks/network/loopback-server.ts';
import type { Lane } from '../observation/lane.ts';
import { emptyObservation, type Observation } from '../observation/observation.ts';
import { nameIn } from '../paths/asked-model.ts';
import { chat } from '../paths/chat.ts';
import type { CredentialReport } from '../paths/parts/command-end.ts';
import { type AnyPath, asksUsage } from '../paths/paths.ts';
import type { ExpectedModel, Runnable, Staged } from './cases/runnable.ts';
import type { Home } from './home/home.ts';
import { afterCommandsBefore } from './lanes/command-before.ts';
import { type PathRunner, runPath } from './lanes/run-path.ts';
import type { MadeHomes } from './made-homes.ts';
import { chosenModel, disclosuresOf, outcomeOfAsking, outcomeOfEnd } from './observe/end-of-run.ts';
import { type NetworkRecorder, recordNetwork, rememberSecrets } from './observe/network-record.ts';
import { awsDefaultChain } from './oracle/aws-default-chain.ts';
import type { GatewayLane, GatewayLaneSetup } from './running/gateway-lane.ts';
import type { WorkerEnd } from './worker/worker-process.ts';

/** The parts that the runs of one driver share. */
export interface DriverRuns extends PathRunner, GatewayLaneSetup {
  readonly server: LoopbackServer;
  /** A folder for compiled code that outlives a home. */
  readonly compileCache: string;
  /** The `gateway` lane. */
  readonly running: GatewayLane;
  /** Homes that are made once for several paths. */
  readonly made: MadeHomes;
  /** The number of homes that there were. */
  count: number;
}

/** One of them. */
export interface Run {
  readonly value: Runnable;
  readonly staged: Staged;
  readonly path: AnyPath;
  readonly lane: Lane;
  /** The model that the path is expected to ask. */
  readonly model: ExpectedModel;
}

/** Takes a path in a home. Never throws for what a subject does. */
export async function observeInHome(runs: DriverRuns, run: Run, home: Home): Promise<Observation> {
  const started = Date.now();
  const { value, staged, path, lane, model } = run;
  const { canaries, parties } = staged;
  const expected = { provider: model.provider, id: model.model };
  const chain = await chainOf(runs, run, home);
  const asked = value.asked(path, model.provider, runs.subject.version);
  const recorder = recorderOf(runs, run, home, asked.namedModel);
  const end = await runPath(runs, { path, lane, home, asked });
  const seen = recorder.stop();
  const disclosures = disclosuresOf(end, runs.logFile, home, canaries);
  const folders = { [home.folder]: '~', [runs.subject.root]: '<openclaw>' };
  rememberSecrets(runs.network, canaries);
  const outcome = outcomeOfEnd(path, end, seen.requests, {
    version: runs.subject.version,
    canaries,
    folders,
    turn: path.turn && recorder.turn,
    provider: nameIn(model),
  });
  return {
    ...emptyObservation(path.name, lane, expected),
    ...seen,
    ...reportOf(run, end),
    ...chain,
    model: value.choosesByItself(path) ? chosenModel(parties, expected, seen.requests) : expected,
    outcome: value.mustAsk(path) ? outcomeOfAsking(outcome, seen.requests) : outcome,
    disclosures,
    milliseconds: Date.now() - started,
  };
}

/** The home as its user has it by now. The requests of a command before are no requests of the path. */
export async function inUse(runs: DriverRuns, run: Run, home: Home): Promise<Home> {
  if (home.commandsBefore.length === 0) return home;
  const recorder = recorderOf(runs, run, home);
  const used = await afterCommandsBefore(runs, home, run.lane);
  recorder.stop();
  return used;
}

/** For chat on Bedrock, what the AWS SDK alone sends in the same home. */
async function chainOf(
  runs: DriverRuns,
  run: Run,
  home: Home,
): Promise<Pick<Observation, 'awsDefaultChain'>> {
  const { value, staged, path, model } = run;
  if (path.name !== chat.name || !value.hasAwsOracle(model.provider)) return {};
  const { environment: base, worker } = runs;
  const { canaries, parties } = staged;
  const recorder = recordNetwork(runs.network, { parties, canaries, call: null, fallback: null });
  return {
    awsDefaultChain: await awsDefaultChain(
      model.model,
      { base, canaries, home, closing: worker.closing },
      recorder,
    ),
  };
}

/** @param named the model that the call of a tool names; absent: none */
function recorderOf(runs: DriverRuns, run: Run, { workspace }: Home, named?: string): NetworkRecorder {
  const { value, staged, path, model } = run;
  const { canaries, parties } = staged;
  const call = path.turn?.call(workspace, named) ?? null;
  const next = value.fallback(path);
  const fallback = next === model.provider ? null : next;
  const usageOf = asksUsage(path) ? model.provider : undefined;
  return recordNetwork(runs.network, { parties, canaries, call, fallback, usageOf });
}

/** The report of the command on credentials; nothing if it makes none, or did not end. */
function reportOf({ path, model }: Run, end: WorkerEnd): Partial<CredentialReport> {
  if (end.kind !== 'reply') return {};
  return path.readReport?.(end.reply.stdout, nameIn(model), end.reply.exitCode) ?? {};
}
