/** Everything that a command writes of a result, beside the text on its output. */
import { appendFileSync } from 'node:fs';
import { annotations, jobSummary } from '../reports/github.ts';
import { junitReport } from '../reports/junit.ts';
import { htmlPage } from '../reports/page/page.ts';
import { runView } from '../reports/page/run-view.ts';
import { paintFor } from '../reports/paint.ts';
import { textReport } from '../reports/text.ts';
import type { Result } from '../search/result/result.ts';
import { verdictOf } from '../search/result/verdict.ts';
import { writeFoundCases } from '../search/saved/found-cases.ts';
import { writeJson, writeWhole } from '../support/write-whole.ts';
import { errorLine } from './error-line.ts';
import { exitCodes } from './exit-codes.ts';
import { checkOutputs } from './output-places.ts';

export interface ReportFiles {
  readonly json?: string | undefined;
  readonly junit?: string | undefined;
  readonly html?: string | undefined;
  /** Whether the text shows setups and figures. */
  readonly verbose?: boolean | undefined;
}

/** @see checkOutputs */
export function checkReportFiles(
  { json, junit, html }: ReportFiles,
  folders: Readonly<Record<string, string>> = {},
): void {
  checkOutputs({ '--json': json, '--junit': junit, '--html': html }, folders);
}

/**
 * Ends a command that has a result: text, exit code, cases and files. What cannot be written is one line each, once everything
 * else is written.
 *
 * @param more written below the text
 * @returns whether everything could be written
 */
export async function endWith(result: Result, files: ReportFiles, more = ''): Promise<boolean> {
  const verdict = verdictOf(result);
  process.exitCode = exitCodes[verdict];
  const text = textReport(result, { paint: paintFor(process.stdout), isVerbose: files.verbose ?? false });
  process.stdout.write(`${text}\n${more}`);
  let isWritten = true;
  for (const write of [() => writeFoundCases(result), () => writeReports(result, files)]) {
    try {
      await write();
    } catch (error) {
      const line = errorLine(error);
      if (line === null) throw error;
      process.stderr.write(`${line}\n`);
      isWritten = false;
      if (verdict === 'conforms') process.exitCode = exitCodes['not testable'];
    }
  }
  return isWritten;
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
