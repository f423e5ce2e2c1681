import { Stopped } from '../search/evaluate/stopped.ts';
import { beginRecord, resumeRecord } from '../search/record/run-record.ts';
import type { Result } from '../search/result/result.ts';
import { checkPlan, runSearch } from '../search/run-search.ts';
import type { SearchPlan } from '../search/search-plan.ts';
import { BadInput } from '../support/bad-input.ts';
import { suiteLine } from '../support/shell-line.ts';
import { terminalHost } from './search-host.ts';

/**
 * Runs a search with a record, which goes when the run is done, and stays when it was stopped or is to be kept.
 *
 * @param keep a folder for the record, which then stays; null: one of its own
 * @param resume the folder of a run to go on with, whose plan counts but for its time; true: the last one; null: begin one
 * @returns the result, and a line that says how to go on where the run was stopped
 * @throws BadInput for a folder or a plan that cannot be used
 */
export async function recordedRun(
  given: SearchPlan,
  keep: string | null,
  resume: string | true | null,
): Promise<{ result: Result; goOn: string }> {
  // Input that cannot be used leaves no record.
  if (!resume) await checkPlan(given);
  const record = resume ? await resumeRecord(resume === true ? null : resume) : beginRecord(keep, given);
  const plan = { ...record.plan, seconds: given.seconds };
  let isOver = false;
  try {
    const result = await runSearch(plan, terminalHost(plan.seconds, record.observations));
    isOver = result.stopped === null;
    const goOn = `go on with: ${suiteLine('run', '--resume', record.folder)}\n`;
    return { result, goOn: isOver ? '' : goOn };
  } catch (error) {
    // The plan itself is wrong, or nothing was run yet: there is nothing to go on with.
    isOver = (error instanceof BadInput || error instanceof Stopped) && !resume;
    throw error;
  } finally {
    record.release();
    if (isOver && record.isOwn) record.remove();
  }
}
