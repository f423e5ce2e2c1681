/** The causes that a baseline knows. */
import { type Fingerprint, partsOf } from '../../invariants/fingerprint.ts';
import { type Cause, causeId } from '../causes/cause.ts';
import type { BaselineEntry } from './baseline.ts';

/** The ids of the causes that entries name. */
export function knownCauses(entries: readonly BaselineEntry[]): Set<string> {
  return new Set(entries.flatMap(({ cause }) => (cause ? [causeId(cause)] : [])));
}

/** The cause that the baseline names for a fingerprint, or for a part of it; null for none. */
export function causeInBaseline(fingerprint: Fingerprint, entries: readonly BaselineEntry[]): Cause | null {
  const parts = new Set(partsOf(fingerprint));
  const entry = entries.find(
    (each) => each.cause && partsOf(each.fingerprint).some((part) => parts.has(part)),
  );
  return entry?.cause ?? null;
}
