import type { Outcome } from '../observation/outcome.ts';
import { textOfEnd } from './parts/answers.ts';
import type { CommandEnd, HostAnswer } from './parts/command-end.ts';
import { failureOf } from './parts/failure.ts';
import { searchSettings } from './parts/memory-search.ts';
import { nowhere } from './parts/missing.ts';
import { EMBEDDING_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

/**
 * The index of an agent's memory: vectors by other code than `infer embedding` has.
 *
 * @source openclaw@2026.9.6:docs/cli/memory.md
 */
export const memory: Path<'memory'> = {
  name: 'memory',
  drive: {
    command: ({ agent }) => ['memory', 'index', '--force', '--agent', agent],
    asksAgent: () => true,
  },
  model: EMBEDDING_MODEL,
  servedBy: { ownModel: 'embedding' },
  missingIn: nowhere,
  needs: {
    plugins: ['memory-core'],
    // Its plugin makes every turn slow.
    gateway: 'memory',
    workspace: { 'MEMORY.md': 'The owner likes tea.\n' },
    settings: searchSettings,
  },
  // 2026.9.6 asks again for 70 s ("embeddings retryable error").
  asksAgainAfter: ['rate-limited', 'retry-later', 'overloaded', 'timed-out', 'client-closed', 'gateway-page'],
  turn: null,
  readEnd: readIndex,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};

function readIndex(end: CommandEnd, answers: readonly HostAnswer[]): Outcome {
  const text = textOfEnd(end);
  const isIndexed = end.exitCode === 0 && /Memory index updated/.test(text);
  return isIndexed ? { kind: 'answer' } : failureOf(text, answers);
}
