/** Everything that a command writes of a result, beside the text on its output. */
import { appendFileSync, existsSync, statSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { annotations, jobSummary } from '../reports/github.ts';
import { junitReport } from '../reports/junit.ts';
import type { Result } from '../search/result/result.ts';
import { BadInput } from '../support/bad-input.ts';
import { writeJson, writeWhole } from '../support/write-whole.ts';

export interface ReportFiles {
  readonly json?: string;
  readonly junit?: string;
}

/**
 * Whether the files can be written, asked before a run of hours and not after it.
 *
 * @throws BadInput for a file that is a folder, or below something that is none
 */
export async function checkReportFiles(files: ReportFiles): Promise<void> {
  for (const [option, file] of [
    ['--json', files.json],
    ['--junit', files.junit],
  ] as const) {
    if (!file) continue;
    const reason =
      existsSync(file) && statSync(file).isDirectory() ? 'it is a folder' : await folderProblem(file);
    if (reason) throw new BadInput(`${option} ${file} cannot be written: ${reason}. Give another file.`);
  }
}

async function folderProblem(file: string): Promise<string | null> {
  try {
    const folder = path.dirname(path.resolve(file));
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
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
