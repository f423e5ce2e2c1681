/** Causes as text: a sentence made of their repairs, and one line each. */

import { type Cause, causeId, type FoundCause } from '../search/causes/cause.ts';
import { repairOf } from '../search/causes/repairs.ts';
import type { Result } from '../search/result/result.ts';
import type { Paint } from './paint.ts';

/** `chat: ends when the apiKey of the provider's entry is plain text`. */
export function causeSentence({ repairs, paths, deviation, reasons }: FoundCause): string {
  const ends =
    repairs.length > 0
      ? `ends when ${repairs.map((id) => repairOf(id).words).join(', or when ')}`
      : `no repair ends it: ${deviation}`;
  const said = reasons.length > 0 ? `, where it says ${reasons.map((each) => `“${each}”`).join(' or ')}` : '';
  return `${paths.join(', ')}: ${ends}${said}`;
}

/** One line for each cause of a run, worst first; none where no cause is known. */
export function causesText({ causes, findings, subject }: Result, paint: Paint): string[] {
  if (causes.length === 0) return [];
  const caused = new Set(causes.flatMap((each) => each.findings));
  const rest = findings.filter(({ fingerprint }) => !caused.has(fingerprint)).length;
  return [
    [
      `causes of ${caused.size} findings in openclaw ${subject.version}${rest > 0 ? `; the cause of ${rest} more is not known` : ''}:`,
      ...causes.map((cause) => `   ${causeLine(cause, paint)}`),
    ].join('\n'),
  ];
}

/** `new 1a2b3c4d call fails · chat: ends when … · 3 findings`. */
export function causeLine(cause: FoundCause, paint: Paint): string {
  const { id, harm, status, findings } = cause;
  const what = causeSentence(cause);
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  return `${paint(status === 'new' ? 'red' : 'dim', `${status} ${id}`)} ${harm} · ${what} · ${count}`;
}

/** The name of a finding's cause for its line; none where it is not known. */
export function causeNote({ cause }: { readonly cause: Cause | null }): string {
  return cause ? ` · cause ${causeId(cause)}` : '';
}
