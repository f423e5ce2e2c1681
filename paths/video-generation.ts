import { PROMPT } from './parts/agent-turn.ts';
import { readGenerated } from './parts/answers.ts';
import { inferTakesAgent, ofAgent } from './parts/drive.ts';
import { beforeInfer } from './parts/missing.ts';
import { modelOfCommand } from './parts/models.ts';
import type { Path } from './path.ts';

/** A film from a text (openclaw@2026.9.6:docs/cli/infer.md, `video generate`). */
export const videoGeneration: Path<'video-generation'> = {
  name: 'video-generation',
  drive: {
    command: (asked) => [
      'infer',
      'video',
      'generate',
      ...(asked.model ? ['--model', asked.model] : []),
      '--prompt',
      PROMPT,
      ...ofAgent(asked),
      '--json',
    ],
    asksAgent: inferTakesAgent,
  },
  model: modelOfCommand('video-generation'),
  servedBy: { ownModel: 'video-generation' },
  missingIn: beforeInfer('video-generation'),
  needs: {},
  turn: null,
  readEnd: readGenerated,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};
