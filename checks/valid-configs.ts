/**
 * Counts the generated configurations that the subject's own `config validate` refuses: under one in a hundred, or the search
 * tests what no user can have.
 *
 * `pnpm exec node checks/valid-configs.ts [--target SPEC] [--cases N] [--seed N]`. It ends with 1 when more are refused.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { caseCount, seedNumber } from '../cli/options.ts';
import { startRuns } from '../gateway/driver.ts';
import { writeHome } from '../gateway/home/home.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { pluginSettings } from '../gateway/subject/plugin-settings.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { caseText } from '../generators/case.ts';
import { canariesOf, setupsOf } from '../generators/secrets/canaries.ts';
import { randomCases } from '../search/draw/random-cases.ts';
import { spaceOf } from '../search/draw/space.ts';
import { logLine } from '../support/log-line.ts';

const { target, cases, seed } = new Command('valid-configs')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--cases <n>', 'how many configurations', caseCount, 200)
  .option('--seed <n>', 'seed', seedNumber, 1)
  .parse()
  .opts<{ target: string; cases: number; seed: number }>();

const subject = await installSubject(target, logLine);
const traits = traitsOf(subject.version);
await using runs = await startRuns(subject, null);

const refused: string[] = [];
const values = randomCases(spaceOf(subject), seed, cases);
for (const [index, value] of values.entries()) {
  const canaries = canariesOf(value, `${seed} ${index}`);
  const home = await writeHome(value, canaries, traits, path.join(runs.folder, `home-${index}`), {
    plugins: pluginSettings(
      subject,
      setupsOf(value).map(({ id }) => id),
      value.otherPlugin,
    ),
    compileCache: runs.compileCache,
    logFile: runs.logFile,
  });
  const { environment, work } = home;
  const end = await runs.worker.send(
    { kind: 'command', argv: ['config', 'validate'], environment, folder: work },
    120_000,
  );
  await rm(home.folder, { recursive: true, force: true });
  const isValid = end.kind === 'reply' && end.reply.exitCode === 0;
  if (!isValid) refused.push(`${end.kind === 'reply' ? end.reply.stderr : end.tail}\n${caseText(value)}`);
}
for (const text of refused.slice(0, 5)) process.stdout.write(`${text}\n\n`);
process.stdout.write(`openclaw ${subject.version}: ${refused.length} of ${values.length} refused\n`);
process.exitCode = refused.length * 100 > values.length ? 1 : 0;
