import { PROMPT } from './parts/agent-turn.ts';
import { readGenerated } from './parts/answers.ts';
import { whereInferred } from './parts/drive.ts';
import { beforeInfer } from './parts/missing.ts';
import { modelOfCommand } from './parts/models.ts';
import type { Path } from './path.ts';

/** A voice from a text (openclaw@2026.9.6:docs/cli/infer.md, `tts convert`). */
export const speech: Path<'speech'> = {
  name: 'speech',
  drive: {
    command: (asked) => [
      'infer',
      'tts',
      'convert',
      whereInferred(asked),
      ...(asked.model ? ['--model', asked.model] : []),
      '--text',
      PROMPT,
      '--json',
    ],
    // Its settings are of no agent.
    asksAgent: () => false,
  },
  model: modelOfCommand('speech'),
  servedBy: { ownModel: 'speech' },
  missingIn: beforeInfer('speech'),
  needs: {},
  turn: null,
  readEnd: readGenerated,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};
