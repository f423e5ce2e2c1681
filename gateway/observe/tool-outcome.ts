/** The outcome of a part of a turn: the result of its tool, or the reason why the turn did not come to it. */
import type { Outcome } from '../../observation/outcome.ts';
import type { WireRequest } from '../../observation/request.ts';
import { failureOf } from '../../paths/parts/failure.ts';
import type { ToolTurn } from './tool-turn.ts';

/** The outcome of a part of a turn that was not answered: the failure is chat's. */
export const NO_TURN: Outcome = {
  kind: 'failure',
  class: 'no-turn',
  message: 'the turn ended before it could ask for the tool',
};

/**
 * Builds with a stage for the dependencies of plugins load the one for documents from elsewhere, where npm put no `pdfjs-dist`: seen on
 * 2026.4.24, by the real command too. No credential was chosen by then.
 */
const UNREAD_DOCUMENT = /Document extraction failed for application\/pdf/;

/**
 * The outcome of the tool; null where the end of the turn says it: it failed while the tool ran, was compacted, or was started by the tool.
 *
 * @param requests those of the tool
 */
export function outcomeOfTool(
  { offered, result, endsWithTool }: ToolTurn,
  requests: readonly WireRequest[],
): Outcome | null {
  if (offered === null) return NO_TURN;
  if (!offered)
    return { kind: 'failure', class: 'nothing-selected', message: 'the turn does not offer the tool' };
  if (result === null || !endsWithTool) return null;
  if (UNREAD_DOCUMENT.test(result) && requests.length === 0)
    return { kind: 'unsupported', reason: 'npm installs it without what it reads documents with' };
  return /(^|[\s"])OK([\s"]|$)/.test(result) ? { kind: 'answer' } : failureOf(result, requests);
}
