/**
 * Tells from the package alone how a new OpenClaw release changes the suite: nothing of it is run.
 *
 * `pnpm exec node checks/new-release.ts --target SPEC [--against SPEC]`. It ends with 1 where a provider's record promises
 * what the build lacks, or where the build lost a function that a warm process calls. `docs/new-release.md` says
 * what to do about each line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { installSubject } from '../gateway/subject/install.ts';
import { presentPlugins } from '../gateway/subject/provider-plugins.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { compareRecords } from '../gateway/versions/compare-records.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import type { ModuleEdit } from '../gateway/versions/module-edit.ts';
import { SOUGHT_FUNCTIONS } from '../gateway/versions/names-in-bundle.ts';
import { uncoveredProviders } from '../gateway/versions/uncovered-providers.ts';
import { WARM_EDITS } from '../gateway/versions/warm-edits.ts';
import { locateFunctions } from '../gateway/worker/chunk-functions.ts';
import { logLine } from '../support/log-line.ts';

const options = new Command('new-release')
  .requiredOption('--target <spec>', 'the new build: version, latest, .tgz or folder')
  .option('--against <spec>', 'a build that the suite was brought up to', DEFAULT_TARGET)
  .parse()
  .opts<{ target: string; against: string }>();

const install = (spec: string) => installSubject(spec, logLine);
const [subject, known] = [await install(options.target), await install(options.against)];
const beside = presentPlugins(subject.version);
const { broken, unsaid } = compareRecords(subject, beside);
const [now, before] = [await functionsIn(subject), await functionsIn(known)];
const lost = before.filter((name) => !now.includes(name));
const edited = editsIn(subject);

list('records that promise what the build lacks', broken);
list(`functions that a warm process calls in ${known.version} and does not find here`, lost);
list(
  `statements that a warm process edits in ${known.version} and does not find here: it is slower`,
  editsIn(known).filter((gain) => !edited.includes(gain)),
);
list('what the build offers and its record does not say', unsaid);
list('providers that no record has', uncoveredProviders(subject, beside));
process.exitCode = broken.length + lost.length > 0 ? 1 : 0;

async function functionsIn({ root }: Subject): Promise<string[]> {
  return (await locateFunctions(root, SOUGHT_FUNCTIONS)).map(({ name }) => name);
}

function editsIn({ root }: Subject): string[] {
  const dist = path.join(root, 'dist');
  const modules = readdirSync(dist).filter((name) => /\.m?js$/.test(name));
  const has = ({ module, statement }: ModuleEdit) =>
    modules
      .map((name) => path.join(dist, name))
      .some((file) => module.test(file) && statement.test(readFileSync(file, 'utf8')));
  return WARM_EDITS.filter(has).map(({ gain }) => gain);
}

function list(title: string, lines: readonly string[]): void {
  process.stdout.write(`openclaw ${subject.version}: ${title}: ${lines.length || 'none'}\n`);
  for (const line of lines) process.stdout.write(`  ${line}\n`);
}
