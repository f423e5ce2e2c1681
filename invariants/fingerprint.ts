/**
 * Fingerprints: the identity of a violation across cases and runs.
 *
 * `law | provider family | what each path did`. A run goes on past a violation whose fingerprint it has seen,
 * and shrinking keeps the fingerprint, so a smaller case that breaks something else is another finding.
 */
import { createHash } from 'node:crypto';
import type { ProviderFamily } from '../generators/providers.ts';
import type { LawId } from './law.ts';

export function fingerprint(law: LawId, family: ProviderFamily, behaviours: readonly string[]): string {
  return [law, family, ...behaviours].join(' | ');
}

/** A short, stable name for a fingerprint, for file names. */
export function fingerprintId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
