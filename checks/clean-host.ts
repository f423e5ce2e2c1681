/**
 * Looks with strace at everything that a replay and a run do to their host, in each lane and on each build.
 *
 * `pnpm exec node checks/clean-host.ts [--targets LIST] [--parts LIST]`. HOME and environment hold baits. Prints how many files were
 * written outside the run's own folders and outputs, how many places of HOME were looked at, how many addresses beyond
 * loopback were connected to, and how many baits were passed on; it ends with 1 where one of them is not 0. A program that
 * does all four comes first, to show that the trace sees them.
 */
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import Table from 'cli-table3';
import { Command, InvalidArgumentError } from 'commander';
import { execa } from 'execa';
import { COMPILED_SOURCES } from '../cli/keep-compiled.ts';
import { textList } from '../cli/options.ts';
import { runFolderParent } from '../gateway/run-folder.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { subjectCache } from '../gateway/subject/subject-cache.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { plainCase } from '../generators/plain-case.ts';
import { laneSchema } from '../observation/lane.ts';
import { logLine } from '../support/log-line.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { HostTrace, TRACED } from './host-trace.ts';

const PARTS = [...laneSchema.options, 'run'];
const partList = (text: string) => {
  const parts = textList(text);
  const other = parts.find((part) => !PARTS.includes(part));
  if (other !== undefined) throw new InvalidArgumentError(`Give some of ${PARTS.join(',')}.`);
  return parts;
};
const command = new Command('clean-host')
  .option('--targets <list>', 'versions', textList, ['2026.4.24', DEFAULT_TARGET])
  .option('--parts <list>', 'lanes of the replay, and run', partList, PARTS)
  .parse();
const { targets, parts } = command.opts<{ targets: string[]; parts: string[] }>();
const { failed } = await execa('strace', ['-V'], { reject: false });
if (failed)
  command.error('There is no strace on this machine. Install it (apt-get install strace).', { exitCode: 2 });

const BAIT = 'sk-BAIT-of-the-host-00000000000000000000';
const VARIABLES = ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'AWS_SECRET_ACCESS_KEY', 'OPENCLAW_GATEWAY_TOKEN'];
const HOME_FILES: Readonly<Record<string, string>> = {
  '.openclaw/openclaw.json': JSON.stringify({ env: { OPENAI_API_KEY: BAIT } }),
  '.openclaw/.env': `OPENAI_API_KEY=${BAIT}\n`,
  '.aws/credentials': `[default]\naws_access_key_id = AKIABAIT\naws_secret_access_key = ${BAIT}\n`,
  '.claude/.credentials.json': JSON.stringify({ claudeAiOauth: { accessToken: BAIT } }),
  '.codex/auth.json': JSON.stringify({ OPENAI_API_KEY: BAIT }),
  '.config/gcloud/application_default_credentials.json': JSON.stringify({ refresh_token: BAIT }),
  ...{ '.npmrc': `//registry.npmjs.org/:_authToken=${BAIT}\n`, '.netrc': BAIT, '.gitconfig': BAIT },
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-host-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const [home, work] = [path.join(folder, 'home'), path.join(folder, 'work')];
mkdirSync(work);
for (const [name, text] of Object.entries(HOME_FILES)) {
  mkdirSync(path.join(home, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(home, name), text);
}
// A live key, so that every path comes to its end and leaves all that it leaves.
const file = 'case.json';
const RESULT = 'result.json';
const variable = { name: 'OPENAI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;
writeFileSync(path.join(work, file), JSON.stringify(plainCase({ id: 'openai', environment: [variable] })));

const isBelow = (file: string, place: string) => file === place || file.startsWith(`${place}${path.sep}`);
const runFolders = path.join(runFolderParent(), 'openclaw-conformance-');
const rules = {
  isOwn: (file: string) =>
    file.startsWith(runFolders) ||
    [work, subjectCache(), COMPILED_SOURCES].some((place) => isBelow(file, place)) ||
    /^\/dev\/(null|tty|pts\/\d+)$|^\/proc\/(self|\d+)\//.test(file),
  isOfHome: (file: string) =>
    [home, path.join(os.userInfo().homedir, '.openclaw')].some((own) => isBelow(file, own)),
  hostServices: ['/var/run/nscd/socket'],
  texts: [BAIT],
};

/** Runs Node under strace in a folder of its own, as a user with that home would. */
async function traced(argv: readonly string[]): Promise<HostTrace> {
  const trace = path.join(folder, 'trace');
  const options = ['-f', '-qq', '-y', '--seccomp-bpf', '-s', '65536', '-e', 'abbrev=!execve'];
  const environment = {
    ...{ PATH: process.env.PATH, HOME: home, OPENCLAW_CONFORMANCE_CACHE: subjectCache() },
    ...Object.fromEntries(VARIABLES.map((name) => [name, BAIT])),
  };
  const { exitCode, stderr } = await execa(
    'strace',
    [...options, '-e', `trace=${TRACED}`, '-o', trace, process.execPath, ...argv],
    { cwd: work, env: environment, extendEnv: false, reject: false },
  );
  // Few cases leave much unjudged, so that "not testable" is a verdict here, too.
  const hasVerdict = exitCode === 2 && existsSync(path.join(work, RESULT));
  rmSync(path.join(work, RESULT), { force: true });
  if (exitCode !== 0 && exitCode !== 1 && !hasVerdict)
    throw new Error(`${argv.join(' ')} ended with ${exitCode}: ${stderr}`);
  const seen = new HostTrace(rules, work);
  for await (const line of readline.createInterface({ input: createReadStream(trace) })) seen.add(line);
  return seen;
}

const table = new Table({
  style: { head: [], border: [], compact: true },
  head: [
    'build',
    'what',
    'calls',
    'processes',
    'own files',
    'outside',
    'home',
    'beyond loopback',
    'passed on',
  ],
});
const faultsOf = (trace: HostTrace) => [
  ...[trace.writtenOutside, trace.lookedAtHome, trace.connectedBeyond, trace.passedOn],
];
function add(build: string, what: string, trace: HostTrace): void {
  const { calls, processes, written } = trace;
  const row = [build, what, calls, processes.size, written.size, ...faultsOf(trace).map(({ size }) => size)];
  table.push(row);
  // A trace takes minutes: what ends the check leaves the figures before it.
  process.stderr.write(`${row.join(', ')}\n`);
}

// A datagram socket that is connected sends nothing.
const PLANTED = `
import { appendFileSync, readFileSync, rmSync } from 'node:fs'; import dgram from 'node:dgram'; import { spawnSync } from 'node:child_process';
appendFileSync('${folder}/planted', 'x'); rmSync('${folder}/planted'); readFileSync('${home}/.netrc'); spawnSync(process.execPath, ['--version']);
const socket = dgram.createSocket('udp4'); socket.connect(9, '192.0.2.1', () => socket.close());`;
const planted = await traced(['--input-type=module', '--eval', PLANTED]);
add('none', 'planted', planted);
const isBlind = faultsOf(planted).some(({ size }) => size !== 1);

const main = path.join(PACKAGE_ROOT, 'cli', 'main.ts');
const outputs = ['--json', RESULT, '--html', 'page.html'];
const ONE_CASE = [
  ...['run', '--cases', '1', '--survey', '--no-saved', '--no-baseline', '--allow-gaps'],
  ...['--workers', '1'],
];
const found: string[] = [];
for (const target of targets) {
  await installSubject(target, logLine);
  for (const part of parts) {
    const isRun = part === 'run';
    const what = isRun ? part : `replay, ${part}`;
    const argv = isRun ? ONE_CASE : ['replay', file, '--lane', part];
    process.stderr.write(`${target}: ${what}\n`);
    const command = [main, ...argv, ...outputs, '--target', target];
    const trace = await traced(['--disable-warning=ExperimentalWarning', ...command]);
    add(target, what, trace);
    for (const socket of trace.asked) process.stdout.write(`${target}, ${what} asked ${socket}\n`);
    found.push(...faultsOf(trace).flatMap((each) => [...each].map((one) => `${target}, ${what}: ${one}`)));
  }
}
const left = readdirSync(runFolderParent()).filter((name) => name.startsWith(path.basename(runFolders)));
process.stdout.write(`${table.toString()}\n${found.join('\n')}\n`);
process.stdout.write(`folders of runs on this machine now: ${left.length}\n`);
if (isBlind) process.stdout.write('The trace does not see what was planted: it proves nothing.\n');
process.exitCode = found.length > 0 || isBlind ? 1 : 0;
