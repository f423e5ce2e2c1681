/**
 * The record of a run: a folder with its plan and, one a line, everything that it observed. A search is a function of both, so
 * that a run which was stopped, or killed, goes on where it was.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { BadInput } from '../../support/bad-input.ts';
import { fileProblem } from '../../support/file-error.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { isAlive } from '../../support/is-alive.ts';
import { readJson } from '../../support/read-json.ts';
import { type KeptObservations, keptObservations } from '../evaluate/kept-observations.ts';
import { type SearchPlan, searchPlanSchema } from '../search-plan.ts';
import { sourcesDigest } from './sources-digest.ts';

/** The folder of the records of runs that name no other: below the folder in which they were started. */
export const RECORDS = 'conformance-runs';

const PLAN = 'plan.json';
/** The file of a record that has an observation a line, with the digest of its run. */
export const OBSERVATIONS = 'observations.jsonl';
const OLDER = 'observations-of-older.jsonl';
const RUNNER = 'runner.pid';

const recordSchema = z.strictObject({
  recordVersion: z.literal(1),
  suite: z.string(),
  /** Of the sources that decide what is observed: what other ones observed is not theirs. */
  sources: z.string(),
  plan: searchPlanSchema,
});

export interface RunRecord {
  readonly folder: string;
  readonly plan: SearchPlan;
  /** Whether the folder is below `RECORDS`: nobody asked for it, and it goes when the run is done. */
  readonly isOwn: boolean;
  /** The observations of a build: the plan's target, or the one that it is held against. */
  observationsOf(target: string): KeptObservations;
  /** Releases the folder, so that another process may work on it. */
  release(): void;
  /** Removes what was made for the record. */
  remove(): void;
}

/**
 * Begins a record.
 *
 * @param folder null: one of its own below `RECORDS`
 * @throws BadInput when the folder holds something, or cannot be written
 */
export function beginRecord(folder: string | null, plan: SearchPlan): RunRecord {
  const own = folder ?? freeFolder(plan);
  if (existsSync(own) && statSync(own).isDirectory() && readdirSync(own).length > 0) {
    const fix = existsSync(path.join(own, PLAN)) ? `Go on with it (--resume ${own})` : 'Empty it';
    throw new BadInput(`--keep ${own} is not empty. ${fix}, or give another folder.`);
  }
  const content = { recordVersion: 1, suite: packageJson.version, sources: sourcesDigest(), plan };
  let made: string | undefined;
  try {
    made = mkdirSync(own, { recursive: true });
    // The folder is nobody's sources, whichever repository it is in.
    if (!folder) writeFileSync(path.join(RECORDS, '.gitignore'), '*\n');
    writeFileSync(path.join(own, PLAN), `${JSON.stringify(content, null, 2)}\n`);
    return claimed(own, plan, made);
  } catch (error) {
    // Half a record would be the last one, with which `--resume` goes on.
    rmSync(made ?? path.join(own, PLAN), { recursive: true, force: true });
    throw new BadInput(
      `The record of the run cannot be written: ${fileProblem(error) ?? 'for an unknown reason'}. Give --keep another folder.`,
    );
  }
}

/**
 * Takes up a record.
 *
 * @param folder null: the one that was begun last below `RECORDS`
 * @throws BadInput when there is none, another process works on it, or it is of another suite
 */
export async function resumeRecord(folder: string | null): Promise<RunRecord> {
  const own = folder ?? lastFolder();
  const { data, error } = recordSchema.safeParse(await readJson(path.join(own, PLAN)));
  if (!data)
    throw new BadInput(`${path.join(own, PLAN)} is no plan of a run: ${firstIssue(error)}. Run anew.`);
  if (data.suite !== packageJson.version || data.sources !== sourcesDigest())
    throw new BadInput(
      `${own} was recorded by another state of this suite. Run anew, or check that state out.`,
    );
  return claimed(own, data.plan);
}

/**
 * @param made the uppermost folder that was made for it; absent: it was there
 * @throws BadInput when another process works on it
 */
function claimed(folder: string, plan: SearchPlan, made?: string): RunRecord {
  const runner = path.join(folder, RUNNER);
  if (isInUse(folder))
    throw new BadInput(
      `${folder} is in use by process ${runnerOf(folder)}. Wait for its end, or give another folder.`,
    );
  writeFileSync(runner, String(process.pid));
  const isOwn = path.dirname(path.resolve(folder)) === path.resolve(RECORDS);
  return {
    folder,
    plan,
    isOwn,
    observationsOf: (target) =>
      keptObservations(path.join(folder, target === plan.target ? OBSERVATIONS : OLDER)),
    release: () => rmSync(runner, { force: true }),
    remove() {
      const written = [PLAN, OBSERVATIONS, OLDER].map((name) => path.join(folder, name));
      const gone = isOwn ? [folder] : made ? [made] : written;
      for (const place of gone) rmSync(place, { recursive: true, force: true });
      const isLast = isOwn && readdirSync(RECORDS).every((name) => name === '.gitignore');
      if (isLast) rmSync(RECORDS, { recursive: true });
    },
  };
}

/**
 * Removes the records below `RECORDS` that no process works on: their runs cannot go on after it.
 *
 * @returns the folders
 */
export function removeRecords(): string[] {
  const names = existsSync(RECORDS) ? readdirSync(RECORDS) : [];
  const folders = names
    .filter((name) => existsSync(path.join(RECORDS, name, PLAN)))
    .map((name) => path.join(RECORDS, name))
    .filter((folder) => !isInUse(folder));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  if (folders.length > 0 && folders.length === names.filter((name) => name !== '.gitignore').length)
    rmSync(RECORDS, { recursive: true });
  return folders;
}

/** The process that works on a record, or worked on it when it was killed; null for none. */
function runnerOf(folder: string): number | null {
  const file = path.join(folder, RUNNER);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
}

function isInUse(folder: string): boolean {
  const runner = runnerOf(folder);
  return runner !== null && runner !== process.pid && isAlive(runner);
}

function freeFolder({ target, seed }: SearchPlan): string {
  const started = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return path.join(RECORDS, `${started}-${path.basename(target)}-seed${seed}-${process.pid}`);
}

/** Names begin with the time. */
function lastFolder(): string {
  const names = existsSync(RECORDS) ? readdirSync(RECORDS).sort() : [];
  const last = names.findLast((name) => existsSync(path.join(RECORDS, name, PLAN)));
  if (!last) throw new BadInput(`--resume: there is no stopped run in ${RECORDS}. Give the folder of one.`);
  return path.join(RECORDS, last);
}
