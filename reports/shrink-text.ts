/** The report of `shrink` on the case that it ends with. */
import type { Case } from '../generators/case.ts';
import type { Claim } from '../invariants/violation.ts';
import type { Finding } from '../search/result/result.ts';
import type { Part } from '../search/settle/explain.ts';
import type { Shrunk } from '../search/settle/shrink.ts';
import { setupText } from './setup-text.ts';

export interface ShrinkEnd extends Shrunk {
  readonly claim: Claim;
  readonly version: string;
  readonly parts: readonly Part[];
  readonly seconds: number;
  /** The lane of the fresh processes that showed it again; null: none did. Absent: none was asked. */
  readonly confirmedIn?: Finding['confirmedIn'];
  /** The next command for the user. */
  readonly goOn: string;
}

export function shrinkText(end: ShrinkEnd): string {
  return [
    setupText(end.value, end.version, end.claim.paths),
    '',
    ...end.parts.map(partLine),
    ...(end.confirmedIn === undefined ? [] : [confirmedLine(end.confirmedIn)]),
    endLine(end),
  ].join('\n');
}

function partLine({ path, value, alternatives }: Part): string {
  if (!alternatives) return `${path} is ${value}: time was up before its other values were tried`;
  const others = alternatives.length > 0 ? `${alternatives.join(', ')} would do as well` : 'it matters';
  return `${path} is ${value}: ${others}`;
}

/** Candidates of a shrink are run one after the other in processes that go on, which may carry something over. */
function confirmedLine(confirmedIn: Finding['confirmedIn']): string {
  return confirmedIn === null
    ? 'NOT CONFIRMED: no fresh process shows it, so that what ran before this case may have caused it'
    : `confirmed: ${confirmedIn}`;
}

function endLine({ value, tried, complete, unshrinkable, seconds, claim, goOn }: ShrinkEnd): string {
  if (complete)
    return `the smallest after ${tried} tries and ${seconds} s: nothing smaller breaks ${claim.law}`;
  const best = `the best after ${tried} tries and ${seconds} s`;
  if (unshrinkable.length === 0) return `${best}; go on with: ${goOn}`;
  const fields = unshrinkable.map((field) => `${field} (${JSON.stringify(at(value, field))})`).join(', ');
  return `${best}: smaller cases were not tried, since ${fields} cannot be shrunk. Change it by hand, and go on with: ${goOn}`;
}

function at(value: Case, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>>)[name], value);
}
