import path from 'node:path';
import type { Outcome } from '../observation/outcome.ts';
import { agentTurn, showingTools } from './parts/agent-turn.ts';
import { textOfEnd } from './parts/answers.ts';
import type { CommandEnd, HostAnswer } from './parts/command-end.ts';
import { failureOf } from './parts/failure.ts';
import { TURNS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

const NOTES = 'minutes.md';

/**
 * The summary of a turn that a tool's result has made too long for its model, by a request of its own.
 *
 * @source openclaw@2026.9.6:docs/concepts/compaction.md ("If the provider rejects a request after tool calls
 *   have completed")
 */
export const compaction: Path<'compaction'> = {
  name: 'compaction',
  drive: agentTurn(`Read ${NOTES} with the read tool, and reply with OK.`),
  model: { ...TURNS_MODEL, givenBy: 'compaction' },
  servedBy: 'every provider',
  missingIn: ({ version, traits }) =>
    traits.compactsTurns ? null : `a turn of openclaw ${version} is not compacted`,
  needs: {
    workspace: { [NOTES]: 'The hedge along the northern path is to be cut.\n'.repeat(40) },
    settings: (_model, traits) => ({
      ...showingTools(traits),
      // A turn of a few messages has nothing to summarize besides those that are kept
      // (openclaw@2026.9.6:docs/concepts/compaction.md).
      agentDefaults: { compaction: { keepRecentTokens: 10 } },
    }),
  },
  turn: {
    call: (workspace) => ({
      tool: 'read',
      arguments: { path: path.join(workspace, NOTES) },
      overflows: true,
    }),
    endsWith: 'summary',
    modelDoes:
      'the model answers by asking for the `read` tool. To its result the provider answers that the conversation is too long, until it has been summarized; the table has the request for the summary.',
  },
  readEnd: readSummary,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'accepted',
  isRepresentative: false,
};

/** Read from the answer to its request alone: the turn may go on without a summary, or fail after it. */
export function readSummary(end: CommandEnd, answers: readonly HostAnswer[]): Outcome {
  const last = answers.findLast(({ purpose }) => purpose === 'model' || purpose === 'fallback');
  if (last?.status === 200) return { kind: 'answer' };
  const text = textOfEnd(end);
  return failureOf(linesOfCompaction(text) || text, answers);
}

/** The lines of a log that are about compaction, among those of the turn. */
function linesOfCompaction(text: string): string {
  return text
    .split('\n')
    .filter((line) => /(compaction|summarization) failed/i.test(line))
    .join('\n');
}
