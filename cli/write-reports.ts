/** Everything that a command writes of a result, beside the text on its output. */
import { appendFileSync } from 'node:fs';
import { annotations, jobSummary } from '../reports/github.ts';
import { junitReport } from '../reports/junit.ts';
import type { Result } from '../search/result.ts';
import { writeJson, writeWhole } from '../search/write-whole.ts';

export interface ReportFiles {
  readonly json?: string;
  readonly junit?: string;
}

/** Writes the files that were asked for, whole or not at all; on GitHub also annotations and the job summary. */
export async function writeReports(result: Result, { json, junit }: ReportFiles): Promise<void> {
  if (json) await writeJson(json, result);
  if (junit) await writeWhole(junit, junitReport(result));
  if (process.env.GITHUB_ACTIONS !== 'true') return;
  process.stdout.write(annotations(result));
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) appendFileSync(summary, jobSummary(result));
}
