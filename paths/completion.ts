import { PROMPT } from './parts/agent-turn.ts';
import { readText } from './parts/answers.ts';
import { inferTakesAgent, ofAgent, whereInferred } from './parts/drive.ts';
import { beforeInfer } from './parts/missing.ts';
import { CHATS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

/** One answer of a model, without an agent (openclaw@2026.9.6:docs/cli/infer.md, `model run`). */
export const completion: Path<'completion'> = {
  name: 'completion',
  drive: {
    command: (asked) => [
      'infer',
      'model',
      'run',
      whereInferred(asked),
      '--prompt',
      PROMPT,
      ...ofAgent(asked),
      '--json',
    ],
    asksAgent: inferTakesAgent,
  },
  model: CHATS_MODEL,
  servedBy: 'every provider',
  missingIn: beforeInfer('completion'),
  needs: {},
  turn: null,
  readEnd: readText,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};
