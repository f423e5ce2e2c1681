/** The causes that a baseline knows. */
import { type Fingerprint, isCovered, partsOf } from '../../invariants/fingerprint.ts';
import { type Cause, causeId } from '../causes/cause.ts';
import { type BaselineEntry, fingerprintsOf } from './baseline.ts';

/** The ids of the causes that entries name. */
export function knownCauses(entries: readonly BaselineEntry[]): Set<string> {
  return new Set(entries.flatMap(({ cause }) => (cause ? [causeId(cause)] : [])));
}

/** The cause that the baseline names for a fingerprint, or for a part of it; null for none. */
export function causeInBaseline(fingerprint: Fingerprint, entries: readonly BaselineEntry[]): Cause | null {
  const parts = new Set(partsOf(fingerprint));
  const entry = entries.find(
    (each) =>
      each.cause &&
      fingerprintsOf(each)
        .flatMap(partsOf)
        .some((part) => parts.has(part)),
  );
  return entry?.cause ?? null;
}

interface Met {
  readonly fingerprint: Fingerprint;
  readonly cause: Cause | null;
}

/** Whether findings hold one that an entry accepts, or one of its cause. */
export function isMet(entry: BaselineEntry, findings: readonly Met[]): boolean {
  const met = findings.map(({ fingerprint }) => fingerprint);
  const id = entry.cause && causeId(entry.cause);
  return (
    fingerprintsOf(entry).some((each) => isCovered(each, met)) ||
    findings.some(({ cause }) => cause !== null && causeId(cause) === id)
  );
}
