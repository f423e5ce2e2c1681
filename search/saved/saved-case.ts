/** The case that a command is given: a file of its own, or one entry of a baseline. */
import { existsSync } from 'node:fs';
import { claimOf } from '../../invariants/violation.ts';
import { BadInput } from '../../support/bad-input.ts';
import { quoted } from '../../support/one-line.ts';
import { readBaseline } from '../baseline/baseline.ts';
import { type CaseFile, caseFileOf, readCaseFile } from './case-file.ts';

/** How many entries an error names. */
const TOLD = 3;

/**
 * @param name a case file; or `BASELINE#ENTRY`, where ENTRY is the number of the entry, from 0, or a text that its
 *   fingerprint alone contains
 * @throws BadInput where it is neither, or several entries contain the text
 */
export async function readSavedCase(name: string): Promise<CaseFile> {
  const [, file, wanted] = /^(.+?)#(.+)$/.exec(name) ?? [];
  return file && wanted && !existsSync(name) ? entryCase(file, wanted) : readCaseFile(name);
}

async function entryCase(file: string, wanted: string): Promise<CaseFile> {
  const all = [...(await readBaseline(file)).entries.entries()];
  const isNumber = /^\d+$/.test(wanted);
  const found = all.filter(([index, { fingerprint }]) =>
    isNumber ? index === Number(wanted) : String(fingerprint).includes(wanted),
  );
  const [only, another] = found;
  if (only && !another) {
    const [, entry] = only;
    return caseFileOf(entry.case, claimOf(entry), entry.versions.from);
  }
  const [problem, choices] = another ? [`means ${found.length} entries`, found] : ['is no entry', all];
  const told = choices.slice(0, TOLD).map(([index, { fingerprint }]) => `${index} is ${fingerprint}`);
  throw new BadInput(
    `${quoted(wanted)} ${problem} of ${file}. Give a number from 0 to ${all.length - 1} (${told.join('; ')}; …), or more of a fingerprint.`,
  );
}
