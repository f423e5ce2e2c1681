/** One `auth-conformance run` of a checkout as its users run it, with its processor time and memory. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { z } from 'zod';
import { subjectCache } from '../gateway/subject/subject-cache.ts';
import type { Lane } from '../observation/lane.ts';
import { pathsOfLane } from '../paths/paths.ts';
import { median } from '../support/median.ts';
import { groupOf } from '../support/process-group.ts';
import { readJson } from '../support/read-json.ts';
import { sampleTree, type TreeSample } from './process-tree.ts';

export interface MeasuredRunOptions {
  /** The checkout. */
  readonly root: string;
  readonly target: string;
  readonly cases: number;
  readonly seed: number;
  readonly workers: number;
  readonly lane: Extract<Lane, 'embedded' | 'cli'>;
  /** Whether each case is run on every path; else on those that the checkout chooses. */
  readonly allPaths: boolean;
}

export interface MeasuredRun {
  readonly cases: number;
  /** The number of paths that were run. */
  readonly observed: number;
  /** Seconds of the whole command, start included. */
  readonly wall: number;
  readonly casesAMinute: number;
  /** Seconds of processor time a case, of all processes. */
  readonly cpuACase: number;
  /** The part of it that the runner takes. */
  readonly runnerShare: number;
  /** Megabytes, medians of a tenth of the run: after a fifth of it, and at its end. */
  readonly memory: Readonly<Record<'runner' | 'worker', { readonly early: number; readonly late: number }>>;
}

/** The part of a result that every version of the suite writes. */
const resultSchema = z.object({
  cases: z.object({ achieved: z.number() }),
  observed: z.record(z.string(), z.number()),
});

const SAMPLE_MS = 250;
/** A run that does not stop by then hangs. */
const LONGEST_STOP_MS = 60_000;

/** @throws the signal's reason, once the run has ended by itself; Error when the run does not write its result */
export async function measuredRun(options: MeasuredRunOptions, signal: AbortSignal): Promise<MeasuredRun> {
  const { root, target, cases, seed, workers, lane, allPaths } = options;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  const json = path.join(folder, 'result.json');
  const argv = ['--disable-warning=ExperimentalWarning', path.join(root, 'cli/main.ts'), 'run'];
  // Those of commands: some cases would take paths of a gateway as well, which a checkout may not have.
  const paths = pathsOfLane('embedded').join(',');
  const values = { target, cases, seed, workers, lane, json, paths };
  const known = await runOptions(root);
  const switches = [
    ...['--survey', '--no-saved', '--allow-gaps'],
    ...(allPaths && known.includes('--all-paths') ? ['--all-paths'] : []),
    // Cases with steps are not of every checkout.
    ...(known.includes('--steps') ? ['--steps', '0'] : []),
    // As the main job: a gateway that stands in for chat takes as long to start as ten commands (`bench/gateway.ts`).
    ...(known.includes('--reference') ? ['--reference', 'command'] : []),
  ];
  const given = Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const started = Date.now();
  const child = execa(process.execPath, [...argv, ...switches, ...given], {
    cwd: folder,
    // The builds that are installed, also for a checkout in another folder.
    env: { OPENCLAW_CONFORMANCE_CACHE: subjectCache() },
    reject: false,
    detached: true,
    stdin: 'ignore',
    // A run that is told to stop removes its folder of the RAM disk; one that is killed cannot.
    cancelSignal: signal,
    forceKillAfterDelay: LONGEST_STOP_MS,
  });
  const end = groupOf(child);
  const samples: TreeSample[] = [];
  const timer = setInterval(() => {
    const sample = child.pid && sampleTree(child.pid);
    if (sample) samples.push(sample);
  }, SAMPLE_MS);
  try {
    const { stderr } = await child;
    signal.throwIfAborted();
    const wall = (Date.now() - started) / 1000;
    const { data } = resultSchema.safeParse(await readJson(json).catch(() => null));
    if (!data) throw new Error(`The run of ${root} wrote no result: ${stderr.trim().split('\n').at(-1)}`);
    return figures(data, wall, samples);
  } finally {
    clearInterval(timer);
    end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a checkout runs some paths of a case alone unless it is told otherwise; older ones run all of them. */
export async function choosesPaths(root: string): Promise<boolean> {
  return (await runOptions(root)).includes('--all-paths');
}

/** The text of `run --help` of a checkout: an older one does not know every option. */
async function runOptions(root: string): Promise<string> {
  const main = path.join(root, 'cli/main.ts');
  return (await execa(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'run', '--help']))
    .stdout;
}

function figures(
  { cases: { achieved }, observed }: z.infer<typeof resultSchema>,
  wall: number,
  samples: readonly TreeSample[],
): MeasuredRun {
  const most = (key: keyof TreeSample) => Math.max(0, ...samples.map((sample) => sample[key]));
  const tree = most('treeSeconds');
  const memory = (key: keyof TreeSample) => ({
    early: megabytes(samples.slice(samples.length * 0.2, samples.length * 0.3).map((each) => each[key])),
    late: megabytes(samples.slice(samples.length * 0.9).map((each) => each[key])),
  });
  return {
    cases: achieved,
    observed: Object.values(observed).reduce((sum, count) => sum + count, 0),
    wall,
    casesAMinute: (achieved / wall) * 60,
    cpuACase: tree / Math.max(1, achieved),
    runnerShare: tree > 0 ? most('rootSeconds') / tree : 0,
    memory: { runner: memory('rootMegabytes'), worker: memory('largestMegabytes') },
  };
}

function megabytes(values: readonly number[]): number {
  return Math.round(median(values));
}
