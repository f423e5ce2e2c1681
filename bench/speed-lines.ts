/** The figures of a measurement as lines. */
import { median } from '../support/median.ts';
import type { FirstCounterexample } from './first-counterexample.ts';
import type { MeasuredRun } from './measured-run.ts';

/** Runs of one kind, which differ in their seed. */
export interface Measured {
  readonly suite: string;
  readonly target: string;
  readonly what: string;
  readonly workers: number;
  readonly runs: MeasuredRun[];
}

export function lineOf({ suite, target, what, workers, runs }: Measured): string {
  const of = (figure: (run: MeasuredRun) => number, digits = 1) => spread(runs.map(figure), digits);
  const { runner, worker } = runs.at(-1)!.memory;
  return [
    `${target}, ${suite}, ${what}, workers ${workers}: ${of((run) => run.casesAMinute)} cases a minute`,
    `${of((run) => run.cpuACase, 2)} s of processor a case`,
    `runner ${of((run) => run.runnerShare * 100)} % of it`,
    `memory ${runner.early} → ${runner.late} MB runner, ${worker.early} → ${worker.late} MB worker`,
  ].join(' · ');
}

/** The factor by which the warm lane is faster than the real command: the same cases, workers and suite. */
export function ratiosOf(measured: readonly Measured[]): Record<string, number> {
  const rateOf = ({ runs }: Measured) => median(runs.map(({ casesAMinute }) => casesAMinute));
  return Object.fromEntries(
    measured.flatMap((warm) => {
      const command = measured.find(
        (each) =>
          each.what === 'few cases, cli' &&
          warm.what === 'few cases, embedded' &&
          each.target === warm.target &&
          each.suite === warm.suite &&
          each.workers === warm.workers,
      );
      const key = `${warm.target}, ${warm.suite}, workers ${warm.workers}`;
      return command && command.runs.length > 0 ? [[key, rateOf(warm) / rateOf(command)]] : [];
    }),
  );
}

export function firstLine(target: string, first: readonly FirstCounterexample[]): string {
  const times = (key: 'met' | 'shrunk') => first.flatMap((each) => each[key] ?? []);
  const processor = (part: 0 | 1) => first.flatMap((each) => each.processor?.[part] ?? []);
  const timesOf = (key: 'met' | 'shrunk', part: 0 | 1) =>
    `${spread(times(key), 1)} s, ${spread(processor(part), 1)} s of processor`;
  const met = `${target}, the image bug of Bedrock: met in ${times('met').length} of ${first.length} searches`;
  if (times('met').length === 0) return met;
  return `${met} after ${timesOf('met', 0)} · smallest case ${timesOf('shrunk', 1)} later`;
}

/** The median, and the least and the most. */
function spread(values: readonly number[], digits: number): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return `${median(values).toFixed(digits)} (${least}–${most})`;
}
