import { PROMPT } from './parts/agent-turn.ts';
import { readGenerated } from './parts/answers.ts';
import { beforeInfer } from './parts/missing.ts';
import { EMBEDDING_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

/** The vector of a text (openclaw@2026.9.6:docs/cli/infer.md, `embedding create`). */
export const embedding: Path<'embedding'> = {
  name: 'embedding',
  drive: {
    command: ({ model }) => [
      'infer',
      'embedding',
      'create',
      ...(model ? ['--model', model] : []),
      '--text',
      PROMPT,
      '--json',
    ],
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
