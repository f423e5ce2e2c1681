/**
 * Paths that are parts of an agent's turn. The model of the turn asks for a tool: one that resolves a credential of
 * its own, or one whose result makes the turn too long for the model, so that it is compacted by a request of its
 * own.
 *
 * @source openclaw@2026.9.6:docs/tools/pdf.md; openclaw@2026.9.6:docs/concepts/compaction.md ("If the provider
 *   rejects a request after tool calls have completed")
 */
import path from 'node:path';
import type { ToolCall } from '../../mocks/providers/tool-call.ts';
import type { Outcome } from '../../observation/outcome.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { WireRequest } from '../../observation/request.ts';
import type { ToolTurn } from '../observe/tool-turn.ts';
import { failureOf } from './outcome.ts';

/** The picture in the agent's workspace, where its tools may read. */
export const PICTURE = 'photo.png';

/** The document beside it. */
export const DOCUMENT = 'minutes.pdf';

/** The text beside it. */
export const NOTES = 'minutes.md';

const prompt = 'Reply with OK.';

/** What the model of each path's turn asks for, given the folder of the workspace. */
const CALLS: Partial<Record<PathName, (workspace: string) => ToolCall>> = {
  'image-tool': (workspace) => ({
    tool: 'image',
    arguments: { image: path.join(workspace, PICTURE), prompt },
  }),
  'pdf-tool': (workspace) => ({ tool: 'pdf', arguments: { pdf: path.join(workspace, DOCUMENT), prompt } }),
  compaction: (workspace) => ({
    tool: 'read',
    arguments: { path: path.join(workspace, NOTES) },
    overflows: true,
  }),
};

/** The observation of a part of a turn that was not answered: its failure is chat's. */
export const NO_TURN: Outcome = {
  kind: 'failure',
  class: 'no-turn',
  message: 'the turn ended before it could ask for the tool',
};

export function isPartOfTurn(name: PathName): boolean {
  return name in CALLS;
}

/** @param workspace the folder of the agent's workspace */
export function toolCallOf(name: PathName, workspace: string): ToolCall | null {
  return CALLS[name]?.(workspace) ?? null;
}

/**
 * How the tool ended; null where the end of the turn says it: it failed while the tool ran, or was compacted.
 *
 * @param requests those of the tool
 */
export function outcomeOfTool(
  { offered, result, isCompacted }: ToolTurn,
  requests: readonly WireRequest[],
): Outcome | null {
  if (offered === null) return NO_TURN;
  if (!offered)
    return { kind: 'failure', class: 'nothing-selected', message: 'the turn does not offer the tool' };
  if (result === null || isCompacted) return null;
  return /(^|[\s"])OK([\s"]|$)/.test(result) ? { kind: 'answer' } : failureOf(result, requests);
}
