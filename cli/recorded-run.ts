import { Stopped } from '../search/evaluate/stopped.ts';
import { gate } from '../search/gate.ts';
import { beginRecord, RECORDS, resumeRecord } from '../search/record/run-record.ts';
import type { Result } from '../search/result/result.ts';
import { checkPlan } from '../search/run-search.ts';
import { FOUND } from '../search/saved/found-cases.ts';
import type { SearchPlan } from '../search/search-plan.ts';
import { BadInput } from '../support/bad-input.ts';
import { suiteLine } from '../support/shell-line.ts';
import { terminalHost } from './search-host.ts';
import type { ReportFiles } from './write-reports.ts';

/** Options that change nothing in what is searched: a run that goes on may be given others. */
const NOT_OF_THE_PLAN = ['resume', 'html', 'json', 'junit', 'time', 'verbose'];

/** @throws BadInput for an option that would change the plan of a run that goes on */
export function checkResume(options: object, sourceOf: (name: string) => string | undefined): void {
  const other = Object.keys(options).find(
    (name) => sourceOf(name) === 'cli' && !NOT_OF_THE_PLAN.includes(name),
  );
  if (other) throw new BadInput(`--resume goes on with the plan of that run. Leave out --${dashed(other)}.`);
}

/** `shrinkTries` as it is typed: `shrink-tries`. */
function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The folders that a recorded run writes, by what names them. */
export function recordPlaces({ keep, resume }: Pick<Recording, 'keep' | 'resume'>): Record<string, string> {
  return { 'The folder': FOUND, ...(resume ? {} : { '--keep': keep ?? RECORDS }) };
}

/** The options that name a file of the result. */
const REPORTS = ['html', 'json', 'junit'] as const;

/** The record of a run that a command makes. */
export interface Recording {
  /** The command that goes on with it. */
  readonly command: 'run' | 'gate';
  /** A folder for the record, which then stays; absent: one of its own. */
  readonly keep?: string | undefined;
  /** The folder of a run to go on with, whose plan counts but for its time; true: the last one; absent: begin one. */
  readonly resume?: string | true | undefined;
  /** The files that are written of the result, by option: who goes on wants them, too. */
  readonly files?: ReportFiles;
}

/**
 * Runs a search, or a gate, with a record, which goes when the run is done and everything is written of it. It stays when the run
 * was stopped, when something could not be written, or when it is to be kept.
 *
 * @param end takes the result, and a line that says how to go on where the run was stopped; whether it could write everything
 * @throws BadInput for a folder or a plan that cannot be used
 */
export async function recordedRun(
  given: SearchPlan,
  { command, keep, resume, files }: Recording,
  end: (result: Result, goOn: string) => Promise<boolean>,
): Promise<void> {
  // Input that cannot be used leaves no record.
  if (!resume) await checkPlan(given);
  const record = resume
    ? await resumeRecord(resume === true ? null : resume)
    : beginRecord(keep ?? null, given);
  const plan = { ...record.plan, seconds: given.seconds };
  let isWanted = true;
  try {
    const gating = gate(plan, terminalHost(plan.seconds, record.observationsOf));
    const result = await gating.catch((error: unknown) => {
      // The plan itself is wrong, or nothing was run yet: there is nothing to go on with.
      if (error instanceof BadInput || error instanceof Stopped) isWanted = Boolean(resume);
      throw error;
    });
    const written = REPORTS.flatMap((name) => (files?.[name] ? [`--${name}`, files[name]] : []));
    const goOn = `go on with: ${suiteLine(command, '--resume', record.folder, ...written)}\n`;
    const wasStopped = result.stopped !== null;
    const isWritten = await end(result, wasStopped ? goOn : '');
    if (!isWritten && !wasStopped) process.stderr.write(goOn);
    isWanted = wasStopped || !isWritten || !record.isOwn;
  } finally {
    record.release();
    if (!isWanted) record.remove();
  }
}
