/**
 * Drives one subject, one path at a time: a loopback network, a warm worker, and the real command beside it.
 *
 * Several drivers run side by side; they share nothing but the subject's files.
 */
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Case } from '../generators/case.ts';
import type { AnyCase } from '../home-case/any-case.ts';
import type { AwsBackend } from '../mocks/aws/backend.ts';
import { createCertificateAuthority } from '../mocks/network/certificates.ts';
import { type LoopbackServer, startLoopbackServer } from '../mocks/network/loopback-server.ts';
import { writeNetworkFiles } from '../mocks/network/preload.ts';
import type { Lane } from '../observation/lane.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { pathOf } from '../paths/paths.ts';
import { BadInput } from '../support/bad-input.ts';
import { fileOf, fileProblem } from '../support/file-error.ts';
import { runnableOf } from './cases/runnable-of.ts';
import { writeMediaFiles } from './home/media-files.ts';
import { createMadeHomes } from './made-homes.ts';
import type { DriverRuns } from './observe-in-home.ts';
import { observePath } from './observe-path.ts';
import { runFolder, runFolderParent } from './run-folder.ts';
import { createGatewayLane } from './running/gateway-lane.ts';
import { observeSteps } from './steps/observe-steps.ts';
import type { Subject } from './subject/subject.ts';
import { compileCacheOf, subjectEnvironment } from './subject/subject-environment.ts';
import { createWorkerProcess } from './worker/worker-process.ts';

/** Closing one ends what is under way, and removes its folder. */
export interface Driver extends AsyncDisposable {
  readonly subject: Subject;
  /** Runs one path of a case from a fresh copy of its state. Never throws for what a subject does. */
  observe(value: AnyCase, path: PathName, lane: Lane): Promise<Observation>;
  /** Takes the paths of the steps of a case, in a home that goes on from step to step. */
  observeSteps(value: Case, lane: Lane): Promise<Observation[]>;
  /** The number of gateways that the `gateway` lane started. */
  gatewayStarts(): number;
  /** Ends the warm processes and the gateway, so that the next observation meets fresh ones. */
  refresh(): Promise<void>;
  /** Forgets homes that several paths share, so that the next observation begins with one that is made for it. */
  forgetHomes(): Promise<void>;
}

export type StartedRuns = DriverRuns & AsyncDisposable;

let drivers = 0;
/** The time that an observation may take to end when its driver is closed. */
const CLOSE_MS = 20_000;

/** @param aws what issues AWS credentials; null: our own services */
export async function createDriver(subject: Subject, aws: AwsBackend | null = null): Promise<Driver> {
  const runs = await startRuns(subject, aws);
  const { worker, running, made } = runs;
  let current: Promise<unknown> = Promise.resolve();
  const refresh = async () => {
    await worker.recycle();
    await running.refresh();
    await made.clear();
  };
  return {
    subject,
    observe(value, name, lane) {
      const observation = observePath(runs, runnableOf(value), pathOf(name), lane);
      current = observation.catch(() => null);
      return observation;
    },
    observeSteps(value, lane) {
      const observations = observeSteps(runs, value, lane);
      current = observations.catch(() => null);
      return observations;
    },
    gatewayStarts: () => running.starts(),
    refresh,
    forgetHomes: () => made.clear(),
    async [Symbol.asyncDispose]() {
      await worker.close();
      await running.close();
      // An observation that was under way has just lost its process; nothing may be removed under it.
      await Promise.race([current, wait(CLOSE_MS, undefined, { ref: false })]);
      await runs[Symbol.asyncDispose]();
    },
  };
}

/**
 * A folder, a network and a warm process, in which nothing was run. Disposing of them ends every process, and removes the folder.
 *
 * @throws BadInput when the RAM disk takes no files
 */
export async function startRuns(subject: Subject, aws: AwsBackend | null): Promise<StartedRuns> {
  const authority = await createCertificateAuthority();
  const server = await startLoopbackServer(authority);
  try {
    return await startOn(server, authority.certificate, subject, aws);
  } catch (error) {
    // A server that listens keeps the process from its end.
    await server.close();
    const reason = fileProblem(error);
    const place = runFolderParent();
    // An error about another file says which.
    if (reason && (fileOf(error) ?? place).startsWith(place))
      throw new BadInput(`No home can be written in ${place}: ${reason}. Make room there.`);
    throw error;
  }
}

async function startOn(
  server: LoopbackServer,
  certificate: string,
  subject: Subject,
  aws: AwsBackend | null,
): Promise<StartedRuns> {
  const { folder: root, binaries } = runFolder();
  const folder = path.join(root, `driver-${++drivers}`);
  mkdirSync(folder);
  const { journal, environment: redirect } = writeNetworkFiles(folder, server.port, certificate);
  await writeMediaFiles(folder);
  const environment = { PATH: binaries, ...redirect, ...subjectEnvironment(subject, folder) };
  const logFile = path.join(folder, 'openclaw.log');
  const network = { server, journal, earlier: new Set<string>() };
  const setup = { subject, environment, folder, logFile, media: folder, network, aws };
  const worker = createWorkerProcess(subject, { ...environment, HOME: folder, TMPDIR: folder }, folder);
  const running = createGatewayLane(setup);
  return {
    ...setup,
    worker,
    running,
    server,
    compileCache: compileCacheOf(subject),
    made: createMadeHomes(folder),
    count: 0,
    async [Symbol.asyncDispose]() {
      await worker.close();
      await running.close();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
