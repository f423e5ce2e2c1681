/**
 * Measures how fast the suite judges.
 *
 * `pnpm exec node bench/speed.ts [--targets LIST] [--cases N] [--cli-cases N] [--workers LIST] [--seeds N]
 * [--first-seeds N] [--against REF] [--json FILE]`. `--short` takes two minutes on one build. Every figure is of this run: of one
 * run alone, only ratios say something on a busy machine, and processor time says more than wall time.
 */
import os from 'node:os';
import { Command } from '@commander-js/extra-typings';
import { exitCodes } from '../cli/exit-codes.ts';
import { caseCount, wholeNumber } from '../cli/options.ts';
import { stopOnSignals } from '../cli/stop-on-signals.ts';
import { Stopped } from '../search/evaluate/stopped.ts';
import { MOST } from '../search/search-plan.ts';
import { logLine } from '../support/log-line.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { writeJson } from '../support/write-whole.ts';
import { checkOut } from './baseline-checkout.ts';
import { type FirstCounterexample, firstCounterexample, type KnownBug } from './first-counterexample.ts';
import { choosesPaths, type MeasuredRun, type MeasuredRunOptions, measuredRun } from './measured-run.ts';
import { firstLine, lineOf, type Measured, ratiosOf } from './speed-lines.ts';

/** #72031: the image path of Bedrock asks for a key that a setup of AWS does not have. */
const BUG: KnownBug = {
  target: '2026.4.24',
  fingerprint: /^same-failure \| aws \| chat: sends .*\| image: no-credential/,
};

const list = (text: string) => text.split(',');
const given = new Command('speed')
  .option('--targets <list>', 'builds', list, ['2026.4.24', '2026.5.22', '2026.9.6'])
  .option('--cases <n>', 'random cases of each run; 0: none', wholeNumber(MOST.cases, 0), 120)
  .option('--cli-cases <n>', 'cases that the real command runs, too; 0: none', wholeNumber(MOST.cases, 0), 6)
  .option(
    '--workers <list>',
    'numbers of workers',
    (text: string) => list(text).map(wholeNumber(MOST.workers)),
    [1, 2],
  )
  .option('--seeds <n>', 'runs of each kind, each with a seed of its own', caseCount, 3)
  .option(
    '--first-seeds <n>',
    'searches for the first counterexample; 0: none',
    wholeNumber(MOST.cases, 0),
    10,
  )
  .option('--against <ref>', 'a state of this repository to measure beside this one')
  .option('--short', 'one build, one seed, few cases', false)
  .option('--json <file>', 'where the figures are kept', '.bench/speed.json')
  .parse()
  .opts();
const options = given.short
  ? {
      ...given,
      targets: given.targets.slice(-1),
      cases: 6,
      cliCases: 2,
      workers: [1],
      seeds: 1,
      firstSeeds: 0,
    }
  : given;

type Kind = Pick<MeasuredRunOptions, 'lane' | 'allPaths' | 'cases' | 'workers'> & { readonly what: string };
const kinds: Kind[] = options.workers
  .flatMap((workers): Kind[] => [
    { what: 'all paths', lane: 'embedded', allPaths: true, cases: options.cases, workers },
    { what: 'chosen paths', lane: 'embedded', allPaths: false, cases: options.cases, workers },
    { what: 'few cases, embedded', lane: 'embedded', allPaths: true, cases: options.cliCases, workers },
    { what: 'few cases, cli', lane: 'cli', allPaths: true, cases: options.cliCases, workers },
  ])
  .filter(({ cases }) => cases > 0);

// A run that is measured leads a group of its own, which a terminal's signals do not reach.
const signal = stopOnSignals(logLine);
const baseline = options.against ? await checkOut(options.against) : null;
const suites = [
  { suite: 'this', root: PACKAGE_ROOT, chooses: true },
  ...(baseline
    ? [{ suite: options.against!, root: baseline.root, chooses: await choosesPaths(baseline.root) }]
    : []),
];
const measured: Measured[] = [];
const first: FirstCounterexample[] = [];
try {
  for (const target of options.targets)
    for (const { what, ...kind } of kinds) {
      // A suite that chooses no paths has one figure for both.
      const able = suites.filter(({ chooses }) => chooses || kind.allPaths);
      const rows = able.map(({ suite }) => ({
        suite,
        target,
        what,
        workers: kind.workers,
        runs: [] as MeasuredRun[],
      }));
      measured.push(...rows);
      // The suites take turns, so that a busy minute is not one's alone.
      for (let seed = 1; seed <= options.seeds; seed += 1)
        for (const [index, { root }] of able.entries())
          rows[index]!.runs.push(await measuredRun({ root, target, seed, ...kind }, signal));
      for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
      await keep();
    }
  for (let seed = 1; seed <= options.firstSeeds; seed += 1) {
    first.push(await firstCounterexample(BUG, seed, Math.max(...options.workers), signal));
    await keep();
  }
  if (first.length > 0) process.stdout.write(`${firstLine(BUG.target, first)}\n`);
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  logLine(error.message);
  process.exitCode = exitCodes['not testable'];
} finally {
  await baseline?.remove();
}

function keep(): Promise<void> {
  const machine = { cores: os.availableParallelism(), load: os.loadavg() };
  return writeJson(options.json, { options, machine, measured, ratios: ratiosOf(measured), first });
}
