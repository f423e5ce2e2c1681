/** Paths by which a command of `infer` makes something of a text: a picture, a film, a vector. */
import type { Path, PathModel } from '../path.ts';
import { PROMPT } from './agent-turn.ts';
import { readGenerated } from './answers.ts';
import { inferTakesAgent, ofAgent } from './drive.ts';
import { beforeInfer } from './missing.ts';

interface Generation<Name> {
  /** Also the kind of model that does the work. */
  readonly name: Name;
  /** The words of the command: `image generate`. */
  readonly words: readonly [string, string];
  /** The option that takes the text. */
  readonly option: '--prompt' | '--text';
  readonly model: PathModel;
}

type Generated = 'embedding' | 'image-generation' | 'video-generation';

/** @source openclaw@2026.9.6:docs/cli/infer.md (`image generate`, `video generate`, `embedding create`) */
export function generationPath<Name extends Generated>({
  name,
  words,
  option,
  model,
}: Generation<Name>): Path<Name> {
  return {
    name,
    drive: {
      command: (asked) => [
        'infer',
        ...words,
        ...(asked.model ? ['--model', asked.model] : []),
        option,
        PROMPT,
        ...ofAgent(asked),
        '--json',
      ],
      asksAgent: inferTakesAgent,
    },
    model,
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
