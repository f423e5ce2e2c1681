/**
 * Holds imported cases against the homes they come from: each path taken by the build in the home as it was found, and in its
 * imported case. Requests with their credentials, ends, and reports of the probe must be the same.
 *
 * `pnpm exec node checks/imported-homes.ts [--of commands|users] [--target VERSION] [--only N] [--paths LIST] [--made FOLDER]
 * [--lane cli|embedded|gateway]`. `commands`: homes that the builds' own commands make; `users`: those of the table of tests, on
 * a build. `--made` keeps the homes for the next time. It ends with 1 when a home differs.
 */
import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Command, Option } from 'commander';
import { caseCount, pathList } from '../cli/options.ts';
import { homeAsItIs } from '../gateway/cases/home-as-it-is.ts';
import type { Runnable } from '../gateway/cases/runnable.ts';
import { startRuns } from '../gateway/driver.ts';
import { observePath } from '../gateway/observe-path.ts';
import { runFolder } from '../gateway/run-folder.ts';
import { installSubject } from '../gateway/subject/install.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { CONFIG_FILE } from '../home-case/home-case.ts';
import { readRawHome } from '../import/files/raw-home.ts';
import { homeCaseOf } from '../import/home-case-of.ts';
import { leakCount } from '../import/leaks-of-home.ts';
import { credentialsText, outcomeText } from '../invariants/behaviour.ts';
import { type Lane, laneSchema } from '../observation/lane.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { laneOfPath, pathOf, pathsOfLane } from '../paths/paths.ts';
import { variablesIn } from '../support/env-text.ts';
import { logLine } from '../support/log-line.ts';
import { HOMES_OF_USERS } from '../test-support/homes-of-users.ts';
import { commandIn } from './command-in-home.ts';
import { homeAsFound, isMetAgain } from './home-as-found.ts';
import { REAL_HOMES, type RealHome } from './real-homes.ts';

const { of, target, only, paths, made, lane } = new Command('imported-homes')
  .addOption(new Option('--of <kind>').choices(['commands', 'users']).default('commands'))
  .option('--target <version>', 'of the homes of users', DEFAULT_TARGET)
  .option('--only <n>', 'one home, from 1', caseCount)
  .option('--paths <list>', 'some of them', pathList)
  .option('--made <folder>', 'where homes are kept')
  .addOption(
    new Option('--lane <lane>', 'in which the paths are run').choices(laneSchema.options).default('cli'),
  )
  .parse()
  .opts<{
    of: 'commands' | 'users';
    target: string;
    only?: number;
    paths?: PathName[];
    made?: string;
    lane: Lane;
  }>();
const homes: readonly RealHome[] =
  of === 'commands'
    ? REAL_HOMES
    : HOMES_OF_USERS.map(({ name, files, variables = '' }) => ({
        name,
        version: target,
        environment: variablesIn(variables),
        commands: [],
        files,
      }));

let [same, compared] = [0, 0];
for (const [index, home] of homes.entries()) {
  if (only && only !== index + 1) continue;
  const subject = await installSubject(home.version, logLine);
  const folder = path.resolve(
    made ?? runFolder().folder,
    `${of}-${home.version}-${hash('md5', home.name).slice(0, 8)}`,
  );
  if (!existsSync(asMade(folder))) await make(home, subject, folder);
  const variables = path.join(runFolder().folder, `variables-${index + 1}.env`);
  writeFileSync(
    variables,
    Object.entries(home.environment)
      .map(([name, text]) => `${name}=${text}\n`)
      .join(''),
  );
  rmSync(folder, { recursive: true, force: true });
  cpSync(asMade(folder), folder, { recursive: true });
  const configuration = readFileSync(path.join(folder, CONFIG_FILE), 'utf8');
  const raw = readRawHome(folder, variables);
  const imported = homeCaseOf(raw, { model: null, agent: null, failing: [], live: null });
  const found = {
    files: asMade(folder),
    folder,
    configuration,
    variables: home.environment,
    service: raw.service?.variables ?? null,
  };
  const asked = paths ?? pathsOfLane(lane);
  const runnables = [homeAsFound(imported, found), homeAsItIs(imported.case)] as const;
  const [own, others] = await observed(subject, runnables, asked);
  const leaks = leakCount(imported.texts, JSON.stringify(imported.case));
  const differences = [
    ...own.flatMap((each, at) => differencesOf(each, others[at]!)),
    ...(leaks > 0 ? ['a leak'] : []),
  ];
  compared += 1;
  same += differences.length === 0 ? 1 : 0;
  const taken = own.filter(({ outcome }) => outcome.kind !== 'unsupported');
  const verdict = differences.length === 0 ? 'the same' : 'differs';
  process.stdout.write(
    `${index + 1}. ${home.version}, ${home.name}: ${verdict}, ${taken.length} paths taken\n`,
  );
  for (const [at, each] of own.entries())
    process.stdout.write(
      `   ${each.path}: ${inWords(each)} (${each.milliseconds} ms, the case ${others[at]?.milliseconds} ms)\n`,
    );
  for (const line of differences) process.stdout.write(`   ! ${line}\n`);
}
process.stdout.write(`${same} of ${compared} homes: the same\n`);
process.exitCode = same < compared ? 1 : 0;

/** The files of a home as they were when it was made. Its own folder is for runs: builds remember where a home is. */
function asMade(folder: string): string {
  return `${folder}.made`;
}

/** Makes the home with the real commands. */
async function make(home: RealHome, subject: Subject, folder: string): Promise<void> {
  const write = ([name, text]: readonly [string, string]) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  Object.entries(home.filesBefore ?? {}).forEach(write);
  await using command = await commandIn(subject, folder, home.environment);
  for (const { argv, input } of home.commands) {
    const end = await command.run(argv, input);
    if (end.kind !== 'reply' || end.reply.exitCode !== 0)
      logLine(
        `${home.name}: ${argv.slice(0, 4).join(' ')} ends with ${end.kind === 'reply' ? `${end.reply.exitCode}: ${end.reply.stderr.slice(0, 300)}` : end.kind}`,
      );
  }
  Object.entries(home.files).forEach(write);
  cpSync(folder, asMade(folder), { recursive: true });
}

/** Takes the paths in the home as it was found, and in its case, with one driver. */
async function observed(
  subject: Subject,
  [home, value]: readonly [Runnable, Runnable],
  asked: readonly PathName[],
): Promise<[Observation[], Observation[]]> {
  await using runs = await startRuns(subject, null);
  const take = (taken: Runnable, name: PathName) =>
    observePath(runs, taken, pathOf(name), laneOfPath(name, lane));
  const own: Observation[] = [];
  const others: Observation[] = [];
  for (const name of asked) {
    if (isMetAgain(pathOf(name), subject)) await runs.worker.recycle();
    own.push(await take(home, name));
  }
  for (const name of asked) others.push(await take(value, name));
  return [own, others];
}

function differencesOf(own: Observation, imported: Observation): string[] {
  const parts = {
    end: outcomeText,
    requests: ({ requests }: Observation) => differentInARow(requests),
    egress: ({ egress }: Observation) => egress,
    probe: ({ probe }: Observation) => probe ?? null,
    status: ({ status }: Observation) => status ?? null,
  };
  return Object.entries(parts).flatMap(([name, part]) =>
    isDeepStrictEqual(part(own), part(imported))
      ? []
      : [
          `${own.path}, ${name}: home ${JSON.stringify(part(own))} ${messageOf(own)}`,
          `${own.path}, ${name}: case ${JSON.stringify(part(imported))} ${messageOf(imported)}`,
        ],
  );
}

/** Memory asks once for each of some of the user's documents, which a case does not have. */
function differentInARow(requests: Observation['requests']): Observation['requests'] {
  return requests.filter((each, at) => !isDeepStrictEqual(each, requests[at - 1]));
}

function inWords(observation: Observation): string {
  const { outcome, requests } = observation;
  if (outcome.kind === 'unsupported') return outcome.reason;
  const sent = requests
    .filter(({ purpose }) => purpose === 'model' || purpose === 'fallback')
    .map(({ host, credentials }) => `${host} (${credentialsText(credentials)})`);
  return `${sent.join(', ') || 'asks no model'}: ${outcomeText(observation)}`;
}

function messageOf({ outcome }: Observation): string {
  return outcome.kind === 'failure' ? outcome.message.replaceAll(/\s+/g, ' ').slice(0, 400) : '';
}
