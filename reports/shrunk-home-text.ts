/** The report of `shrink` on a home. */
import type { Claim } from '../invariants/violation.ts';
import type { Lifted } from '../search/settle/lift-home.ts';
import type { ShrunkHome } from '../search/settle/shrink-home.ts';
import { setupText } from './setup-text.ts';

export interface ShrunkHomeEnd extends ShrunkHome {
  readonly claim: Claim;
  readonly version: string;
}

export function shrunkHomeText({ value, tried, complete, needed, claim, version }: ShrunkHomeEnd): string {
  const end = complete
    ? `the smallest after ${tried} tries: without any one of these parts the build does not show ${claim.law}`
    : `the best after ${tried} tries; time was up. Run shrink on it again`;
  return [
    setupText(value, version, claim.paths),
    '',
    ...needed.map(({ name, endsWithout }) => `${name} matters: without it ${endsWithout}`),
    end,
  ].join('\n');
}

export interface LiftedEnd extends Lifted {
  /** The parts that the translation left out. */
  readonly leftOut: readonly string[];
  /** The file of the lifted case, if it was written. */
  readonly file: string;
}

export function liftedText({ claim, ends, lacks, adds, leftOut, file }: LiftedEnd): string {
  if (claim)
    return `the generators have words for it: ${file} (${claim.fingerprint}) shows the same, and joins generated findings`;
  return [
    `the generators have no words for it: as one of their cases it ends ${ends}`,
    ...leftOut.map((each) => `a case has no word for ${each}`),
    ...lacks.map((each) => `a case has no word for openclaw.json ${each}`),
    ...adds.map((each) => `a case always has openclaw.json ${each}`),
  ].join('\n');
}
