/**
 * Paths that are tools of an agent's turn: the model of the turn asks for the tool, which then resolves a credential of its
 * own. They are in every build, also in those without `infer` commands.
 */
import path from 'node:path';
import type { ToolCall } from '../../mocks/providers/tool-call.ts';
import type { Outcome, PathName, WireRequest } from '../observation.ts';
import type { ToolTurn } from '../observe/network-record.ts';
import { failureOf } from './outcome.ts';

/** The picture in the agent's workspace, where its tools may read. */
export const PICTURE = 'photo.png';

/** The document beside it. */
export const DOCUMENT = 'minutes.pdf';

/** What each is called, and the file that it is given (docs/tools/pdf.md). */
const TOOLS: Partial<Record<PathName, { readonly tool: string; readonly file: string }>> = {
  'image-tool': { tool: 'image', file: PICTURE },
  'pdf-tool': { tool: 'pdf', file: DOCUMENT },
};

/** @param workspace the folder of the agent's workspace */
export function toolCallOf(name: PathName, workspace: string): ToolCall | null {
  const called = TOOLS[name];
  if (!called) return null;
  const { tool, file } = called;
  return { tool, arguments: { [tool]: path.join(workspace, file), prompt: 'Reply with OK.' } };
}

/**
 * How the tool ended; null where the turn itself failed while the tool ran.
 *
 * @param requests those of the tool
 */
export function outcomeOfTool(
  { offered, result }: ToolTurn,
  requests: readonly WireRequest[],
): Outcome | null {
  // What the turn itself fails with is chat's.
  if (offered === null)
    return { kind: 'failure', class: 'no-turn', message: 'the turn ended before it could ask for the tool' };
  if (!offered)
    return { kind: 'failure', class: 'nothing-selected', message: 'the turn does not offer the tool' };
  if (result === null) return null;
  return /(^|[\s"])OK([\s"]|$)/.test(result) ? { kind: 'answer' } : failureOf(result, requests);
}
