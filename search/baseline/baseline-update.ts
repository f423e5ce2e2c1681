/** Adds what a run confirmed to a baseline. What was not seen again in fresh processes is never added. */
import { existsSync } from 'node:fs';
import { isWithin } from '../../gateway/versions/version.ts';
import { caseSize } from '../../generators/case.ts';
import { byText, type Fingerprint } from '../../invariants/fingerprint.ts';
import { writeJson } from '../../support/write-whole.ts';
import { causeId } from '../causes/cause.ts';
import type { Finding, Result } from '../result/result.ts';
import { type Baseline, type BaselineEntry, fingerprintsOf, readBaseline } from './baseline.ts';
import type { KnownField } from './known-fields.ts';

/**
 * The entries for a run's new findings: one for each cause, with its smallest case, and one for each finding whose cause is
 * not known. What is known by its cause alone is alike, so that the next run knows it at once.
 *
 * @param date the day it was seen, `YYYY-MM-DD`
 * @param reason why they are accepted for now
 */
export function baselineEntries(result: Result, date: string, reason: string): BaselineEntry[] {
  const { version } = result.subject;
  const isKnownByCause = ({ status, signature }: Finding) => status === 'known' && signature !== null;
  const seen = result.findings.filter((finding) => finding.status === 'new' || isKnownByCause(finding));
  const groups = Map.groupBy(seen, ({ cause, fingerprint }) =>
    cause ? causeId(cause) : String(fingerprint),
  );
  return [...groups.values()].map((group) => {
    const [first, ...others] = group.toSorted((a, b) => caseSize(a.case) - caseSize(b.case));
    const { fingerprint, law, paths, case: value, cause } = first!;
    return {
      fingerprint,
      law,
      paths,
      // Until it conforms: the next release is likely to do the same, and a fix makes the entry stale.
      versions: { from: version, to: null },
      reason,
      ticket: null,
      firstSeen: date,
      expires: null,
      case: value,
      ...(cause ? { cause } : {}),
      ...(others.length > 0 ? { alike: others.map((each) => each.fingerprint).sort(byText) } : {}),
    };
  });
}

/**
 * Writes the baseline with the entries added, in the order of fingerprints; whole or not at all. What has the cause of an
 * entry that is there becomes alike to it.
 */
export async function addToBaseline(
  file: string,
  entries: readonly BaselineEntry[],
  fields: readonly KnownField[] = [],
): Promise<void> {
  const baseline: Baseline = existsSync(file)
    ? await readBaseline(file)
    : { baselineVersion: 1, entries: [], fields: [] };
  const key = ({ fingerprint, versions }: BaselineEntry) => `${fingerprint} ${versions.from}`;
  const all = new Map(baseline.entries.map((entry) => [key(entry), entry]));
  for (const entry of entries) {
    const own = all.get(key(entry)) ?? [...all.values()].find((each) => hasCauseOf(each, entry));
    if (own) all.set(key(own), withAlike(own, fingerprintsOf(entry)));
    else all.set(key(entry), entry);
  }
  const sorted = [...all.keys()].sort().map((name) => all.get(name));
  const known = [...baseline.fields, ...fields];
  await writeJson(file, {
    baselineVersion: 1,
    entries: sorted,
    ...(known.length > 0 ? { fields: known } : {}),
  });
}

/** Whether an entry is of the cause of another, and holds for the first version of it. */
function hasCauseOf({ cause, versions }: BaselineEntry, other: BaselineEntry): boolean {
  if (!cause || !other.cause || causeId(cause) !== causeId(other.cause)) return false;
  return isWithin(other.versions.from, versions);
}

function withAlike(entry: BaselineEntry, more: readonly Fingerprint[]): BaselineEntry {
  const alike = [...new Set([...(entry.alike ?? []), ...more])].filter((each) => each !== entry.fingerprint);
  return alike.length > 0 ? { ...entry, alike: alike.sort(byText) } : entry;
}
