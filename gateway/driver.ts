/**
 * Drives one subject, one path at a time: a loopback network, a warm worker, and the real command beside it.
 *
 * Several drivers run side by side; they share nothing but the subject's files.
 */
import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { choosesByItself } from '../generators/axes/media-selection.ts';
import { type Case, caseText } from '../generators/case.ts';
import { providerOf } from '../generators/providers/catalog.ts';
import { canariesOf, setupsOf } from '../generators/secrets/canaries.ts';
import type { AwsBackend } from '../mocks/aws/backend.ts';
import { createCertificateAuthority } from '../mocks/network/certificates.ts';
import { startLoopbackServer } from '../mocks/network/loopback-server.ts';
import { writeNetworkFiles } from '../mocks/network/preload.ts';
import type { Lane } from '../observation/lane.ts';
import { emptyObservation, type Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { writeHome } from './home/home.ts';
import { writeMediaFiles } from './home/media-files.ts';
import { fallbackOf } from './home/models.ts';
import { withNewAwsPath } from './home/new-aws-path.ts';
import { runPath } from './lanes/run-path.ts';
import { chosenModel, disclosuresOf, outcomeOfEnd } from './observe/end-of-run.ts';
import { recordNetwork } from './observe/network-record.ts';
import { awsDefaultChain } from './oracle/aws-default-chain.ts';
import { askedOf } from './paths/command-line.ts';
import { parseProbe, parseStatus } from './paths/outcome.ts';
import { askedModel } from './paths/supported.ts';
import { toolCallOf } from './paths/tool-path.ts';
import { runFolder } from './run-folder.ts';
import { createGatewayLane } from './running/gateway-lane.ts';
import { pluginSettings } from './subject/plugin-settings.ts';
import type { Subject } from './subject/subject.ts';
import { compileCacheOf, subjectEnvironment } from './subject/subject-environment.ts';
import { traitsOf } from './versions/traits.ts';
import { createWorkerProcess } from './worker/worker-process.ts';

export interface Driver {
  readonly subject: Subject;
  /** Runs one path of a case from a fresh copy of its state. Never throws for what a subject does. */
  observe(value: Case, path: PathName, lane: Lane): Promise<Observation>;
  /** How often the `gateway` lane started a gateway. */
  gatewayStarts(): number;
  /** Ends the warm processes and the gateway, so that the next observation meets fresh ones. */
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
  const { journal, environment: redirect } = writeNetworkFiles(own, server.port, authority.certificate);
  const media = await writeMediaFiles(own);
  const traits = traitsOf(subject.version);
  const base = { PATH: binaries, ...redirect, ...subjectEnvironment(subject, own) };
  const logFile = path.join(own, 'openclaw.log');
  const compileCache = compileCacheOf(subject);
  const worker = createWorkerProcess(subject, { ...base, HOME: own, TMPDIR: own }, own);
  const earlier = new Set<string>();
  const network = { server, journal, earlier };
  let runs = 0;

  const running = createGatewayLane({
    subject,
    environment: base,
    folder: own,
    logFile,
    media,
    network,
    aws,
  });

  const observe = async (value: Case, name: PathName, lane: Lane): Promise<Observation> => {
    const started = Date.now();
    const { model, unsupported } = askedModel(value, name, subject.version, lane);
    const observation = emptyObservation(name, lane, { provider: model.provider, id: model.model });
    if (unsupported) return { ...observation, outcome: { kind: 'unsupported', reason: unsupported } };
    if (lane === 'gateway') return running.observe(value, name, model);
    const made = canariesOf(value, saltOf(value, name, lane));
    const canaries = aws ? await aws.prepare(made) : made;
    runs += 1;
    const folder = path.join(own, traits.homePath === 'fresh' ? `home-${runs}` : 'home');
    const plugins = pluginSettings(
      subject,
      setupsOf(value).map(({ id }) => id),
      value.otherPlugin,
      [name],
    );
    const written = await writeHome(value, canaries, traits, folder, {
      plugins,
      compileCache,
      logFile,
      paths: [name],
    });
    const isWarm = lane === 'embedded' && traits.homePath === 'constant';
    const home = isWarm ? await withNewAwsPath(value, written, path.join(own, `aws-${runs}`)) : written;
    const chain =
      name === 'chat' && providerOf(model.provider).credentials === 'aws'
        ? await awsDefaultChain(
            model.model,
            { base, canaries, home },
            recordNetwork(network, { value, canaries, aws, call: null, fallback: null }),
          )
        : null;
    const call = toolCallOf(name, home.workspace);
    const next = fallbackOf(value, name)?.provider ?? null;
    const fallback = next === model.provider ? null : next;
    const record = recordNetwork(network, { value, canaries, aws, call, fallback });
    const asked = askedOf(value, name, model.provider);
    const run = { name, lane, home, asked };
    const end = await runPath({ subject, worker, environment: base, media }, run);
    const seen = record.stop();
    const folders = { [folder]: '~', [subject.root]: '<openclaw>' };
    const disclosures = disclosuresOf(end, logFile, home, canaries);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    for (const { text, exchanged } of canaries) {
      earlier.add(text);
      if (exchanged) earlier.add(exchanged);
    }
    return {
      ...observation,
      ...seen,
      awsDefaultChain: chain,
      model: choosesByItself(value.mediaSelection, name)
        ? chosenModel(value, observation.model, seen.requests)
        : observation.model,
      outcome: outcomeOfEnd(name, end, seen.requests, canaries, folders, call && record.turn),
      probe: name === 'probe' && end.kind === 'reply' ? parseProbe(end.reply.stdout) : null,
      status: name === 'probe' && end.kind === 'reply' ? parseStatus(end.reply.stdout, model.provider) : null,
      disclosures,
      milliseconds: Date.now() - started,
    };
  };

  return {
    subject,
    observe,
    gatewayStarts: () => running.starts(),
    async refresh() {
      await worker.recycle();
      await running.refresh();
    },
    async close() {
      await worker.recycle();
      await running.refresh();
      await server.close();
      await rm(own, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Equal runs have equal canaries, so that the same seed gives the same run. */
function saltOf(value: Case, name: PathName, lane: Lane): string {
  return hash('sha256', `${caseText(value)} ${name} ${lane}`);
}
