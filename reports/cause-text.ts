/** Causes as text, one line each: new ones, then known ones by what was decided about them. */

import { causeSentence } from '../search/causes/cause-sentence.ts';
import { causeIdOf, type FoundCause } from '../search/causes/found-causes.ts';
import type { Finding, Result } from '../search/result/result.ts';
import type { Paint } from './paint.ts';

/** The causes of a run; none where no cause is known. */
export function causesText({ causes, findings, subject }: Result, paint: Paint): string[] {
  if (causes.length === 0) return [];
  const caused = new Set(causes.flatMap((each) => each.findings));
  const rest = findings.filter(({ fingerprint }) => !caused.has(fingerprint)).length;
  return [
    [
      `${countsOf(causes)} behind ${counted(caused.size, 'finding')} in openclaw ${subject.version}${rest > 0 ? `; the cause of ${rest} more is not known` : ''}:`,
      ...causes.map((cause) => `   ${causeLine(cause, paint)}`),
    ].join('\n'),
  ];
}

/** `3 causes (1 new, 2 known bug)`. */
function countsOf(causes: readonly FoundCause[]): string {
  const groups = Map.groupBy(causes, (each) => [each.status, ...decisionOf(each)].join(' '));
  const counts = [...groups].map(([what, group]) => `${group.length} ${what}`);
  return `${counted(causes.length, 'cause')} (${counts.join(', ')})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `known bug unset-template-sent · call fails · A template … · 3 findings · docs/findings/unset-template-sent.md`. */
export function causeLine(cause: FoundCause, paint: Paint): string {
  const { id, harm, status, findings, known } = cause;
  const where = placeOf(cause);
  return [
    paint(status === 'new' ? 'red' : 'dim', [status, ...decisionOf(cause), id].join(' ')),
    harm,
    known?.sentence ?? causeSentence(cause),
    counted(findings.length, 'finding'),
    ...(where === null ? [] : [where]),
  ].join(' · ');
}

/** The baseline's verdict on a cause, in one word; none where it does not have it. */
export function decisionOf({ known }: Pick<FoundCause, 'known'>): string[] {
  return known ? [known.verdict ?? 'unread'] : [];
}

/** The place to read more of a cause: its ticket, its page, or the document that decides it. */
export function placeOf({ known }: Pick<FoundCause, 'known'>): string | null {
  return known && (known.ticket ?? known.page ?? known.document);
}

/** The name of a finding's cause for its line; none where it is not known. */
export function causeNote(finding: Pick<Finding, 'known' | 'cause'>): string {
  const id = causeIdOf(finding);
  return id === null ? '' : ` · cause ${id}`;
}
