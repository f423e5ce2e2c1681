/**
 * Proves where a finding lies: runs its case on a build as it is, and on a copy of the build in which a few lines are changed.
 *
 * `pnpm exec node checks/counterfactual.ts [FINDING…] [--target SPEC]`. `docs/findings/changes.json` has the lines of each finding. Each case runs
 * in a fresh process. It prints a row a finding, and ends with 1 where a case shows its claim still, or did not show it before.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { execa } from 'execa';
import { z } from 'zod';
import { installSubject } from '../gateway/subject/install.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { subjectCache } from '../gateway/subject/subject-cache.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { createEvaluator } from '../search/evaluate/evaluator.ts';
import { type CaseFile, readCaseFile } from '../search/saved/case-file.ts';
import { replayCase } from '../search/saved/replay-case.ts';
import { BadInput } from '../support/bad-input.ts';
import { logLine } from '../support/log-line.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { readJson } from '../support/read-json.ts';

const FINDINGS = path.join(PACKAGE_ROOT, 'docs', 'findings');
/** By finding: what is found, once, in the bundled code of a source file, and what stands there instead. */
const changesSchema = z.record(
  z.string(),
  z.array(z.strictObject({ source: z.string(), find: z.string(), replace: z.string() })).min(1),
);
type Change = z.infer<typeof changesSchema>[string][number];

const command = new Command('counterfactual')
  .argument('[finding...]', 'names of findings (absent: all that have changes)')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .parse();
const { target } = command.opts<{ target: string }>();
const changes = changesSchema.parse(await readJson(path.join(FINDINGS, 'changes.json')));
const unknown = command.args.find((name) => !(name in changes));
if (unknown) throw new BadInput(`${unknown} has no changes in docs/findings/changes.json.`);

const subject = await installSubject(target, logLine);
for (const name of command.args.length > 0 ? command.args : Object.keys(changes).sort()) {
  const saved = await readCaseFile(path.join(FINDINGS, `${name}.json`));
  const before = await verdictOn(subject, saved);
  // Hard links need the file system of the cache. By its name, `targets clean` removes what a killed process left.
  const folder = path.join(subjectCache(), `changed-${name}.installing-${process.pid}`);
  await mkdir(folder);
  try {
    const after = await verdictOn(await changedCopy(subject, folder, changes[name]!), saved);
    process.stdout.write(`${name}: ${before} as published, ${after} with the change\n`);
    if (before !== 'violates' || after !== 'conforms') process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function verdictOn(build: Subject, saved: CaseFile): Promise<string> {
  await using evaluator = await createEvaluator(build, 1, { reference: 'command' });
  const { verdict, reason } = await replayCase(evaluator, saved, 'cli', 0, saved.claim?.paths);
  return reason ? `${verdict} (${reason})` : verdict;
}

/** A copy of hard links beside the build, in which only the changed files are new. */
async function changedCopy({ root }: Subject, folder: string, own: readonly Change[]): Promise<Subject> {
  const modules = path.dirname(root);
  await execa('cp', ['-al', modules, path.join(folder, 'node_modules')]);
  const copy = path.join(folder, 'node_modules', path.basename(root));
  for (const { source, find, replace } of own) {
    const file = await fileWith(path.join(copy, 'dist'), source, find);
    const text = await readFile(file, 'utf8');
    // A hard link is written by a new file, else the build itself would change.
    await rm(file);
    await writeFile(
      file,
      text.replace(find, () => replace),
    );
  }
  return installSubject(copy, logLine);
}

/** @throws BadInput where no file of the bundle holds the lines of that source, or several do */
async function fileWith(dist: string, source: string, find: string): Promise<string> {
  const holding: string[] = [];
  for (const name of await readdir(dist, { recursive: true })) {
    if (!/\.m?js$/.test(name)) continue;
    const text = await readFile(path.join(dist, name), 'utf8');
    if (text.includes(`//#region ${source}`) && text.split(find).length === 2) holding.push(name);
  }
  const [only, second] = holding;
  if (!only || second) throw new BadInput(`${source} has ${holding.length} places like ${find}. Name one.`);
  return path.join(dist, only);
}
