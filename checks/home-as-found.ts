/** A home as it was found on disk, secrets and all: what the real command sends in it. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runnableOf } from '../gateway/cases/runnable-of.ts';
import { writeMediaFiles } from '../gateway/home/media-files.ts';
import { runCommand } from '../gateway/lanes/cli.ts';
import { outcomeOfEnd } from '../gateway/observe/end-of-run.ts';
import { runFolder } from '../gateway/run-folder.ts';
import { extensionsOf } from '../gateway/subject/plugin-mirror.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { subjectEnvironment } from '../gateway/subject/subject-environment.ts';
import { createWorkerProcess } from '../gateway/worker/worker-process.ts';
import { ALL_PROVIDERS } from '../generators/providers/catalog.ts';
import { addressesOf } from '../home-case/addresses.ts';
import type { HomeCase } from '../home-case/home-case.ts';
import { outcomeText } from '../invariants/behaviour.ts';
import { credentialsOfRequest } from '../mocks/credentials-of-request.ts';
import { createCertificateAuthority } from '../mocks/network/certificates.ts';
import { startLoopbackServer } from '../mocks/network/loopback-server.ts';
import { writeNetworkFiles } from '../mocks/network/preload.ts';
import { addressStubs } from '../mocks/providers/address-stub.ts';
import { providerStubs } from '../mocks/providers/provider-stub.ts';
import type { Lane } from '../observation/lane.ts';
import { emptyObservation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import type { WireRequest } from '../observation/request.ts';
import { pathOf } from '../paths/paths.ts';

/** One path: `scheme host` of each credential in its model requests, the credential, and the end. */
export interface Behaviour {
  readonly path: PathName;
  readonly requests: readonly string[];
  /** The secret, or the place that holds it. */
  readonly sent: readonly string[];
  readonly end: string;
}

/** More than a turn with all its retries takes. */
const COMMAND_SECONDS = 240;
let networks = 0;

/**
 * A network of its own, and the environment in which the build's command runs in a folder.
 *
 * @returns with `media`: the folder of the media files
 */
export async function commandIn(
  subject: Subject,
  folder: string,
  variables: Readonly<Record<string, string>>,
  lane: Lane = 'cli',
) {
  networks += 1;
  const own = path.join(runFolder().folder, `network-${networks}`);
  const work = path.join(folder, 'work');
  for (const each of [work, path.join(folder, 'tmp'), own]) mkdirSync(each, { recursive: true });
  const authority = await createCertificateAuthority();
  const server = await startLoopbackServer(authority);
  const { environment: network } = writeNetworkFiles(own, server.port, authority.certificate);
  await writeMediaFiles(own);
  const environment = {
    PATH: runFolder().binaries,
    ...network,
    ...subjectEnvironment(subject, own),
    // A home may need any of the build's plugins.
    OPENCLAW_BUNDLED_PLUGINS_DIR: extensionsOf(subject.root),
    HOME: folder,
    TMPDIR: path.join(folder, 'tmp'),
    ...variables,
  };
  const timeoutMs = COMMAND_SECONDS * 1000;
  const worker = createWorkerProcess(subject, environment, own);
  const run = (argv: readonly string[], more: Readonly<Record<string, string>> = {}, input = '') => {
    const program = { argv: [...argv], environment: { ...environment, ...more }, folder: work };
    return lane === 'cli' || !subject.runsWarm
      ? runCommand(subject, { ...program, input, timeoutMs })
      : worker.send({ kind: 'command', ...program }, timeoutMs);
  };
  const close = async () => {
    await worker.close();
    await server.close();
  };
  return { run, server, close, media: own };
}

/**
 * @param value the imported case: it says which model each path asks, and whose a host is
 * @param texts the home's secrets
 */
export async function behavioursOfHome(
  subject: Subject,
  folder: string,
  {
    value,
    texts,
    variables,
  }: { value: HomeCase; texts: readonly string[]; variables: Record<string, string> },
  paths: readonly PathName[],
  lane: Lane,
): Promise<Behaviour[]> {
  const { run, server, close, media } = await commandIn(subject, folder, variables, lane);
  const runnable = runnableOf(value);
  const { parties } = await runnable.stage('', null);
  const addresses = addressesOf(value).map(({ url }) => url);
  const ports = addresses.filter(({ hostname }) => /^(localhost|127\.|\[::1])/.test(hostname));
  const local = ports.map(({ port }) => port || '80').join(',');
  const behaviours: Behaviour[] = [];
  for (const name of paths) {
    const asked = pathOf(name);
    const { model, unsupported } = runnable.askedModel(asked, subject.version, 'cli');
    // A turn that asks for a tool needs files and settings of the driver, which a home as it was found does not have.
    if (unsupported || asked.turn) continue;
    const requests: WireRequest[] = [];
    const sent: { request: string; secret: string }[] = [];
    server.serve(
      [
        ...[...new Set(addresses.map(({ host }) => host))].flatMap((host) =>
          addressStubs(host, async () => null, null),
        ),
        ...ALL_PROVIDERS.flatMap((provider) =>
          providerStubs(provider, async () => null, { answer: 'by-key', answeredRequests: 'every' }),
        ),
      ],
      ({ url, method, headers, httpVersion }, status) => {
        if (!parties.ownerOf(url)?.isModelCall(method, url)) return;
        const usual = credentialsOfRequest(headers, url);
        const others = Object.entries(headers)
          .filter(([header, text]) => header !== 'authorization' && texts.some((each) => text.includes(each)))
          .map(([scheme, text]) => ({ scheme, text: text.replace(/^(Bearer|Basic) /i, '') }))
          .filter(({ text }) => !usual.some((each) => each.text === text));
        for (const { scheme, text } of [...usual, ...others])
          sent.push({ request: `${scheme} ${url.hostname}`, secret: text });
        const about = { host: url.hostname, path: url.pathname, purpose: 'model', status } as const;
        const nothing = { credentials: [], ownHeaders: [], region: null, awsFeatures: null };
        requests.push({ httpVersion, method, ...about, ...nothing });
      },
    );
    const argv = asked.drive.command(runnable.asked(asked, model.provider, subject.version), media);
    const end = await run(argv, local ? { CONFORMANCE_LOOPBACK_PORTS: local } : {});
    server.stop();
    const context = { version: subject.version, canaries: [], folders: { [folder]: '~' }, turn: null };
    const outcome = outcomeOfEnd(asked, end, requests, context);
    behaviours.push({
      path: name,
      requests: sent.map(({ request }) => request),
      sent: sent.map(({ secret }) => secret),
      end: outcomeText({
        ...emptyObservation(name, 'cli', { provider: model.provider, id: model.model }),
        outcome,
      }),
    });
  }
  await close();
  return behaviours;
}
