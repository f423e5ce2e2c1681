/** Adds the confirmed findings of a run to a baseline. A finding that fresh processes did not show again is never added. */
import { existsSync } from 'node:fs';
import { isWithin } from '../../gateway/versions/version.ts';
import { bySize } from '../../generators/case.ts';
import { byText, fingerprintId } from '../../invariants/fingerprint.ts';
import { HARMS, worstHarm } from '../../invariants/harm.ts';
import { writeWhole } from '../../support/write-whole.ts';
import { causeId } from '../causes/cause.ts';
import { causeSentence } from '../causes/cause-sentence.ts';
import type { Finding, Result } from '../result/result.ts';
import { BASELINE_VERSION, type Baseline, readBaseline } from './baseline.ts';
import {
  decisionRank,
  fingerprintsOf,
  isSignedBy,
  isWorse,
  type KnownCause,
  type KnownFinding,
} from './known-cause.ts';
import type { KnownField } from './known-fields.ts';

/** The fields of a baseline that are written on one line. */
const ONE_LINE = ['case', 'paths', 'repairs', 'versions'];

/**
 * The causes of a run's findings, as a baseline takes them: each new one, and each known one that was met under a fingerprint
 * which the baseline does not list. A new finding without a cause is one of its own. Nobody has read the new ones: they have
 * no verdict.
 *
 * @param date the day they were seen, `YYYY-MM-DD`
 * @param reason why they are accepted for now
 */
export function causesToAdd(result: Result, date: string, reason: string): KnownCause[] {
  const isKnownByCause = ({ status, signature }: Finding) => status === 'known' && signature !== null;
  const seen = result.findings.filter((finding) => finding.status === 'new' || isKnownByCause(finding));
  return [...Map.groupBy(seen, idOf)].map(([id, group]) => {
    const [{ cause, detail, known }] = group as [Finding, ...Finding[]];
    const found = result.causes.find((each) => each.id === id);
    const decided = {
      sentence: found ? causeSentence(found) : detail,
      verdict: null,
      document: null,
      page: null,
    };
    return {
      id,
      ticket: null,
      ...(known ?? decided),
      // Until it conforms: the next release is likely to do the same, and a fix makes the findings stale.
      versions: { from: result.subject.version, to: null },
      reason,
      firstSeen: date,
      expires: null,
      signatures: cause ? [cause] : [],
      findings: group.map(({ fingerprint, paths, case: value }) => ({ fingerprint, paths, case: value })),
    };
  });
}

function idOf({ known, cause, fingerprint }: Finding): string {
  return known?.id ?? (cause ? causeId(cause) : fingerprintId(fingerprint));
}

/**
 * Writes the baseline with the causes added; whole or not at all. The findings of a cause that is there are added to it, and
 * what a person wrote stays.
 */
export async function addToBaseline(
  file: string,
  causes: readonly KnownCause[],
  fields: readonly KnownField[] = [],
): Promise<void> {
  const baseline: Baseline = existsSync(file)
    ? await readBaseline(file)
    : { baselineVersion: BASELINE_VERSION, causes: [], fields: [] };
  const all = [...baseline.causes];
  for (const cause of causes) {
    const place = all.findIndex((each) => isSame(each, cause));
    if (place < 0) all.push(cause);
    else all[place] = withFindings(all[place]!, cause);
  }
  await writeBaseline(file, { ...baseline, causes: all, fields: [...baseline.fields, ...fields] });
}

/** Writes a baseline, causes that nobody has read first, then by verdict and harm; each case on one line. */
async function writeBaseline(file: string, { causes, fields }: Baseline): Promise<void> {
  const sorted = causes
    .map((cause) => ({ ...cause, findings: cause.findings.toSorted(byCase) }))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
  const baseline = {
    baselineVersion: BASELINE_VERSION,
    causes: sorted,
    ...(fields.length > 0 ? { fields } : {}),
  };
  await writeWhole(file, `${linesOf(baseline)}\n`);
}

/** JSON with what is read as one thing on one line, so that the causes are read, and a change of one finding is one line. */
function linesOf(value: unknown): string {
  const lines: string[] = [];
  const asPlace = (name: string, part: unknown) =>
    ONE_LINE.includes(name) ? `line ${lines.push(JSON.stringify(part)) - 1}` : part;
  const places = new RegExp(`^( *"(?:${ONE_LINE.join('|')})": )"line (\\d+)"`, 'gm');
  return JSON.stringify(value, asPlace, 2).replace(places, (_, name, line) => name + lines[Number(line)]);
}

function byCase(a: KnownFinding, b: KnownFinding): number {
  return bySize(a.case, b.case) || byText(a.fingerprint, b.fingerprint);
}

function rankOf(cause: KnownCause): number {
  const harm = worstHarm(fingerprintsOf([cause]).map(({ law }) => law));
  return decisionRank(cause) * HARMS.length + HARMS.indexOf(harm);
}

/** Whether a cause is one that a baseline has, for the first version of it. */
function isSame(own: KnownCause, other: KnownCause): boolean {
  const signed = other.signatures.some((each) => isSignedBy(each, own.signatures));
  const isWithinHarm = !isWorse(fingerprintsOf([other]), fingerprintsOf([own]));
  return (own.id === other.id || (signed && isWithinHarm)) && isWithin(other.versions.from, own.versions);
}

function withFindings(own: KnownCause, { findings }: KnownCause): KnownCause {
  const listed = new Set(fingerprintsOf([own]));
  return {
    ...own,
    findings: [...own.findings, ...findings.filter(({ fingerprint }) => !listed.has(fingerprint))],
  };
}
