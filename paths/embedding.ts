import { PROMPT } from './parts/agent-turn.ts';
import { readGenerated } from './parts/answers.ts';
import { inferTakesAgent, ofAgent } from './parts/drive.ts';
import { beforeInfer } from './parts/missing.ts';
import { EMBEDDING_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

/** The vector of a text (openclaw@2026.9.6:docs/cli/infer.md, `embedding create`). */
export const embedding: Path<'embedding'> = {
  name: 'embedding',
  drive: {
    command: (asked) => [
      'infer',
      'embedding',
      'create',
      ...(asked.model ? ['--model', asked.model] : []),
      '--text',
      PROMPT,
      ...ofAgent(asked),
      '--json',
    ],
    asksAgent: inferTakesAgent,
  },
  model: EMBEDDING_MODEL,
  servedBy: { ownModel: 'embedding' },
  missingIn: beforeInfer('embedding'),
  needs: {},
  turn: null,
  readEnd: readGenerated,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};
