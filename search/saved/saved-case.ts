/** The case that a command is given: a file of its own, or one finding of a baseline. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { BadInput } from '../../support/bad-input.ts';
import { quoted } from '../../support/one-line.ts';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { readBaseline } from '../baseline/baseline.ts';
import { claimOfKnown } from '../baseline/known-cause.ts';
import { type CaseFile, caseFileOf, readCaseFile } from './case-file.ts';

/** The number of choices that an error names. */
const TOLD = 3;

/**
 * A file that the current folder does not have is looked for in the suite, so that the names in its documents work from everywhere.
 *
 * @param name a case file; or `BASELINE#WANTED`, where WANTED is the id of a cause, whose smallest case it is, or a text that
 *   the fingerprint of one finding alone contains
 * @throws BadInput where it is neither, or several fingerprints contain the text
 */
export async function readSavedCase(name: string): Promise<CaseFile> {
  const [, file, wanted] = /^(.+?)#(.+)$/.exec(name) ?? [];
  return file && wanted && !existsSync(name)
    ? knownCase(orOfSuite(file), wanted)
    : readCaseFile(orOfSuite(name));
}

function orOfSuite(file: string): string {
  const ofSuite = path.resolve(PACKAGE_ROOT, file);
  return !existsSync(file) && existsSync(ofSuite) ? ofSuite : file;
}

async function knownCase(file: string, wanted: string): Promise<CaseFile> {
  const { causes } = await readBaseline(file);
  const all = causes.flatMap(({ id, versions, findings }) =>
    findings.map((finding, place) => ({ ...finding, versions, isOfCause: id === wanted && place === 0 })),
  );
  const byText = all.filter(({ fingerprint }) => String(fingerprint).includes(wanted));
  const ofCause = all.filter(({ isOfCause }) => isOfCause);
  const found = ofCause.length > 0 ? ofCause : byText;
  const [only, another] = found;
  if (only && !another) return caseFileOf(only.case, claimOfKnown(only), only.versions.from);
  const problem = another
    ? `is in ${found.length} fingerprints of ${file} (${told(found.map(({ fingerprint }) => String(fingerprint)))}). Give more of one`
    : `is no cause of ${file} (${told(causes.map(({ id }) => id))}), and in none of its fingerprints. Give one of them`;
  throw new BadInput(`${quoted(wanted)} ${problem}.`);
}

function told(choices: readonly string[]): string {
  return [...choices.slice(0, TOLD), ...(choices.length > TOLD ? ['…'] : [])].join('; ');
}
