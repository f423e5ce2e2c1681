import { PROMPT } from './parts/agent-turn.ts';
import { readGenerated } from './parts/answers.ts';
import { inferTakesAgent, ofAgent } from './parts/drive.ts';
import { beforeInfer } from './parts/missing.ts';
import { modelOfCommand } from './parts/models.ts';
import type { Path } from './path.ts';

/** A picture from a text (openclaw@2026.9.6:docs/cli/infer.md, `image generate`). */
export const imageGeneration: Path<'image-generation'> = {
  name: 'image-generation',
  drive: {
    command: (asked) => [
      'infer',
      'image',
      'generate',
      ...(asked.model ? ['--model', asked.model] : []),
      '--prompt',
      PROMPT,
      ...ofAgent(asked),
      '--json',
    ],
    asksAgent: inferTakesAgent,
  },
  model: modelOfCommand('image-generation'),
  servedBy: { ownModel: 'image-generation' },
  missingIn: beforeInfer('image-generation'),
  needs: {},
  turn: null,
  readEnd: readGenerated,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};
