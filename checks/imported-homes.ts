/**
 * Holds imported cases against the homes they come from: paths run by the real command in the home as it was found, and in its
 * imported case; what both send, and how both end, must be the same.
 *
 * `pnpm exec node checks/imported-homes.ts [--of commands|users] [--target VERSION] [--only N] [--paths LIST] [--made FOLDER]
 * [--lane cli|embedded]`. `commands`: homes that the builds' own commands make; `users`: those of the table of tests, on a build.
 * A secret of the home and the place in the case that stands for it must belong together on every path. `--made` keeps the homes
 * for the next time. Paths within a turn are left out: they need files and settings of the driver, which a home as it was found
 * does not have. It ends with 1 when a home differs.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { Command, Option } from 'commander';
import { caseCount, pathList } from '../cli/options.ts';
import { createDriver } from '../gateway/driver.ts';
import { runFolder } from '../gateway/run-folder.ts';
import { installSubject } from '../gateway/subject/install.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import type { HomeCase } from '../home-case/home-case.ts';
import { readRawHome } from '../import/files/raw-home.ts';
import { homeCaseOf } from '../import/home-case-of.ts';
import { leakCount } from '../import/leaks-of-home.ts';
import { outcomeText } from '../invariants/behaviour.ts';
import { describeOrigin } from '../observation/credential-text.ts';
import type { Lane } from '../observation/lane.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import { logLine } from '../support/log-line.ts';
import { HOMES_OF_USERS } from '../test-support/homes-of-users.ts';
import { type Behaviour, behavioursOfHome, commandIn } from './home-as-found.ts';
import { REAL_HOMES, type RealHome } from './real-homes.ts';

const { of, target, only, paths, made, lane } = new Command('imported-homes')
  .addOption(new Option('--of <kind>').choices(['commands', 'users']).default('commands'))
  .option('--target <version>', 'of the homes of users', DEFAULT_TARGET)
  .option('--only <n>', 'one home, from 1', caseCount)
  .option('--paths <list>', 'some of them', pathList, [...ALL_PATHS])
  .option('--made <folder>', 'where homes are kept')
  .addOption(
    new Option('--lane <lane>', 'in which the paths are run').choices(['cli', 'embedded']).default('cli'),
  )
  .parse()
  .opts<{
    of: 'commands' | 'users';
    target: string;
    only?: number;
    paths: PathName[];
    made?: string;
    lane: Lane;
  }>();
const homes: readonly RealHome[] =
  of === 'commands'
    ? REAL_HOMES
    : HOMES_OF_USERS.map(({ name, files, variables = '' }) => ({
        name,
        version: target,
        environment: Object.fromEntries(
          Object.entries(parseEnv(variables)).map(([key, text]) => [key, text ?? '']),
        ),
        commands: [],
        files,
      }));

/** The word for the home's folder in the files of a kept home, which goes on in another folder. */
const FOLDER = '/home/of-this-check';
let [same, compared] = [0, 0];
for (const [index, home] of homes.entries()) {
  if (only && only !== index + 1) continue;
  const subject = await installSubject(home.version, logLine);
  const folder = path.join(runFolder().folder, `home-${index + 1}`);
  await make(home, subject, folder, made && path.join(made, `${of}-${index + 1}`));
  const variables = path.join(runFolder().folder, `variables-${index + 1}.env`);
  writeFileSync(
    variables,
    Object.entries(home.environment)
      .map(([name, text]) => `${name}=${text}\n`)
      .join(''),
  );
  const imported = homeCaseOf(readRawHome(folder, variables), {
    model: null,
    agent: null,
    failing: [],
    live: null,
  });
  const { case: value, texts } = imported;
  const own = await behavioursOfHome(
    subject,
    folder,
    { value, texts, variables: home.environment },
    paths,
    lane,
  );
  const others = await behavioursOfCase(
    subject,
    value,
    own.map(({ path: name }) => name),
  );
  const differences = [
    ...differencesOf(own, others),
    ...(leakCount(texts, JSON.stringify(value)) > 0 ? ['a leak'] : []),
  ];
  compared += 1;
  same += differences.length === 0 ? 1 : 0;
  const verdict = differences.length === 0 ? 'the same' : 'differs';
  process.stdout.write(`${index + 1}. ${home.version}, ${home.name}: ${verdict}\n`);
  for (const [at, each] of own.entries())
    process.stdout.write(
      `   ${each.path}: ${each.requests.join(', ') || 'nothing sent'} (${others[at]?.sent.join(', ')}) ${each.end}\n`,
    );
  for (const line of differences) process.stdout.write(`   ${line}\n`);
}
process.stdout.write(`${same} of ${compared} homes: the same\n`);
process.exitCode = same < compared ? 1 : 0;

/** Makes the home with the real commands, or takes the one that was made before. */
async function make(
  home: RealHome,
  subject: Subject,
  folder: string,
  kept: string | undefined,
): Promise<void> {
  if (kept && existsSync(kept)) {
    cpSync(kept, folder, { recursive: true });
    renameIn(folder, FOLDER, folder);
    return;
  }
  const write = ([name, text]: readonly [string, string]) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const { run, close } = await commandIn(subject, folder, home.environment);
  for (const { argv, input } of home.commands) {
    const end = await run(argv, {}, input);
    if (end.kind !== 'reply' || end.reply.exitCode !== 0)
      logLine(
        `${home.name}: ${argv.slice(0, 4).join(' ')} ends with ${end.kind === 'reply' ? `${end.reply.exitCode}: ${end.reply.stderr.slice(0, 300)}` : end.kind}`,
      );
  }
  await close();
  Object.entries(home.files).forEach(write);
  if (!kept) return;
  cpSync(folder, kept, { recursive: true });
  renameIn(kept, folder, FOLDER);
}

function renameIn(folder: string, from: string, to: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(json|env)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  }
}

async function behavioursOfCase(
  subject: Subject,
  value: HomeCase,
  asked: readonly PathName[],
): Promise<Behaviour[]> {
  await using driver = await createDriver(subject);
  const behaviours: Behaviour[] = [];
  for (const name of asked) {
    const observation = await driver.observe(value, name, lane);
    const credentials = observation.requests
      .filter(({ purpose }) => purpose === 'model' || purpose === 'fallback')
      .flatMap(({ credentials: each, host }) => each.map((credential) => ({ ...credential, host })));
    behaviours.push({
      path: name,
      requests: credentials.map(({ scheme, host }) => `${scheme} ${host}`),
      sent: credentials.map(describeOrigin),
      end: outcomeText(observation),
    });
  }
  return behaviours;
}

function differencesOf(own: readonly Behaviour[], imported: readonly Behaviour[]): string[] {
  const placeOf = new Map<string, string>();
  return own.flatMap((each, at) => {
    const other = imported[at]!;
    const shape = (behaviour: Behaviour) =>
      `${behaviour.requests.join(', ') || 'nothing sent'}, ${behaviour.end}`;
    if (shape(each) !== shape(other)) return [`${each.path}: home ${shape(each)}; case ${shape(other)}`];
    return each.sent.flatMap((secret, index) => {
      const place = other.sent[index]!;
      const before = placeOf.get(secret) ?? place;
      placeOf.set(secret, before);
      return before === place ? [] : [`${each.path}: ${place}, elsewhere the same secret is ${before}`];
    });
  });
}
