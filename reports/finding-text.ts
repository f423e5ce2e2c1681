/** Findings as text: a few lines each, or with setup and table. */
import { fingerprintId } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { promisesBroken, promiseText } from '../invariants/promises/of-laws.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { FOUND } from '../search/saved/found-cases.ts';
import { suiteLine } from '../support/shell-line.ts';
import { causeNote } from './cause-text.ts';
import { observationTable } from './observation-table.ts';
import type { Paint } from './paint.ts';
import { findingReplayLine } from './replay-line.ts';
import { setupText } from './setup-text.ts';

/** The law, what happened, how surely, and the command that shows it again. */
export function findingText(finding: Finding, result: Result, number: number, paint: Paint): string {
  const { law, detail, status, confirmedIn, met, fingerprint, case: value } = finding;
  const confirmed = confirmedIn
    ? `confirmed: ${confirmedIn}`
    : paint('yellow', 'FLAKY: not seen again in fresh processes');
  const times = `met in ${met} of ${result.cases.achieved} cases${shrinking(finding)}`;
  return [
    `${number}. ${paint(status === 'flaky' ? 'yellow' : 'red', `${status} ${law}`)} on ${value.provider.id}: ${detail}`,
    `   ${paint('dim', `${confirmed} · ${times} · ${fingerprintId(fingerprint)}${causeNote(finding)}`)}`,
    `   replay: ${findingReplayLine(finding, result)}`,
  ].join('\n');
}

/** The same with the law in full, the setup as the files that a user would write, and what each path did. */
export function fullFindingText(finding: Finding, result: Result, number: number, paint: Paint): string {
  const { law, fingerprint, case: value, paths, observations } = finding;
  const { version } = result.subject;
  return [
    findingText(finding, result, number, paint),
    `   law: ${ALL_LAWS.find(({ id }) => id === law)?.sentence ?? ''}`,
    ...promisesBroken(finding, value, version).map((promise) => `   promise ${promiseText(promise)}`),
    `   fingerprint: ${fingerprint}`,
    '',
    setupText(value, version, paths),
    '',
    observationTable(observations),
  ].join('\n');
}

/** Findings that were not confirmed, one line each. */
export function unsettledText(findings: readonly Finding[], { subject }: Result): string {
  return [
    `${findings.length} more were met, and not confirmed (--survey, or the run ended before). Each is saved:`,
    `   ${suiteLine('shrink', `${FOUND}/ID.json`, '--target', subject.target)}`,
    ...findings.map(
      ({ fingerprint, met }) =>
        `   ${fingerprintId(fingerprint)}  met ${met} ${met === 1 ? 'time' : 'times'}  ${fingerprint}`,
    ),
  ].join('\n');
}

function shrinking({ shrunkCompletely, unshrinkable }: Finding): string {
  if (shrunkCompletely) return '';
  return unshrinkable.length > 0
    ? ` · not fully shrunk: ${unshrinkable.join(', ')} cannot be shrunk`
    : ' · not fully shrunk';
}
