/**
 * Drives one subject, one path at a time: a loopback network, a warm worker, and the real command beside it.
 *
 * Several drivers run side by side; they share nothing but the subject's files.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Canary, canariesOf, setupsOf } from '../generators/canaries.ts';
import { type Case, caseText } from '../generators/case.ts';
import { providerOfHost } from '../generators/providers.ts';
import type { AwsBackend } from '../mocks/aws/backend.ts';
import { createCertificateAuthority } from '../mocks/network/certificates.ts';
import { startLoopbackServer } from '../mocks/network/loopback-server.ts';
import { writeNetworkFiles } from '../mocks/network/preload.ts';
import { type Home, writeHome } from './home/home.ts';
import { writeMediaFiles } from './home/media-files.ts';
import { modelOf } from './home/models.ts';
import { runCommand } from './lanes/cli.ts';
import type { Lane, Observation, Outcome, PathName } from './observation.ts';
import { findDisclosures } from './observe/disclosures.ts';
import { recordNetwork } from './observe/network-record.ts';
import { redact } from './observe/redact.ts';
import { awsDefaultChain } from './oracle/aws-default-chain.ts';
import { commandLine } from './paths/command-line.ts';
import { outcomeOf, parseProbe } from './paths/outcome.ts';
import { isSupported } from './paths/supported.ts';
import { runFolder } from './run-folder.ts';
import { subjectCache } from './subject/install.ts';
import { mirrorRoot, needsMirror, writeMirror } from './subject/plugin-mirror.ts';
import { mirrorEnvironment, pluginSettings, warmEnvironment } from './subject/plugin-settings.ts';
import { stagePluginDependencies } from './subject/plugin-staging.ts';
import type { Subject } from './subject/subject.ts';
import { traitsOf } from './subject/version-traits.ts';
import { createWorkerProcess, type WorkerEnd } from './worker/worker-process.ts';

/** A path that takes longer is an observation of its own. */
const SECONDS: Record<Lane, number> = { embedded: 240, cli: 240 };

export interface Driver {
  readonly subject: Subject;
  /** Runs one path of a case from a fresh copy of its state. Never throws for what a subject does. */
  observe(value: Case, path: PathName, lane: Lane): Promise<Observation>;
  /** Ends the warm process, so that the next observation meets a fresh one. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

let count = 0;

/** @param aws what issues AWS credentials; null: our own services */
export async function createDriver(subject: Subject, aws: AwsBackend | null = null): Promise<Driver> {
  const { folder: root, binaries } = runFolder();
  const own = path.join(root, `driver-${++count}`);
  mkdirSync(own);
  const authority = await createCertificateAuthority();
  const server = await startLoopbackServer(authority);
  const { journal, environment: network } = writeNetworkFiles(own, server.port, authority.certificate);
  const media = await writeMediaFiles(own);
  const traits = traitsOf(subject.version);
  const mirrored = needsMirror(subject);
  if (mirrored) writeMirror(subject, own);
  const packageRoots = [subject.root, ...(mirrored ? [mirrorRoot(own)] : [])];
  const base = {
    PATH: binaries,
    // Without it a subject puts the system's folders on its PATH and finds npm and git there.
    OPENCLAW_PATH_BOOTSTRAPPED: '1',
    OPENCLAW_NO_RESPAWN: '1',
    ...network,
    NODE_COMPILE_CACHE: compileCacheOf(subject),
    ...stagePluginDependencies(subject, packageRoots, own),
    ...mirrorEnvironment(subject, own),
  };
  const logFile = path.join(own, 'openclaw.log');
  const settings = { plugins: pluginSettings(subject), compileCache: compileCacheOf(subject), logFile };
  const worker = createWorkerProcess(
    subject,
    { ...base, ...warmEnvironment(subject), HOME: own, TMPDIR: own },
    own,
  );
  const earlier = new Set<string>();
  let runs = 0;

  const execute = async (home: Home, name: PathName, argv: string[], lane: Lane): Promise<WorkerEnd> => {
    if (home.pendingStore) {
      const request = { environment: home.environment, folder: home.work, store: home.pendingStore };
      const stored = await worker.send({ kind: 'store', ...request }, SECONDS.embedded * 1000);
      // Without its store a case is another case: this is our failure, not an observation.
      if (stored.kind !== 'reply')
        throw new Error(`The auth store could not be written (${stored.kind}): ${stored.tail}`);
      if (stored.reply.thrown) throw new Error(`The auth store could not be written: ${stored.reply.thrown}`);
    }
    const environment = { ...base, ...home.environment };
    if (lane === 'embedded' && name === 'image' && traits.imageCommand === 'function') {
      const { agentFolder, work: folder } = home;
      const request = { file: media.image, agentFolder, environment: home.environment, folder };
      return worker.send({ kind: 'image', ...request }, SECONDS.embedded * 1000);
    }
    // A build that cannot run its command line twice in one process runs it in a fresh one, in either lane.
    if (lane === 'embedded' && subject.runsWarm) {
      return worker.send(
        { kind: 'command', argv, environment: home.environment, folder: home.work },
        SECONDS.embedded * 1000,
      );
    }
    return runCommand(subject, argv, environment, home.work, SECONDS.cli * 1000);
  };

  const observe = async (value: Case, name: PathName, lane: Lane): Promise<Observation> => {
    const started = Date.now();
    const model = modelOf(value, name);
    const observation = {
      path: name,
      lane,
      model: { provider: model.provider, id: model.model },
      requests: [],
      probe: null,
      awsDefaultChain: null,
      disclosures: [],
      egress: [],
      quiet: [],
      leftovers: 0,
    };
    const unsupported = isSupported(model.provider, name, subject.version, lane);
    if (unsupported) {
      return { ...observation, outcome: { kind: 'unsupported', reason: unsupported }, milliseconds: 0 };
    }
    const made = canariesOf(value, saltOf(value, name, lane));
    const canaries = aws ? await aws.prepare(made) : made;
    runs += 1;
    const folder = path.join(own, traits.homePath === 'fresh' ? `home-${runs}` : 'home');
    const written = await writeHome(value, canaries, traits, folder, settings);
    const isWarm = lane === 'embedded' && traits.homePath === 'constant';
    const home = isWarm && usesAwsFiles(value) ? await withNewAwsPath(written, own, runs) : written;
    const chain =
      name === 'chat' && model.provider === 'amazon-bedrock'
        ? await awsDefaultChain(
            model.model,
            { ...base, ...home.environment },
            home.work,
            recordNetwork(server, value, canaries, earlier, journal, aws),
          )
        : null;
    const record = recordNetwork(server, value, canaries, earlier, journal, aws);
    const end = await execute(home, name, commandLine(name, media, model.provider), lane);
    const network = record.stop();
    const disclosures = disclosuresOf(end, takeLog(logFile), home, canaries);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    for (const canary of canaries) earlier.add(canary.text);
    return {
      ...observation,
      ...network,
      awsDefaultChain: chain,
      model:
        value.mediaSelection === 'automatic'
          ? chosenModel(observation.model, network.requests)
          : observation.model,
      outcome: redactOutcome(outcomeOfEnd(name, end, network.requests), canaries, folder),
      probe: name === 'probe' && end.kind === 'reply' ? parseProbe(end.reply.stdout) : null,
      disclosures,
      milliseconds: Date.now() - started,
    };
  };

  return {
    subject,
    observe,
    refresh: () => worker.recycle(),
    async close() {
      await worker.recycle();
      await server.close();
      await rm(own, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Compiled code that a subject keeps in its temporary folder: minutes when it is cold, and the same for every
 * case. Kept beside an installed subject; for a folder target, which is not ours to write to, as long as the run.
 */
function compileCacheOf({ version, root }: Subject): string {
  const installed = path.resolve(root, '..', '..');
  const isOurs = path.dirname(installed) === subjectCache();
  return path.join(isOurs ? installed : runFolder().folder, `compiled-${version}`);
}

/** A path that chooses its model may choose another provider than chat's: the wire tells which. */
function chosenModel(
  expected: Observation['model'],
  requests: Observation['requests'],
): Observation['model'] {
  const asked = requests.findLast(({ purpose }) => purpose === 'model');
  const provider = asked ? providerOfHost(asked.host) : null;
  return provider && provider.id !== expected.provider
    ? { provider: provider.id, id: 'chosen by itself' }
    : expected;
}

function usesAwsFiles(value: Case): boolean {
  return setupsOf(value).some(({ aws }) => aws !== null && aws.sources.length > 0);
}

/**
 * The AWS SDK remembers shared files by their path for as long as a process lives, so a warm one whose homes all lie in
 * one place is given another name of `~/.aws` each time. The real command reads `~/.aws`.
 */
async function withNewAwsPath(home: Home, own: string, run: number): Promise<Home> {
  const link = path.join(own, `aws-${run}`);
  await symlink(path.join(home.folder, '.aws'), link);
  const environment = {
    ...home.environment,
    AWS_CONFIG_FILE: path.join(link, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(link, 'credentials'),
  };
  return { ...home, environment };
}

/** Equal runs have equal canaries, so that the same seed gives the same run. */
function saltOf(value: Case, name: PathName, lane: Lane): string {
  return createHash('sha256')
    .update(`${caseText(value)} ${name} ${lane}`)
    .digest('hex');
}

function outcomeOfEnd(name: PathName, end: WorkerEnd, requests: Observation['requests']): Outcome {
  if (end.kind === 'reply') return outcomeOf(name, end.reply, requests);
  const message = end.kind === 'crashed' ? 'the process ended by itself' : 'no end in time';
  return { kind: 'failure', class: end.kind, message: `${message}: ${end.tail.trim().slice(-400)}` };
}

function disclosuresOf(end: WorkerEnd, log: string, home: Home, canaries: readonly Canary[]) {
  const { stdout, stderr } = end.kind === 'reply' ? end.reply : { stdout: '', stderr: end.tail };
  return findDisclosures(home.folder, { stdout, stderr, log }, canaries, home.declares);
}

/** What the subject logged since the last run. */
function takeLog(file: string): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file, 'utf8');
  truncateSync(file);
  return text;
}

function redactOutcome(outcome: Outcome, canaries: readonly Canary[], folder: string): Outcome {
  return outcome.kind === 'failure'
    ? { ...outcome, message: redact(outcome.message, canaries, folder) }
    : outcome;
}
