import type { Outcome } from '../observation/outcome.ts';
import { memory } from './memory.ts';
import { textOfEnd } from './parts/answers.ts';
import type { CommandEnd, HostAnswer } from './parts/command-end.ts';
import { failureOf } from './parts/failure.ts';
import type { Path } from './path.ts';

/**
 * The check of memory search: it asks the embedding provider for one vector, and says whether it can be asked.
 *
 * @source openclaw@2026.9.6:docs/cli/memory.md (`memory status --deep`: "Probe … embedding-provider … readiness")
 */
export const memoryStatus: Path<'memory-status'> = {
  ...memory,
  name: 'memory-status',
  drive: {
    command: ({ agent }) => ['memory', 'status', '--deep', '--agent', agent],
    asksAgent: () => true,
  },
  readEnd: readStatus,
  exceptedAs: memory,
};

function readStatus(end: CommandEnd, answers: readonly HostAnswer[]): Outcome {
  const text = textOfEnd(end);
  const isReady = end.exitCode === 0 && /^Embeddings:\s+ready$/m.test(text);
  return isReady ? { kind: 'answer' } : failureOf(text, answers);
}
