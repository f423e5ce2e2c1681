/** The report of `shrink` on a home. */
import type { Claim } from '../invariants/violation.ts';
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
