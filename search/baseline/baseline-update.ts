/** Adds what a run confirmed to a baseline. What was not seen again in fresh processes is never added. */
import { existsSync } from 'node:fs';
import { writeJson } from '../../support/write-whole.ts';
import type { Result } from '../result/result.ts';
import { type Baseline, type BaselineEntry, readBaseline } from './baseline.ts';

/**
 * The entries for a run's new findings.
 *
 * @param date the day it was seen, `YYYY-MM-DD`
 * @param reason why they are accepted for now
 */
export function baselineEntries(result: Result, date: string, reason: string): BaselineEntry[] {
  const { version } = result.subject;
  return result.findings
    .filter(({ status }) => status === 'new')
    .map((finding) => ({
      fingerprint: finding.fingerprint,
      law: finding.law,
      paths: finding.paths,
      // Until it conforms: the next release is likely to do the same, and a fix makes the entry stale.
      versions: { from: version, to: null },
      reason,
      ticket: null,
      firstSeen: date,
      expires: null,
      case: finding.case,
      ...(finding.cause ? { cause: finding.cause } : {}),
    }));
}

/** Writes the baseline with the entries added, in the order of fingerprints; whole or not at all. */
export async function addToBaseline(file: string, entries: readonly BaselineEntry[]): Promise<void> {
  const baseline: Baseline = existsSync(file)
    ? await readBaseline(file)
    : { baselineVersion: 1, entries: [] };
  const key = ({ fingerprint, versions }: BaselineEntry) => `${fingerprint} ${versions.from}`;
  const all = new Map([...entries, ...baseline.entries].map((entry) => [key(entry), entry]));
  const sorted = [...all.keys()].sort().map((name) => all.get(name));
  await writeJson(file, { baselineVersion: 1, entries: sorted });
}
