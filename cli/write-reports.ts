/** Everything that a command writes of a result, beside the text on its output. */
import { accessSync, appendFileSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { annotations, jobSummary } from '../reports/github.ts';
import { junitReport } from '../reports/junit.ts';
import { htmlPage } from '../reports/page/page.ts';
import { runView } from '../reports/page/run-view.ts';
import { textReport } from '../reports/text.ts';
import type { Result } from '../search/result/result.ts';
import { verdictOf } from '../search/result/verdict.ts';
import { writeFoundCases } from '../search/saved/found-cases.ts';
import { BadInput } from '../support/bad-input.ts';
import { writeJson, writeWhole } from '../support/write-whole.ts';
import { exitCodes } from './exit-codes.ts';

export interface ReportFiles {
  readonly json?: string | undefined;
  readonly junit?: string | undefined;
  readonly html?: string | undefined;
}

/**
 * Whether the places can be written, asked before a run of hours and not after it. Nothing is made.
 *
 * @param folders that are written beside the files, by the option that names them
 * @throws BadInput for a file that is a folder, or a place below something that is none or that is not ours
 */
export function checkReportFiles(files: ReportFiles, folders: Readonly<Record<string, string>> = {}): void {
  const { json, junit, html } = files;
  for (const [option, file] of Object.entries({ '--json': json, '--junit': junit, '--html': html })) {
    if (!file) continue;
    const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory();
    const reason = isFolder ? 'it is a folder' : folderProblem(path.dirname(path.resolve(file)));
    if (reason) throw new BadInput(`${option} ${file} cannot be written: ${reason}. Give another file.`);
  }
  for (const [option, folder] of Object.entries(folders)) {
    const reason = folderProblem(path.resolve(folder));
    if (reason) throw new BadInput(`${option} ${folder} cannot be written: ${reason}. Give another folder.`);
  }
}

/** Why files cannot be made in a folder that is there, or could be made; null where they can. */
function folderProblem(folder: string): string | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return folderProblem(path.dirname(folder));
  if (!stat.isDirectory()) return `${folder} is no folder`;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return `no right to write in ${folder}`;
  }
}

/**
 * Ends a command that has a result: text, exit code, cases and files. What cannot be written is one line each, once everything
 * else is written.
 *
 * @param more written below the text
 */
export async function endWith(result: Result, files: ReportFiles, more = ''): Promise<void> {
  const verdict = verdictOf(result);
  process.exitCode = exitCodes[verdict];
  process.stdout.write(`${textReport(result)}\n${more}`);
  for (const write of [() => writeFoundCases(result), () => writeReports(result, files)]) {
    try {
      await write();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      process.stderr.write(`${error.message}\n`);
      if (verdict === 'conforms') process.exitCode = exitCodes['not testable'];
    }
  }
}

/** Writes the files that were asked for, whole or not at all; on GitHub also annotations and the job summary. */
async function writeReports(result: Result, { json, junit, html }: ReportFiles): Promise<void> {
  if (json) await writeJson(json, result);
  if (html) await writeWhole(html, htmlPage(runView(result)));
  if (junit) await writeWhole(junit, junitReport(result));
  if (process.env.GITHUB_ACTIONS !== 'true') return;
  process.stdout.write(annotations(result));
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) appendFileSync(summary, jobSummary(result));
}
