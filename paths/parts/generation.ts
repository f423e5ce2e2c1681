/** Paths that make a picture or a film from a text. */
import type { Path } from '../path.ts';
import { PROMPT } from './agent-turn.ts';
import { readGenerated } from './answers.ts';
import { inferTakesAgent, ofAgent } from './drive.ts';
import { beforeInfer } from './missing.ts';
import { modelOfCommand } from './models.ts';

/** @source openclaw@2026.9.6:docs/cli/infer.md (`image generate`, `video generate`) */
export function generationPath<K extends 'image' | 'video'>(kind: K): Path<`${K}-generation`> {
  const name = `${kind}-generation` as const;
  return {
    name,
    drive: {
      command: (asked) => [
        'infer',
        kind,
        'generate',
        ...(asked.model ? ['--model', asked.model] : []),
        '--prompt',
        PROMPT,
        ...ofAgent(asked),
        '--json',
      ],
      asksAgent: inferTakesAgent,
    },
    model: modelOfCommand(name),
    servedBy: { ownModel: name },
    missingIn: beforeInfer(name),
    needs: {},
    turn: null,
    readEnd: readGenerated,
    readReport: null,
    medium: null,
    sharesCode: null,
    comparedFrom: 'first',
    isRepresentative: false,
  };
}
