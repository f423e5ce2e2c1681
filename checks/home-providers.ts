/**
 * Holds the warm process of an imported home against the real command in that home: each provider that the command calls
 * configured, with all plugins of the build, the warm process has, too, with the few that it is given.
 *
 * `pnpm exec node checks/home-providers.ts [FOLDER…] [--target VERSION]`. Without a folder it takes the homes of users from the
 * tests. It ends with 1 when a provider is missing.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { homeAsItIs } from '../gateway/cases/home-as-it-is.ts';
import { startRuns } from '../gateway/driver.ts';
import { LONGEST_RUN_MS } from '../gateway/lanes/run-program.ts';
import { newHome, removeHome } from '../gateway/observe-path.ts';
import { runFolder } from '../gateway/run-folder.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import type { WorkerEnd } from '../gateway/worker/worker-process.ts';
import { writeCredentials } from '../gateway/worker/write-credentials.ts';
import { readRawHome } from '../import/files/raw-home.ts';
import { homeCaseOf } from '../import/home-case-of.ts';
import { PATHS } from '../paths/paths.ts';
import { variablesIn } from '../support/env-text.ts';
import { isJsonRecord } from '../support/json-record.ts';
import { logLine } from '../support/log-line.ts';
import { HOMES_OF_USERS } from '../test-support/homes-of-users.ts';
import { commandIn } from './command-in-home.ts';

/** Plugins that search without a credential. */
const WITHOUT_CREDENTIAL = ['duckduckgo', 'ollama'];
/** The kinds of work of which a build lists the providers (openclaw@2026.9.6:docs/cli/infer.md). */
const WORK = ['image', 'audio', 'video', 'tts', 'web', 'embedding'] as const;

const command = new Command('home-providers')
  .argument('[folder...]', 'homes: the folders that hold .openclaw')
  .option('--target <version>', 'version, .tgz or folder', DEFAULT_TARGET)
  .parse();
const { target } = command.opts<{ target: string }>();
const homes =
  command.args.length > 0
    ? command.args.map((folder) => ({ name: folder, folder: path.resolve(folder), variables: '' }))
    : HOMES_OF_USERS.map(({ name, files, variables = '' }, at) => {
        const folder = path.join(runFolder().folder, `users-${at}`);
        for (const [file, text] of Object.entries(files)) {
          mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
          writeFileSync(path.join(folder, file), text);
        }
        return { name, folder, variables };
      });

const subject = await installSubject(target, logLine);
await using runs = await startRuns(subject, null);
let [compared, missing] = [0, 0];
for (const [at, { name, folder, variables }] of homes.entries()) {
  const own = path.join(runFolder().folder, `real-${at}`);
  cpSync(folder, own, { recursive: true });
  const file = path.join(runFolder().folder, `variables-${at}.env`);
  writeFileSync(file, variables);
  const raw = readRawHome(folder, file);
  const { case: value } = homeCaseOf(raw, { model: null, agent: null, failing: [], live: null });

  const staged = await homeAsItIs(value).stage(name, null);
  const home = await newHome(runs, staged, { paths: PATHS, lane: 'embedded' });
  const environment = { ...home.environment, PATH: runs.environment.PATH ?? '' };
  await writeCredentials(runs.worker, home, environment, LONGEST_RUN_MS);
  await using real = await commandIn(subject, own, variablesIn(variables));
  for (const work of WORK) {
    const argv = ['infer', work, 'providers', '--json'];
    const asked = configuredIn(await real.run(argv));
    const request = { kind: 'command', argv, environment, folder: home.work } as const;
    const warm = configuredIn(await runs.worker.send(request, LONGEST_RUN_MS));
    if (asked) compared += asked.length;
    const lost = asked?.filter((id) => !warm?.includes(id)) ?? [];
    missing += lost.length;
    process.stdout.write(`${name}, ${work}: ${wordsOf(asked)}; warm: ${wordsOf(warm)}\n`);
    for (const id of lost) process.stdout.write(`   ! the warm process has no ${id}\n`);
  }
  await removeHome(runs);
}
process.stdout.write(`${compared} configured providers, ${missing} of them missing in the warm process\n`);
process.exitCode = missing > 0 || compared === 0 ? 1 : 0;

/** The ids of the providers that a list calls configured; null where the command printed no list. */
function configuredIn(end: WorkerEnd): string[] | null {
  const list = end.kind === 'reply' ? /^[[{][\s\S]*^[\]}]/m.exec(end.reply.stdout)?.[0] : undefined;
  if (list === undefined) return null;
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (!isJsonRecord(value)) return;
    if (typeof value.id === 'string' && value.configured === true && !WITHOUT_CREDENTIAL.includes(value.id))
      found.add(value.id);
    Object.values(value).forEach(look);
  };
  look(JSON.parse(list));
  return [...found].sort();
}

function wordsOf(ids: readonly string[] | null): string {
  return ids === null ? 'no list' : ids.join(', ') || 'none';
}
