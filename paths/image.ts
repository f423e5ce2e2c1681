import path from 'node:path';
import { PNG } from '../mocks/providers/generated-media.ts';
import { readText } from './parts/answers.ts';
import type { Build } from './parts/build.ts';
import { byCommand, inferTakesAgent, ofAgent } from './parts/drive.ts';
import { whereProgramsAreRemembered } from './parts/media.ts';
import { beforeInfer } from './parts/missing.ts';
import type { Path } from './path.ts';

/** A description of a picture (openclaw@2026.9.6:docs/cli/infer.md, `image describe`). */
export const image: Path<'image'> = {
  name: 'image',
  drive: {
    command: (asked, media) => [
      'infer',
      'image',
      'describe',
      '--file',
      path.join(media, 'photo.png'),
      ...byCommand(asked),
      ...ofAgent(asked),
      '--json',
    ],
    asksAgent: inferTakesAgent,
    file: { name: 'photo.png', content: Buffer.from(PNG, 'base64') },
    functionBehind: (traits) => (traits.imageCommand === 'function' ? 'describe-image' : null),
    needsFreshProcess: whereProgramsAreRemembered,
  },
  model: { of: 'setting', own: 'image', namedBy: ['entries', 'image-model', 'command'], hasFallback: true },
  servedBy: { medium: 'image' },
  missingIn: (build) => beforeInfer('image')(build) ?? withoutCommand(build),
  needs: {},
  turn: null,
  readEnd: readText,
  readReport: null,
  medium: 'image',
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: true,
};

function withoutCommand({ version, traits, lane }: Build): string | null {
  return traits.imageCommand === 'function' && lane === 'cli'
    ? `openclaw ${version} has no working command for image`
    : null;
}
