import path from 'node:path';
import { fingerprintId } from '../../invariants/fingerprint.ts';
import { claimOf } from '../../invariants/law.ts';
import type { Result } from '../result/result.ts';
import { caseFileOf, writeCaseFile } from './case-file.ts';

/** The folder for the cases of new findings, below the one in which the run was started. */
export const FOUND = path.join('cases', 'found');

/** Writes a case file for everything that is not known, for `replay`, `shrink` and `issue`. */
export async function writeFoundCases({ findings, subject }: Result): Promise<void> {
  for (const finding of findings.filter(({ status }) => status !== 'known')) {
    const file = path.join(FOUND, `${fingerprintId(finding.fingerprint)}.json`);
    await writeCaseFile(file, caseFileOf(finding.case, claimOf(finding), subject.version));
  }
}
