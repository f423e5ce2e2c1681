/** Case files of what a run found, for `replay`, `shrink` and `issue`. */

import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Case, caseSize, caseText } from '../../generators/case.ts';
import { isHomeCase } from '../../home-case/any-case.ts';
import { fingerprintId } from '../../invariants/fingerprint.ts';
import { claimOf } from '../../invariants/violation.ts';
import { pathNameSchema } from '../../observation/path-name.ts';
import { jsonOrNull } from '../../support/json-or-null.ts';
import { writeJsonNow } from '../../support/write-whole.ts';
import type { Finding, Result } from '../result/result.ts';
import { caseFileOf, caseFileSchema } from './case-file.ts';

/** The folder for the cases of new findings, below the one in which the run was started. */
export const FOUND = path.join('cases', 'found');

/** The file of a finding's case. */
export function foundFile({ fingerprint }: Pick<Finding, 'fingerprint'>): string {
  return path.join(FOUND, `${fingerprintId(fingerprint)}.json`);
}

/** The file of a case in which a path crashed or hung. */
export function untestedFile(value: Case): string {
  return path.join(FOUND, `untested-${hash('sha256', caseText(value)).slice(0, 10)}.json`);
}

/**
 * Writes the case of one finding at once, so that it is there whatever ends the run. A smaller one, which an earlier run has
 * shrunk, stays until this one is shrunk as well.
 */
export function writeFoundCase(finding: Finding, version: string): void {
  const file = foundFile(finding);
  const isSmaller = !finding.shrunkCompletely && sizeAt(file, finding) < caseSize(finding.case);
  if (!isSmaller) writeJsonNow(file, caseFileOf(finding.case, claimOf(finding), version));
}

/** The size of the case that a file has for a finding; more than any where it has none. */
function sizeAt(file: string, { fingerprint }: Finding): number {
  if (!existsSync(file)) return Number.POSITIVE_INFINITY;
  const { data } = caseFileSchema.safeParse(jsonOrNull(readFileSync(file, 'utf8')));
  const isItsCase = data && data.claim?.fingerprint === fingerprint && !isHomeCase(data.case);
  return isItsCase ? caseSize(data.case as Case) : Number.POSITIVE_INFINITY;
}

/** Writes a case file for everything that is not known, and for each path that crashed or hung. */
export function writeFoundCases({ findings, notTestable, subject: { version } }: Result): void {
  for (const finding of findings) if (finding.status !== 'known') writeFoundCase(finding, version);
  for (const { what, case: value } of notTestable) {
    const failing = [pathNameSchema.parse(what)];
    const content = { schemaVersion: 1, claim: null, seenOn: [version], failing, case: value };
    writeJsonNow(untestedFile(value), caseFileSchema.parse(content));
  }
}
