/**
 * Holds imported cases against the homes they come from: real commands make a home, the five paths run on it and on
 * its imported case with the real command, and what both send must be the same.
 *
 * `node checks/imported-homes.ts [--only N]`. Both accept every key that they hold. A secret of the home and the
 * place in the case that stands for it must belong together on every path. It ends with 1 when a home differs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { execa } from 'execa';
import { caseCount } from '../cli/options.ts';
import { askedOf } from '../gateway/asked/asked.ts';
import { askedModel } from '../gateway/asked/unsupported-reason.ts';
import { createDriver } from '../gateway/driver.ts';
import { writeMediaFiles } from '../gateway/home/media-files.ts';
import { runCommand } from '../gateway/lanes/cli.ts';
import { outcomeOfEnd } from '../gateway/observe/end-of-run.ts';
import { runFolder } from '../gateway/run-folder.ts';
import { installSubject } from '../gateway/subject/install.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { subjectEnvironment } from '../gateway/subject/subject-environment.ts';
import { ALL_PROVIDERS, providerOfHost } from '../generators/providers/catalog.ts';
import { caseOfHome } from '../import/case-of-home.ts';
import { leaksOf } from '../import/leaks.ts';
import { readOpenClawHome } from '../import/openclaw-home.ts';
import { outcomeText } from '../invariants/behaviour.ts';
import { credentialsOfRequest } from '../mocks/credentials-of-request.ts';
import { createCertificateAuthority } from '../mocks/network/certificates.ts';
import { startLoopbackServer } from '../mocks/network/loopback-server.ts';
import { writeNetworkFiles } from '../mocks/network/preload.ts';
import { isModelCall, providerStubs } from '../mocks/providers/provider-stub.ts';
import { describeOrigin } from '../observation/credential-text.ts';
import type { PathName } from '../observation/path-name.ts';
import type { WireRequest } from '../observation/request.ts';
import { PATHS } from '../paths/paths.ts';
import { REAL_HOMES, type RealHome } from './real-homes.ts';

/** One path: `scheme host` of each model request, what was sent, and the end. */
interface Behaviour {
  readonly path: PathName;
  readonly requests: readonly string[];
  /** The secret, or the place that holds it. */
  readonly sent: readonly string[];
  readonly end: string;
}

const SECONDS = 240;
const { only } = new Command('imported-homes')
  .option('--only <n>', 'one home, from 1', caseCount)
  .parse()
  .opts<{ only?: number }>();
const say = (line: string) => process.stderr.write(`${line}\n`);
let differing = 0;
for (const [index, home] of REAL_HOMES.entries()) {
  if (only && only !== index + 1) continue;
  const subject = await installSubject(home.version, say);
  const folder = path.join(runFolder().folder, `real-home-${index + 1}`);
  const own = await behaviourOfHome(home, subject, folder);
  writeFileSync(path.join(folder, 'process.env'), dotenv(home.environment));
  const read = await readOpenClawHome(folder, path.join(folder, 'process.env'));
  const { case: value, leftOut } = caseOfHome(read, null);
  await using driver = await createDriver(subject);
  const imported: Behaviour[] = [];
  for (const { path: name } of own) {
    const observation = await driver.observe(value, name, 'cli');
    const requests = observation.requests.filter(({ purpose }) => purpose === 'model');
    const credentials = requests.flatMap(({ credentials: each, host }) =>
      each.map((credential) => ({ ...credential, host })),
    );
    imported.push({
      path: name,
      requests: credentials.map(({ scheme, host }) => `${scheme} ${host}`),
      sent: credentials.map(describeOrigin),
      end: outcomeText(observation),
    });
  }
  const differences = [
    ...differencesOf(own, imported),
    ...leaksOf(read, JSON.stringify(value)).map(() => 'a leak'),
  ];
  differing += differences.length > 0 ? 1 : 0;
  process.stdout.write(
    `${index + 1}. ${home.version}, ${home.name}: ${differences.length === 0 ? 'the same' : 'differs'}\n`,
  );
  for (const [each, other] of own.map((one, at) => [one, imported[at]!] as const)) {
    process.stdout.write(
      `   ${each.path}: ${each.requests.join(', ') || 'nothing sent'} (${other.sent.join(', ')}) ${each.end}\n`,
    );
  }
  for (const line of [...differences, ...leftOut.map((each) => `left out: ${each}`)])
    process.stdout.write(`   ${line}\n`);
}
process.exitCode = differing > 0 ? 1 : 0;

/** Makes the home with the real commands, and runs each path that has one on it. */
async function behaviourOfHome(home: RealHome, subject: Subject, folder: string): Promise<Behaviour[]> {
  const [work, own] = [
    path.join(folder, 'work'),
    path.join(runFolder().folder, `network-${path.basename(folder)}`),
  ];
  for (const each of [work, path.join(folder, 'tmp'), own]) mkdirSync(each, { recursive: true });
  const authority = await createCertificateAuthority();
  const server = await startLoopbackServer(authority);
  const { environment: network } = writeNetworkFiles(own, server.port, authority.certificate);
  const environment = {
    PATH: runFolder().binaries,
    ...network,
    ...subjectEnvironment(subject, own),
    HOME: folder,
    TMPDIR: path.join(folder, 'tmp'),
    ...home.environment,
  };
  for (const { argv, input } of home.commands) {
    const options = { cwd: work, env: environment, extendEnv: false, timeout: SECONDS * 1000 };
    await execa(process.execPath, [subject.command, ...argv], { ...options, input: input ?? '' });
  }
  for (const [name, text] of Object.entries(home.files)) writeFileSync(path.join(folder, name), text);
  await writeMediaFiles(own);
  const { case: value } = caseOfHome(await readOpenClawHome(folder, null), null);
  const behaviours: Behaviour[] = [];
  for (const each of PATHS) {
    const { name } = each;
    const { model, unsupported } = askedModel(value, each, home.version, 'cli');
    if (unsupported) continue;
    const { provider } = model;
    const requests: WireRequest[] = [];
    const sent: { request: string; secret: string }[] = [];
    server.serve(
      ALL_PROVIDERS.flatMap((provider) =>
        providerStubs(provider, async () => null, { answer: 'by-key', answeredRequests: 'every' }),
      ),
      ({ url, method, headers }, status) => {
        const owner = providerOfHost(url.hostname);
        if (!owner || !isModelCall(owner.id, method, url)) return;
        const credentials = credentialsOfRequest(headers, url);
        sent.push(
          ...credentials.map(({ scheme, text }) => ({ request: `${scheme} ${url.hostname}`, secret: text })),
        );
        requests.push({
          httpVersion: '',
          method,
          host: url.hostname,
          path: url.pathname,
          purpose: 'model',
          credentials: [],
          ownHeaders: [],
          region: null,
          awsFeatures: null,
          status,
        });
      },
    );
    const asked = name === 'probe' ? await nameInHome(folder) : provider;
    const end = await runCommand(subject, {
      argv: each.drive.command({ ...askedOf(value, each, asked, subject.version), agent: 'main' }, own),
      environment,
      folder: work,
      timeoutMs: SECONDS * 1000,
    });
    const outcome = outcomeOfEnd(each, end, requests, {
      version: subject.version,
      canaries: [],
      folders: { [folder]: '~' },
      turn: null,
    });
    behaviours.push({
      path: name,
      requests: sent.map(({ request }) => request),
      sent: sent.map(({ secret }) => secret),
      end: outcome.kind === 'failure' ? outcome.class : outcome.kind,
    });
  }
  await server.close();
  return behaviours.filter(({ end, requests }) => end !== 'unsupported' || requests.length > 0);
}

/** The home's own name for its provider. */
async function nameInHome(folder: string): Promise<string> {
  const { config } = await readOpenClawHome(folder, null);
  const model = JSON.stringify(config).match(/"primary":"([^/"]+)\//)?.[1];
  return model ?? '';
}

function differencesOf(own: readonly Behaviour[], imported: readonly Behaviour[]): string[] {
  const placeOf = new Map<string, string>();
  return own.flatMap((each, at) => {
    const other = imported[at]!;
    const shape = (behaviour: Behaviour) =>
      `${behaviour.requests.join(', ') || 'nothing sent'}, ${behaviour.end}`;
    // A path that a provider does not have ends as "unsupported" in a case, and in its own words in a home.
    if (other.end === 'unsupported' && each.requests.length === 0) return [];
    if (shape(each) !== shape(other)) return [`${each.path}: home ${shape(each)}; case ${shape(other)}`];
    return each.sent.flatMap((secret, index) => {
      const place = other.sent[index]!;
      const before = placeOf.get(secret) ?? place;
      placeOf.set(secret, before);
      return before === place ? [] : [`${each.path}: ${place}, elsewhere the same secret is ${before}`];
    });
  });
}

function dotenv(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
