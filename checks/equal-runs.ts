/**
 * Runs the main job again and again with one seed, and holds each result against the first: but for times they must be equal.
 *
 * `pnpm exec node checks/equal-runs.ts FOLDER [--runs N] [--workers LIST]`. FOLDER keeps the results and their records: what is
 * there is not run again. `--workers 2,1` gives the runs those numbers of workers in turn. It ends with 1 when a result differs,
 * and says where, and which observation is another one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { caseCount } from '../cli/options.ts';
import { recordedRun } from '../cli/recorded-run.ts';
import { OBSERVATIONS } from '../search/record/run-record.ts';
import { type Result, resultSchema } from '../search/result/result.ts';
import { conformancePlan } from '../suites/conformance-plan.ts';
import { firstDifference } from '../support/first-difference.ts';
import { writeWhole } from '../support/write-whole.ts';

/**
 * The fields of a result, and of the observations in it, that hold times, and how often processes asked hosts by themselves until they
 * ended, which is a matter of time.
 */
const TIMES = new Set([
  'seconds',
  'phases',
  'lawTimes',
  'timings',
  'slowest',
  'milliseconds',
  'quietRequests',
  'quiet',
  'remainingMs',
]);

const command = new Command('equal-runs')
  .argument('<folder>')
  .option('--runs <n>', 'of the main job', caseCount, 20)
  .option('--workers <list>', 'in turn', (text) => text.split(',').map((each) => caseCount(each)))
  .parse();
const { runs, workers } = command.opts<{ runs: number; workers?: number[] }>();
const folder = path.resolve(command.processedArgs[0] as string);
mkdirSync(folder, { recursive: true });

let differing = 0;
for (let run = 1; run <= runs; run++) {
  const file = path.join(folder, `${run}.json`);
  if (!existsSync(file)) await runOnce(file, workers?.[(run - 1) % workers.length]);
  const difference =
    run === 1 ? null : firstDifference(timeless(path.join(folder, '1.json')), timeless(file));
  const { seconds, cases, findings } = readResult(file);
  const observation = difference && otherObservation(recordOf(path.join(folder, '1.json')), recordOf(file));
  const verdict = difference === null ? 'equal' : `differs at ${difference}${observation ?? ''}`;
  process.stdout.write(
    `${run}: ${cases.achieved} cases, ${findings.length} findings, ${Math.round(seconds)} s: ${verdict}\n`,
  );
  differing += difference === null ? 0 : 1;
}
process.stdout.write(`${runs - differing} of ${runs} results are equal\n`);
process.exitCode = differing > 0 ? 1 : 0;

async function runOnce(file: string, given: number | undefined): Promise<void> {
  const plan = { ...conformancePlan(process.env), ...(given ? { workers: given } : {}) };
  // Half a record is of a run that was killed, which is no run of the series.
  rmSync(recordOf(file), { recursive: true, force: true });
  await recordedRun(plan, { command: 'run', keep: recordOf(file) }, async (result) => {
    // A stopped run is no result, and ends the whole series.
    if (result.stopped) process.exit(2);
    await writeWhole(file, JSON.stringify(result));
    return true;
  });
}

function readResult(file: string): Result {
  return resultSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function recordOf(file: string): string {
  return file.replace(/\.json$/, '.record');
}

/** The first observation of a run that another run made otherwise, or not at all; null: none, or a record is missing. */
function otherObservation(record: string, another: string): string | null {
  if (!existsSync(record) || !existsSync(another)) return null;
  const ofOther = observationsIn(another);
  for (const [run, observation] of observationsIn(record)) {
    const difference = firstDifference(observation, ofOther.get(run));
    if (difference) return `; observation ${run} differs at ${difference}`;
  }
  return null;
}

/** The observations of a record, without times, by the digest of their run. */
function observationsIn(record: string): ReadonlyMap<string, unknown> {
  const lines = readFileSync(path.join(record, OBSERVATIONS), 'utf8').trim().split('\n');
  return new Map(
    lines
      .map((line) => z.looseObject({ run: z.string() }).parse(withoutTimes(line)))
      .map((kept) => [kept.run, kept]),
  );
}

/** A result without its times. */
function timeless(file: string): unknown {
  return withoutTimes(JSON.stringify(readResult(file)));
}

function withoutTimes(json: string): unknown {
  return JSON.parse(json, (name, value) => (TIMES.has(name) ? undefined : value));
}
